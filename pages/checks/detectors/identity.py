"""Resident ID numbers of 18 characters (GB 11643)."""

import re
from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

from .match import Match, fold, place
from .runs import BETWEEN, Run, digit_runs

_PROVINCES = frozenset(
    str(code)
    for codes in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83), (91, 91))
    for code in range(codes[0], codes[1] + 1)
)
_CHECK_X = re.compile(rf"{BETWEEN}[Xx\u00d7]")
_FIRST_YEAR = 1900


def is_resident_id(number: str) -> bool:
    """Say whether *number*, 18 ASCII characters, has a province, a date of birth and the right check digit."""
    return (
        len(number) == 18
        and number[:2] in _PROVINCES
        and _is_birthday(number[6:14])
        and _has_check_digit(number)
    )


def resident_ids(text: str) -> list[Match]:
    """Return all resident ID numbers in *text*, in order, however their digits are written or parted."""
    even = fold(text)
    return [match for run in digit_runs(text, 17) for match in _in_run(run, even)]


def _in_run(run: Run, even: str) -> list[Match]:
    found: list[Match] = []
    for begin, end in run.windows(18):
        match = run.match(begin, end)
        if is_resident_id(run.digits[begin:end]) and not match.overlaps(found):
            found.append(match)
    tail = len(run.digits) - 17
    check = _CHECK_X.match(even, run.positions[-1] + 1)
    if check and tail in run.bounds and is_resident_id(run.digits[tail:] + "X"):
        match = place(run.source, run.positions[tail], check.end())
        found = [other for other in found if not other.overlaps([match])] + [match]
    return found


def _is_birthday(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return day.year >= _FIRST_YEAR and day <= date.today()


def _has_check_digit(number: str) -> bool:
    try:
        mod_11_2.validate(number)
    except ValidationError:
        return False
    return True
