"""What paper needs beyond CSS."""

import unicodedata
from math import ceil

from django import template

register = template.Library()


@register.filter
def line_width(words: str, room: int) -> str:
    """Return the width in em at which *words* fill the lines that they need within *room* em about equally.

    The program that prints knows no balanced lines: without this a title's last character stands alone.
    """
    width = sum(1 if unicodedata.east_asian_width(one) in "WFA" else 0.6 for one in words)
    lines = ceil(width / room) or 1
    return f"{min(room, width / lines + 1.6) if lines > 1 else room:.1f}"
