"""What stands between a Word file and blocks: lines of text and tables, in their order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import escape

from .values import Picture

_BLANKS = re.compile(r"[\s\u200b\ufeff]+")


@dataclass(frozen=True)
class Span:
    """A piece of text; *bold* and *italic* as it looks, *face* if it is in a heading's typeface."""

    text: str
    bold: bool = False
    italic: bool = False
    face: bool = False
    large: bool = False


@dataclass
class Line:
    """A paragraph: its text without blanks at the ends and what it is for (a ``Role``'s kind and level).

    *number* is its place in a list that only counts 1, 2, 3; 0 if it is in none, or in one that writes otherwise.
    """

    spans: list[Span] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    kind: str = "text"
    level: int = 0
    centred: bool = False
    bullet: bool = False
    number: int = 0
    picture_first: bool = False

    @property
    def text(self) -> str:
        """The plain text, manual line breaks as ``\\n``."""
        return "".join(span.text for span in self.spans)

    @property
    def one_line(self) -> str:
        """The text without line breaks: a space only where two Latin words would run together."""
        return re.sub(r"(?<=[A-Za-z0-9])\n(?=[A-Za-z0-9])", " ", self.text).replace("\n", "")

    def wholly(self, *names: str) -> bool:
        """Return whether all visible text has one of the qualities *names* of a ``Span``."""
        visible = [span for span in self.spans if span.text.strip()]
        return bool(visible) and all(any(getattr(span, name) for name in names) for span in visible)

    @property
    def html(self) -> str:
        """The text as rich text: bold, italic and line breaks, nothing else."""
        parts: list[str] = []
        for text, bold, italic in _merged(self.spans):
            inner = escape(text, quote=False).replace("\n", "<br/>")
            inner = f"<i>{inner}</i>" if italic else inner
            parts.append(f"<b>{inner}</b>" if bold else inner)
        return "".join(parts)


@dataclass
class Table:
    """Rows of cells' texts, all equally long, and the caption if the first row was one."""

    rows: list[list[str]]
    caption: str = ""


def tidy(spans: Iterable[Span]) -> list[Span]:
    """Return *spans* without blanks (full-width ones too) at the ends and around breaks, tabs as spaces."""
    spans = list(spans)
    text = "".join(span.text for span in spans)
    dropped: set[int] = set()
    for match in _BLANKS.finditer(text):
        if match.start() == 0 or match.end() == len(text):
            dropped.update(range(match.start(), match.end()))
        elif "\n" in match.group():
            dropped.update(range(match.start(), match.end()))
            dropped.remove(match.start() + match.group().index("\n"))
    tidied, at = [], 0
    for span in spans:
        kept = "".join(sign for place, sign in enumerate(span.text, at) if place not in dropped)
        at += len(span.text)
        if kept:
            tidied.append(replace(span, text=kept.replace("\t", " ")))
    return tidied


def _merged(spans: list[Span]) -> list[tuple[str, bool, bool]]:
    merged: list[tuple[str, bool, bool]] = []
    for span in spans:
        if merged and merged[-1][1:] == (span.bold, span.italic):
            merged[-1] = (merged[-1][0] + span.text, span.bold, span.italic)
        else:
            merged.append((span.text, span.bold, span.italic))
    return merged
