"""Finding a word in a text, except where it is a part of a longer word that is fine."""

import re

SEPARATORS = re.compile(r"[、，,；;\s]+")


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a field that holds several, in their order."""
    return tuple(word for word in SEPARATORS.split(text) if word)


def positions(word: str, text: str, unless: tuple[str, ...] = ()) -> list[int]:
    """Return where *word* begins in *text*, leaving out what lies within one of the words of *unless*."""
    fine = [
        (start, start + len(longer)) for longer in unless if word in longer for start in _starts(longer, text)
    ]
    return [
        start
        for start in _starts(word, text)
        if not any(begin <= start and start + len(word) <= end for begin, end in fine)
    ]


def _starts(word: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(f"(?={re.escape(word)})", text)] if word else []
