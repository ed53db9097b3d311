"""Automatic numbering: what Word writes before a paragraph and does not keep in its text."""

import re
from dataclasses import dataclass

from .left_out import LeftOut
from .levels import MAX_LEVEL, Level, Levels
from .names import child, number, q, value
from .numerals import numeral
from .styles import Styles

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Label:
    """A paragraph's number as text, or that it has a bullet."""

    text: str = ""
    bullet: bool = False


class Numbering:
    """Counts the numbered paragraphs of one document, which must be asked for in their order."""

    def __init__(self, root, styles: Styles, left_out: LeftOut) -> None:
        self._levels = Levels(root)
        self._styles, self._left_out = styles, left_out
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, paragraph, style: str) -> Label:
        """Return what stands before *paragraph* of that style, and count it."""
        num_id, at = self._reference(paragraph, style)
        level = self._levels.get(num_id, at) if num_id in self._levels else None
        if level is None:
            return Label()
        counters = self._counters.setdefault(self._levels.abstract(num_id), {})
        self._count(counters, num_id, at, level)
        if level.format == "bullet":
            return Label(bullet=True)
        return Label(self._text(counters, num_id, level))

    def _reference(self, paragraph, style: str) -> tuple[str, int]:
        own = child(paragraph, "w:pPr", "w:numPr")
        own_level = value(own, "w:ilvl")
        if (num_id := value(own, "w:numId")) is not None:
            return num_id, _clipped(own_level)
        for element in self._styles.chain(style):
            found = child(element, "w:pPr", "w:numPr")
            num_id = value(found, "w:numId")
            if num_id is not None:
                level = own_level or value(found, "w:ilvl")
                if level is None:
                    return num_id, self._level_of_style(num_id, element.get(q("w:styleId")))
                return num_id, _clipped(level)
        return "", 0

    def _level_of_style(self, num_id: str, style: str | None) -> int:
        if num_id in self._levels:
            for at in range(MAX_LEVEL + 1):
                level = self._levels.get(num_id, at)
                if level and level.style == style:
                    return at
        return 0

    def _count(self, counters: dict[int, int], num_id: str, at: int, level: Level) -> None:
        if level.override is not None and (num_id, at) not in self._started:
            counters[at] = level.override
        else:
            counters[at] = counters[at] + 1 if at in counters else level.start
        self._started.add((num_id, at))
        for deeper in [other for other in counters if other > at]:
            below = self._levels.get(num_id, deeper)
            if below is None or below.restarts:
                del counters[deeper]

    def _text(self, counters: dict[int, int], num_id: str, level: Level) -> str:
        unknown = False

        def written(match: re.Match) -> str:
            nonlocal unknown
            at = int(match[1]) - 1
            named = self._levels.get(num_id, at)
            if named is None:
                return ""
            count = counters.get(at, named.start)
            text = numeral(count, "decimal" if level.decimal else named.format)
            unknown = unknown or text is None
            return str(count) if text is None else text

        text = _PLACE.sub(written, level.pattern)
        if unknown:
            self._left_out.add("numbering")
        return f"{text} " if text and text[-1].isascii() and not level.tight else text


def _clipped(level: str | None) -> int:
    return min(max(number(level, 0), 0), MAX_LEVEL)
