"""Words which are better not written, found in a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from .match import Match


class Term(NamedTuple):
    """A word to avoid, why, and what to write for it; inside a term of *unless* it is harmless."""

    word: str
    reason: str
    better: str = ""
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordMatch(Match):
    """A word to avoid in its place, with the reason and the better word of its entry."""

    reason: str
    better: str


class WordList:
    """A list of words to avoid, made ready once for many texts; of two entries for one word the first counts."""

    def __init__(self, terms: Iterable[tuple]) -> None:
        self._terms: dict[str, Term] = {}
        for term in (Term(*entry) for entry in terms):
            if term.word.strip():
                self._terms.setdefault(term.word.strip(), term)
        longest_first = sorted(self._terms, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def __len__(self) -> int:
        return len(self._terms)

    def find(self, text: str) -> list[WordMatch]:
        """Return all places of the words in *text*, in order; where several begin, the longest."""
        matches: list[WordMatch] = []
        found = self._pattern.search(text) if self._terms else None
        while found:
            term = self._terms[found[0]]
            harmless = _is_inside(text, found.start(), found[0], term.unless)
            if not harmless:
                matches.append(WordMatch(found.start(), found.end(), found[0], term.reason, term.better))
            found = self._pattern.search(text, found.start() + 1 if harmless else found.end())
        return matches


def _is_inside(text: str, start: int, word: str, longer: Iterable[str]) -> bool:
    return any(
        text.startswith(term, start - offset.start())
        for term in longer
        for offset in re.finditer(f"(?={re.escape(word)})", term)
        if offset.start() <= start
    )
