"""QR codes as inline SVG: an address that a phone's camera reads from a screen or from paper."""

from functools import lru_cache
from itertools import groupby

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString

QUIET = 4  # modules that must stay empty around it (ISO/IEC 18004)


@lru_cache(maxsize=1000)
def svg(text: str, label: str) -> SafeString:
    """Return an inline ``<svg>`` with the QR code of *text*, named *label* for those who do not see it.

    It is one path of whole modules, sharp at any size. Returns an empty text where *text* is too long for any code.
    """
    try:
        rows = segno.make_qr(text, error="m", boost_error=False, mode="byte", encoding="utf-8").matrix
    except segno.DataOverflowError:
        return SafeString()
    return format_html(
        '<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{2}"/></svg>',
        len(rows) + 2 * QUIET,
        label,
        "".join(_line(row, number + QUIET) for number, row in enumerate(rows)),
    )


def _line(row: bytearray, top: int) -> str:
    parts, left = [], QUIET
    for dark, run in groupby(row):
        width = len(list(run))
        if dark:
            parts.append(f"M{left} {top}h{width}v1h-{width}z")
        left += width
    return "".join(parts)
