"""What of a text goes into the index."""

import re
from collections.abc import Iterator

from .folding import MARK, fold, runs
from .words import SHORTEST, cut_fine

LONGEST = 40  # of a run of letters or digits; what is longer is nobody's word
MOST = 200_000  # characters of one text
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年")
_PARTS = re.compile(r"[0-9]+|[^\W0-9_]+")


def tokens(text: str) -> Iterator[str]:
    """Yield the tokens of *text*: Han runs as bigrams, last character and marked words; other runs as they are."""
    folded = fold(text[:MOST])
    for run, han in runs(folded):
        yield from (_han(run) if han else _other(run))
    for year in _YEAR.findall(folded):
        yield f"{year}年"


def bigrams(run: str) -> list[str]:
    """Return the pairs of neighbours in *run*."""
    return [run[place : place + 2] for place in range(len(run) - 1)]


def _han(run: str) -> Iterator[str]:
    yield from bigrams(run)
    yield run[-1]
    for word in sorted(cut_fine(run)):
        if len(word) >= SHORTEST:
            yield MARK + word


def _other(run: str) -> Iterator[str]:
    yield run[:LONGEST]
    parts = _PARTS.findall(run)
    if 1 < len(parts) <= LONGEST:
        yield from (part[:LONGEST] for part in parts)
