"""Resident ID numbers 居民身份证号码 (GB 11643): province, date of birth, check digit.

Not ``stdnum.cn.ric``: it compares the county's code with the year of birth and refuses numbers that people have.
"""

from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

from .match import Match, runs

LENGTH = 18
REGIONS = {1: "12345", 2: "123", 3: "1234567", 4: "123456", 5: "01234", 6: "12345", 7: "1", 8: "123", 9: "1"}
PROVINCES = frozenset(f"{region}{one}" for region, ones in REGIONS.items() for one in ones)
FIRST_BIRTH = date(1900, 1, 1)


def resident_ids(text: str) -> list[Match]:
    """Return where *text* has resident ID numbers of 18 places, also with separators and full-width digits.

    They are found next to other digits too: province, date and check digit together are hardly ever right by chance.
    """
    found: list[Match] = []
    for run in runs(text, LENGTH):
        taken = 0
        for start in range(len(run.digits) - LENGTH + 1):
            if start >= taken and is_resident_id(run.digits[start : start + LENGTH]):
                found.append(run.match(text, start, start + LENGTH))
                taken = start + LENGTH
    return found


def is_resident_id(number: str) -> bool:
    """Whether *number* (ASCII, upper case) is a resident ID number that can exist."""
    if number[:2] not in PROVINCES or not number[:17].isdecimal():
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
        mod_11_2.validate(number)
    except (ValueError, ValidationError):
        return False
    return FIRST_BIRTH <= born <= date.today()
