"""A number with its middle hidden, as offices show it."""

import re

from .identity import LENGTH
from .match import ASCII, SEPARATORS

_DROPPED = str.maketrans("", "", SEPARATORS + "（）()＋+")
MOBILE = 11
_AREA = re.compile(r"0(?:10|2\d|[3-9]\d{2})")


def masked(text: str) -> str:
    """Return *text*, an e-mail address or a number as it was found, in the form in which it may be shown.

    >>> masked("138 7721 2345"), masked("weimou@example.com")
    ('138****2345', 'w***@example.com')
    """
    if "@" in text or "＠" in text:
        name, _, domain = text.replace("＠", "@").replace(" ", "").partition("@")
        return f"{name[0]}***@{domain}"
    digits = text.translate(ASCII).translate(_DROPPED)
    if len(digits) == MOBILE and digits.startswith("1"):
        return _hidden(digits, 3, 4)
    if area := _AREA.match(digits):
        return f"{area.group()}-****{digits[-3:]}"
    return _hidden(digits, 6 if len(digits) == LENGTH else 4, 4)


def _hidden(digits: str, first: int, last: int) -> str:
    return f"{digits[:first]}{'*' * (len(digits) - first - last)}{digits[-last:]}"
