"""Automatic numbering: what Word writes before a paragraph and does not keep in its text."""

import re
from dataclasses import dataclass

from .left_out import LeftOut
from .names import child, number, q, switch, value
from .numerals import numeral
from .styles import Styles

MAX_LEVEL = 8
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Label:
    """A paragraph's number as text, or that it has a bullet."""

    text: str = ""
    bullet: bool = False


class Numbering:
    """Counts the numbered paragraphs of one document, which must be asked for in their order."""

    def __init__(self, root, styles: Styles, left_out: LeftOut) -> None:
        elements = [] if root is None else list(root)
        self._abstract = {e.get(q("w:abstractNumId")): e for e in elements if e.tag == q("w:abstractNum")}
        self._nums = {e.get(q("w:numId")): e for e in elements if e.tag == q("w:num")}
        self._styles, self._left_out = styles, left_out
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        self._levels: dict[tuple[str, int], object] = {}

    def label(self, paragraph, style: str) -> Label:
        """Return what stands before *paragraph* of that style, and count it."""
        num_id, level = self._reference(paragraph, style)
        if num_id not in self._nums:
            return Label()
        abstract = value(self._nums[num_id], "w:abstractNumId") or ""
        element = self._level(num_id, level)
        if element is None:
            return Label()
        self._count(num_id, abstract, level)
        if (value(element, "w:numFmt") or "decimal") == "bullet":
            return Label(bullet=True)
        return Label(self._text(element, num_id, abstract))

    def _reference(self, paragraph, style: str) -> tuple[str, int]:
        own = child(paragraph, "w:pPr", "w:numPr")
        if own is not None and value(own, "w:numId") is not None:
            return value(own, "w:numId"), _clipped(number(value(own, "w:ilvl"), 0))
        for element in self._styles.chain(style):
            found = child(element, "w:pPr", "w:numPr")
            num_id = value(found, "w:numId")
            if num_id is not None:
                level = value(own, "w:ilvl") or value(found, "w:ilvl")
                if level is None:
                    return num_id, self._level_of_style(num_id, element.get(q("w:styleId")))
                return num_id, _clipped(number(level, 0))
        return "", 0

    def _level_of_style(self, num_id: str, style: str | None) -> int:
        for level in range(MAX_LEVEL + 1):
            if value(self._level(num_id, level), "w:pStyle") == style:
                return level
        return 0

    def _level(self, num_id: str, level: int):
        key = (num_id, level)
        if key not in self._levels:
            num = self._nums.get(num_id)
            override = _at_level(num, "w:lvlOverride", level)
            found = child(override, "w:lvl")
            if found is None:
                abstract = self._abstract.get(value(num, "w:abstractNumId"))
                found = _at_level(self._linked(abstract), "w:lvl", level)
            self._levels[key] = found
        return self._levels[key]

    def _linked(self, abstract):
        link = value(abstract, "w:numStyleLink")
        if link is None:
            return abstract
        return next((e for e in self._abstract.values() if value(e, "w:styleLink") == link), abstract)

    def _count(self, num_id: str, abstract: str, level: int) -> None:
        counters = self._counters.setdefault(abstract, {})
        override = value(_at_level(self._nums[num_id], "w:lvlOverride", level), "w:startOverride")
        if override is not None and (num_id, level) not in self._started:
            counters[level] = number(override, 1)
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = self._start(num_id, level)
        self._started.add((num_id, level))
        for deeper in [other for other in counters if other > level]:
            if value(self._level(num_id, deeper), "w:lvlRestart") != "0":
                del counters[deeper]

    def _start(self, num_id: str, level: int) -> int:
        return number(value(self._level(num_id, level), "w:start"), 1)

    def _text(self, element, num_id: str, abstract: str) -> str:
        decimal = bool(switch(element, "w:isLgl"))
        unknown = False

        def written(match: re.Match) -> str:
            nonlocal unknown
            level = int(match[1]) - 1
            count = self._counters[abstract].get(level, self._start(num_id, level))
            format = value(self._level(num_id, level), "w:numFmt") or "decimal"
            text = numeral(count, "decimal" if decimal and format != "none" else format)
            unknown = unknown or text is None
            return str(count) if text is None else text

        text = _PLACE.sub(written, (value(element, "w:lvlText") or "")[:40])
        if unknown:
            self._left_out.add("numbering")
        if text and text[-1].isascii() and value(element, "w:suff") != "nothing":
            text += " "
        return text


def _at_level(parent, name: str, level: int):
    if parent is None:
        return None
    found = (e for e in parent.iterchildren(q(name)) if number(e.get(q("w:ilvl")), 0) == level)
    return next(found, None)


def _clipped(level: int) -> int:
    return min(max(level, 0), MAX_LEVEL)
