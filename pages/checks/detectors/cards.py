"""Bank card numbers."""

from collections.abc import Callable

from stdnum import luhn

from .identity import resident_ids
from .match import Match, fold
from .runs import Run, digit_runs

_RANGES: tuple[tuple[Callable[[str], bool], frozenset[int]], ...] = (
    (lambda n: n.startswith("62"), frozenset({16, 17, 18, 19})),  # UnionPay
    (lambda n: n.startswith("4"), frozenset({13, 16, 19})),  # Visa
    (lambda n: "51" <= n[:2] <= "55" or "2221" <= n[:4] <= "2720", frozenset({16})),  # Mastercard
    (lambda n: n.startswith(("34", "37")), frozenset({15})),  # American Express
    (lambda n: "3528" <= n[:4] <= "3589", frozenset({16})),  # JCB
    (lambda n: n.startswith(("9558", "95599")), frozenset({19})),  # debit cards of ICBC and ABC before 62
    (lambda n: n.startswith(("601382", "603367", "603601")), frozenset({18, 19})),  # BOC and city banks
)
_LENGTHS = range(19, 12, -1)
_SHORTEST_SCATTERED = 16


def is_bank_card(number: str) -> bool:
    """Say whether *number*, ASCII digits only, is of a known card range and has the right Luhn digit."""
    return any(len(number) in lengths and fits(number) for fits, lengths in _RANGES) and luhn.is_valid(number)


def bank_cards(text: str) -> list[Match]:
    """Return all bank card numbers in *text*, in order; what belongs to a resident ID number is none."""
    found = [match for run in digit_runs(text, min(_LENGTHS)) for match in _in_run(run)]
    if not found:
        return []
    identities = resident_ids(text)
    return [match for match in found if not match.overlaps(identities)]


def _in_run(run: Run) -> list[Match]:
    found: list[Match] = []
    for length in _LENGTHS:
        for begin, end in run.windows(length):
            if not is_bank_card(run.digits[begin:end]) or not _is_written_as_card(run, begin, end):
                continue
            match = run.match(begin, end)
            if not match.overlaps(found):
                found.append(match)
    return sorted(found, key=lambda match: match.start)


def _is_written_as_card(run: Run, begin: int, end: int) -> bool:
    """Keep rows of figures and decimal numbers apart from cards.

    In one piece or in even groups a card may stand among other digits; scattered it must be the whole run.
    """
    groups = run.groups(begin, end)
    if len(groups) == 2 and groups[0] <= 3 and _gap(run, begin + groups[0]) == ".":
        return False
    if len(set(groups[:-1])) <= 1 and groups[-1] <= groups[0]:
        return groups[0] in {1, 4} or len(groups) == 1
    if groups in {(6, 13), (4, 6, 5), (6, 4, 4, 4), (6, 4, 4, 5), (4, 15), (4, 4, 4, 7)}:
        return True
    return end - begin == len(run.digits) and len(run.digits) >= _SHORTEST_SCATTERED


def _gap(run: Run, bound: int) -> str:
    return fold(run.source[run.positions[bound - 1] + 1 : run.positions[bound]])
