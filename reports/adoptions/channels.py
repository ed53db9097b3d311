"""The channels that a new installation starts with."""

from ..models import AdoptionChannel

# Name and points per item. The notice names the first; points are a proposal that the department changes.
STARTING = [
    ("市级公众号“柳州女性”", 2),
    ("自治区级", 5),
    ("全国级", 10),
    ("媒体", 3),
]


def ensure_channels() -> None:
    """Make the starting channels if there are none; otherwise they are the department's. Idempotent."""
    if not AdoptionChannel.objects.exists():
        AdoptionChannel.objects.bulk_create(
            AdoptionChannel(name=name, points=points, sort_order=order * 10)
            for order, (name, points) in enumerate(STARTING, start=1)
        )
