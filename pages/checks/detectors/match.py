"""What a detector hands back, and text made even so that patterns need to know ASCII only."""

from collections.abc import Iterable
from dataclasses import dataclass

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u30fc\ufe58\ufe63\uff0d\uff70"
_DOTS = "\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\uff0e\uff65\ufe52"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
ZERO_WIDTH = "\u200b"
SEPARATORS = " -._" + ZERO_WIDTH

_FOLDED = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {0x1D7CE + offset: ord("0") + offset % 10 for offset in range(50)}
    | dict.fromkeys(map(ord, _SPACES), " ")
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _DOTS), ".")
    | dict.fromkeys(map(ord, _INVISIBLE), ZERO_WIDTH)
)


@dataclass(frozen=True)
class Match:
    """A place in a text: *text* is exactly ``source[start:end]``."""

    start: int
    end: int
    text: str

    def overlaps(self, others: "Iterable[Match]") -> bool:
        """Say whether this place shares a character with one of the *others*."""
        return any(self.start < other.end and other.start < self.end for other in others)


def place(source: str, start: int, end: int) -> Match:
    """Return the match of ``source[start:end]``."""
    return Match(start, end, source[start:end])


def fold(text: str) -> str:
    """Return *text* in the same length, full-width forms, spaces, dashes and dots each as their ASCII one.

    Invisible characters become one of them, U+200B; line breaks and Chinese characters stay.

    >>> fold("０７７２－２８２１２３４")
    '0772-2821234'
    """
    return text.translate(_FOLDED)
