"""Numbers and addresses made unreadable, to be shown in findings and kept in records."""

import re

from .contacts import plain_email
from .identity import is_resident_id
from .match import fold

_LANDLINE = re.compile(r"(?:0086|86)?0?(10|2[0-9]|[3-9][0-9]{2})([0-9]{7,8})")
_MOBILE = re.compile(r"(?:0086|86)?(1[3-9][0-9]{9})")
_EXTENSION = re.compile(r"[ ]{0,2}(?:转|轉|分机|ext\.?)[ ]?[0-9]+$|(?<=[0-9]{7})-[0-9]{1,6}$", re.IGNORECASE)
_CHINESE_NUMBER = re.compile("[一二三四五六七八九十百零〇]+(?=号)")


def masked(text: str) -> str:
    """Return a found number or address so that it can be recognised but not used.

    However its digits were written, the outcome is ASCII without separators.

    >>> masked("138 7721 2345"), masked("４５０２０５１９９００１０１１２３４")
    ('138****2345', '450205********1234')
    """
    even = fold(text)
    if "@" in even:
        name, _, domain = plain_email(text).rpartition("@")
        return f"{name[:1]}***@{domain}"
    number = re.sub("[^0-9X]", "", even.upper().replace("\u00d7", "X"))
    if len(number) == 18 and (is_resident_id(number) or not number.startswith("6")):
        return f"{number[:6]}********{number[14:]}"
    return _masked_phone(even, number) or _masked_card(number) or _masked_words(even)


def _masked_phone(even: str, number: str) -> str:
    if mobile := _MOBILE.fullmatch(number):
        return f"{mobile[1][:3]}****{mobile[1][7:]}"
    short = re.sub("[^0-9]", "", _EXTENSION.sub("", even))
    if even.lstrip("( ").startswith(("0", "+")) and (fixed := _LANDLINE.fullmatch(short)):
        return f"0{fixed[1]}-{'*' * (len(fixed[2]) - 2)}{fixed[2][-2:]}"
    return ""


def _masked_card(number: str) -> str:
    if 13 <= len(number) <= 19 and number.isdecimal():
        return f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}"
    return ""


def _masked_words(even: str) -> str:
    return _CHINESE_NUMBER.sub(lambda found: "*" * len(found[0]), re.sub("[0-9]", "*", even))
