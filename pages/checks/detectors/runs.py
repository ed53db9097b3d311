"""Runs of digits, with the separators people write between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .match import SEPARATORS, ZERO_WIDTH, Match, fold, place

MOST_SEPARATORS = 3  # as many as " - " has
BETWEEN = f"[{re.escape(SEPARATORS)}]{{0,{MOST_SEPARATORS}}}"
_RUN = re.compile(f"[0-9](?:{BETWEEN}[0-9])*")
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True)
class Run:
    """A run of digits which goes on as long as no more than three separators stand between two digits.

    *digits* are its digits in ASCII, *positions* their positions in *source*, *bounds* the offsets into
    *digits* at which a group (digits without a visible separator between them) begins or ends.
    """

    source: str
    digits: str
    positions: tuple[int, ...]
    bounds: tuple[int, ...]

    def windows(self, length: int) -> Iterator[tuple[int, int]]:
        """Yield from left to right all (begin, end) of *length* digits that begin and end with a group."""
        ends = frozenset(self.bounds)
        return ((begin, begin + length) for begin in self.bounds if begin + length in ends)

    def groups(self, begin: int, end: int, *, ignoring: int = 0) -> tuple[int, ...]:
        """Return the lengths of the groups between *begin* and *end*, without the first *ignoring* digits."""
        first = begin + ignoring
        inside = [first, *(bound for bound in self.bounds if first < bound <= end)]
        return tuple(right - left for left, right in pairwise(inside))

    def match(self, begin: int, end: int) -> Match:
        """Return the place in the source of the digits from *begin* to *end*."""
        return place(self.source, self.positions[begin], self.positions[end - 1] + 1)


def digit_runs(text: str, shortest: int) -> Iterator[Run]:
    """Yield the runs in *text* which have *shortest* digits or more."""
    even = fold(text)
    for found in _RUN.finditer(even):
        if found.end() - found.start() < shortest:
            continue
        positions = tuple(digit.start() for digit in _DIGIT.finditer(even, found.start(), found.end()))
        if len(positions) >= shortest:
            yield Run(text, "".join(even[at] for at in positions), positions, _bounds(even, positions))


def _bounds(even: str, positions: tuple[int, ...]) -> tuple[int, ...]:
    inner = (
        offset
        for offset in range(1, len(positions))
        if even[positions[offset - 1] + 1 : positions[offset]].strip(ZERO_WIDTH)
    )
    return (0, *inner, len(positions))
