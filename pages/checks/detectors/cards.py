"""Bank card numbers: 13 to 19 digits, known ranges, check digit by Luhn."""

import re

from stdnum.luhn import is_valid

from .identity import resident_ids
from .match import Match, runs

SHORTEST, LONGEST = 13, 19
# UnionPay, Visa, Mastercard, American Express, JCB, and the older debit cards of Chinese banks that have no 62.
RANGES = re.compile(
    r"62\d{14,17}|4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}"
    r"|3[47]\d{13}|35(?:2[89]|[3-8]\d)\d{12}|9558\d{15}"
)


def bank_cards(text: str) -> list[Match]:
    """Return where *text* has bank card numbers, also with separators and full-width digits.

    A number in one piece is a card as a whole or not at all; a resident ID number is none.
    """
    found: list[Match] = []
    identities: list[Match] | None = None
    for run in runs(text, SHORTEST):
        for start, end in run.windows(*range(LONGEST, SHORTEST - 1, -1)):
            if not is_card(run.digits[start:end]):
                continue
            if identities is None:
                identities = resident_ids(text)
            match = run.match(text, start, end)
            if not any(match.overlaps(other) for other in [*identities, *found]):
                found.append(match)
    return found


def is_card(number: str) -> bool:
    """Whether *number* (ASCII digits) can be that of a bank card."""
    return bool(RANGES.fullmatch(number)) and is_valid(number)
