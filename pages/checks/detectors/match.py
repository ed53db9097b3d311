"""Places in a text, and runs of digits however they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What people put between the digits of one number: spaces, dashes, dots of all kinds, and what cannot be seen.
SEPARATORS = " \t\u3000\u00a0\u2002\u2003\u2009\u202f-‐‑‒–—−－_.．·・•\u200b\u200c\u200d\ufeff"
MOST_BETWEEN = 2
# Digits of full width and every X, as ASCII writes them.
ASCII = {0xFF10 + digit: str(digit) for digit in range(10)} | dict.fromkeys(map(ord, "ＸｘxX"), "X")
_DIGIT = "[0-9０-９]"
_RUN = re.compile(
    rf"(?<![0-9０-９]){_DIGIT}(?:[{re.escape(SEPARATORS)}]{{0,{MOST_BETWEEN}}}{_DIGIT})*"
    rf"(?:[{re.escape(SEPARATORS)}]{{0,{MOST_BETWEEN}}}[XxＸｘ](?![A-Za-z]))?"
)


@dataclass(frozen=True)
class Match:
    """A place in a text: ``text == source[start:end]``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Match":
        """Return the place from *start* up to *end* of *source*."""
        return cls(start, end, source[start:end])

    def overlaps(self, other: "Match") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Run:
    """Digits that stand together but for separators: *digits* as ASCII, *positions* of each in the source.

    *groups* are the indices at which a group of digits begins, the end among them.
    """

    digits: str
    positions: tuple[int, ...]
    groups: tuple[int, ...]

    def windows(self, *lengths: int) -> Iterator[tuple[int, int]]:
        """Yield beginning and end of each stretch of these lengths that begins and ends with a group."""
        ends = set(self.groups)
        for start in self.groups:
            for length in lengths:
                if start + length in ends:
                    yield start, start + length

    def match(self, source: str, start: int, end: int) -> Match:
        """Return where the digits from *start* up to *end* stand in *source*."""
        return Match.of(source, self.positions[start], self.positions[end - 1] + 1)


def runs(text: str, shortest: int) -> Iterator[Run]:
    """Yield the runs of at least *shortest* digits in *text*; a last X counts as one."""
    for found in _RUN.finditer(text):
        if found.end() - found.start() < shortest:
            continue
        positions = tuple(at for at in range(found.start(), found.end()) if text[at] not in SEPARATORS)
        if len(positions) < shortest:
            continue
        digits = "".join(text[at] for at in positions).translate(ASCII)
        starts = [0, *(n for n in range(1, len(positions)) if positions[n] != positions[n - 1] + 1)]
        yield Run(digits, positions, (*starts, len(positions)))
