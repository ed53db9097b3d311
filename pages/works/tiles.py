"""The eight works as tiles: on the home page and on their own."""

from types import SimpleNamespace

from django.urls import reverse

from . import overview
from .kinds import KINDS


def work_tiles() -> list[SimpleNamespace]:
    """Each work with its address and number of published items, in one query."""
    counts = overview.item_counts()
    return [
        SimpleNamespace(kind=kind, url=reverse("work_overview", args=[kind.slug]), count=counts[kind.slug])
        for kind in KINDS
    ]
