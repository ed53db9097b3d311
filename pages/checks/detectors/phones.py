"""Telephone numbers of the mainland: mobile ones, and landlines with their area code."""

import re
from collections.abc import Iterator

import phonenumbers

from .match import ASCII, SEPARATORS, Match

_GAP = rf"[{re.escape(SEPARATORS)}]{{0,2}}"
_D = "[0-9０-９]"
_NOT_BEFORE, _NOT_AFTER = r"(?<![0-9０-９A-Za-z])", r"(?![0-9０-９A-Za-z])"
_MOBILE = re.compile(
    rf"{_NOT_BEFORE}(?:[+＋]?[8８][6６]{_GAP}|[0０]{{2}}[8８][6６]{_GAP})?([1１][3-9３-９](?:{_GAP}{_D}){{9}}){_NOT_AFTER}"
)
_LANDLINE = re.compile(
    rf"(?:{_NOT_BEFORE}|[（(])([0０]{_D}{{2,3}})[）)]?{_GAP}((?:{_D}{_GAP}){{6,7}}{_D})"
    rf"(?:{_GAP}(?:转|分机){_GAP}{_D}{{1,5}})?{_NOT_AFTER}"
)


def mobile_numbers(text: str) -> list[Match]:
    """Return where *text* has mobile numbers; one inside a longer run of digits is none."""
    return [
        Match.of(text, found.start(1), found.end(1))
        for found in _MOBILE.finditer(text)
        if _valid(found.group(1), phonenumbers.PhoneNumberType.MOBILE)
    ]


def landlines(text: str) -> list[Match]:
    """Return where *text* has landline numbers with an area code; service numbers such as 12338 are none."""
    return list(_landlines(text))


def _landlines(text: str) -> Iterator[Match]:
    for found in _LANDLINE.finditer(text):
        number = found.group(1) + found.group(2)
        if _valid(number, phonenumbers.PhoneNumberType.FIXED_LINE):
            yield Match.of(text, found.start(), found.end())


def _valid(number: str, kind: int) -> bool:
    digits = "".join(filter(str.isdecimal, number)).translate(ASCII)
    try:
        parsed = phonenumbers.parse(digits, "CN")
    except phonenumbers.NumberParseException:
        return False
    wanted = (kind, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return phonenumbers.is_valid_number(parsed) and phonenumbers.number_type(parsed) in wanted
