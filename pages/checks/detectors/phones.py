"""Mobile numbers and landline numbers of the mainland."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

from .cards import bank_cards
from .identity import resident_ids
from .match import Match, fold, place
from .runs import BETWEEN, Run, digit_runs

_MOBILE = 11
_COUNTRY = ("", "86", "0086")
_MOBILE_GROUPS = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 3, 4), (4, 4, 3), (5, 6), (1,) * 11, (3, 2, 2, 2, 2)}
)
_PLUS = re.compile(r"\+ ?\Z")
_AMOUNT = re.compile(r" ?[元万亿%]")
_LANDLINE = re.compile(
    rf"""(?<![0-9])
    (?:(?:\+|00)86{BETWEEN}\(?0?|\(?0)
    (?P<area>10|2[0-9]|[3-9][0-9]{{2}})
    {BETWEEN}\)?{BETWEEN}
    (?P<number>[0-9]{{7,8}}|[0-9]{{3,4}}[ .-][0-9]{{4}}|[0-9](?:[ .-][0-9]){{6,7}})(?![0-9])
    (?:[ ]{{0,2}}(?:[转轉-]|分机|ext\.?)[ ]?[0-9]{{1,6}}(?![0-9]))?""",
    re.VERBOSE | re.IGNORECASE,
)
_FIXED = frozenset({PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
_CELLULAR = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})


def mobile_numbers(text: str) -> list[Match]:
    """Return all mobile numbers in *text*, in order; none inside an ID or card number or a longer number."""
    found = [match for run in digit_runs(text, _MOBILE) for match in _in_run(run)]
    if not found:
        return []
    longer = resident_ids(text) + bank_cards(text)
    return [match for match in found if not match.overlaps(longer)]


def landlines(text: str) -> list[Match]:
    """Return all landline numbers with an area code in *text*, in order, with their extensions."""
    return [
        place(text, found.start(), found.end())
        for found in _LANDLINE.finditer(fold(text))
        if _is_valid("0" + found["area"] + re.sub("[^0-9]", "", found["number"]), _FIXED)
    ]


def _in_run(run: Run) -> list[Match]:
    found: list[Match] = []
    for country in _COUNTRY:
        for begin, end in run.windows(len(country) + _MOBILE):
            match = _mobile(run, begin, end, country)
            if match:
                found = [other for other in found if not other.overlaps([match])] + [match]
    return sorted(found, key=lambda match: match.start)


def _mobile(run: Run, begin: int, end: int, country: str) -> Match | None:
    digits = run.digits[begin:end]
    number = digits[len(country) :]
    if not digits.startswith(country) or number[0] != "1" or number[1] < "3":
        return None
    if run.groups(begin, end, ignoring=len(country)) not in _MOBILE_GROUPS or not _is_valid(
        number, _CELLULAR
    ):
        return None
    match = run.match(begin, end)
    if not country and _AMOUNT.match(fold(run.source[match.end : match.end + 2])):
        return None
    plus = _PLUS.search(fold(run.source[max(0, match.start - 2) : match.start])) if country == "86" else None
    return place(run.source, match.start - len(plus[0]), match.end) if plus else match


def _is_valid(digits: str, types: frozenset[int]) -> bool:
    try:
        number = phonenumbers.parse(digits, "CN")
    except NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) in types
