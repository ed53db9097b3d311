"""Words to avoid, found in one pass."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .match import Match

Entry = tuple[str, str, str, tuple[str, ...]]  # word, reason, better, terms inside which it is fine


@dataclass(frozen=True)
class WordMatch(Match):
    """A word of the list with the reason against it and the better one, if there is one."""

    reason: str = ""
    better: str = ""


class WordList:
    """A list of words, compiled once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry[0]: entry for entry in entries}
        # Where two begin at the same place, the longer one is meant.
        words = sorted(self.entries, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, words))) if words else None

    def find(self, text: str) -> list[WordMatch]:
        """Return the words of the list in *text*, but for those that stand inside a term where they are fine."""
        if self.pattern is None:
            return []
        found = []
        for one in self.pattern.finditer(text):
            word, reason, better, unless = self.entries[one.group()]
            if not any(_inside(text, one.start(), one.end(), term) for term in unless):
                found.append(WordMatch(one.start(), one.end(), word, reason, better))
        return found


def _inside(text: str, start: int, end: int, term: str) -> bool:
    at = text.find(term, max(end - len(term), 0), start + len(term))
    return 0 <= at <= start and at + len(term) >= end
