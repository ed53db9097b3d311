"""The symbol as one path in SVG, sharp at any size."""

from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .matrix import matrix

QUIET = 4  # modules that must stay empty around it


def svg(text: str, label: str) -> SafeString:
    """Return an inline ``<svg>`` with the QR code of *text*, named *label* for those who do not see it."""
    rows = matrix(text)
    size = len(rows) + 2 * QUIET
    return format_html(
        '<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{2}"/></svg>',
        size,
        label,
        "".join(_line(row, number + QUIET) for number, row in enumerate(rows)),
    )


def _line(row: list[bool], top: int) -> str:
    parts, left = [], QUIET
    for dark, run in groupby(row):
        width = len(list(run))
        if dark:
            parts.append(f"M{left} {top}h{width}v1h-{width}z")
        left += width
    return "".join(parts)
