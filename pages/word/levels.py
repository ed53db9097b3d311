"""Word's definitions of lists: what a level of a list looks like and where it starts."""

from dataclasses import dataclass

from .names import child, number, q, switch, value

MAX_LEVEL = 8
LONGEST_PATTERN = 40


@dataclass(frozen=True)
class Level:
    """One level of a list: *pattern* has ``%1`` to ``%9`` where numbers of the levels go.

    *override* is the number with which this list begins anew, *style* the paragraph style tied to the level.
    """

    format: str
    pattern: str
    start: int
    override: int | None
    restarts: bool
    decimal: bool
    tight: bool
    style: str | None


class Levels:
    """The lists of one document, by the root element of its numbering (None if it has none)."""

    def __init__(self, root) -> None:
        elements = [] if root is None else list(root)
        self._abstract = {e.get(q("w:abstractNumId")): e for e in elements if e.tag == q("w:abstractNum")}
        self._nums = {e.get(q("w:numId")): e for e in elements if e.tag == q("w:num")}
        self._links = {value(e, "w:styleLink"): e for e in self._abstract.values()}
        self._levels: dict[tuple[str, int], Level | None] = {}

    def __contains__(self, num_id: str) -> bool:
        return num_id in self._nums

    def abstract(self, num_id: str) -> str:
        """Return the id of the definition of list *num_id*; lists of one definition count on together."""
        return value(self._nums[num_id], "w:abstractNumId") or ""

    def get(self, num_id: str, level: int) -> Level | None:
        """Return that level of list *num_id*, None if it is not defined."""
        key = (num_id, level)
        if key not in self._levels:
            self._levels[key] = self._read(num_id, level)
        return self._levels[key]

    def _read(self, num_id: str, level: int) -> Level | None:
        override = _at_level(self._nums[num_id], "w:lvlOverride", level)
        element = child(override, "w:lvl")
        if element is None:
            abstract = self._abstract.get(self.abstract(num_id))
            linked = self._links.get(value(abstract, "w:numStyleLink") or "", abstract)
            element = _at_level(linked, "w:lvl", level)
        if element is None:
            return None
        begin = value(override, "w:startOverride")
        return Level(
            format=value(element, "w:numFmt") or "decimal",
            pattern=(value(element, "w:lvlText") or "")[:LONGEST_PATTERN],
            start=number(value(element, "w:start"), 1),
            override=None if begin is None else number(begin, 1),
            restarts=value(element, "w:lvlRestart") != "0",
            decimal=bool(switch(element, "w:isLgl")),
            tight=value(element, "w:suff") == "nothing",
            style=value(element, "w:pStyle"),
        )


def _at_level(parent, name: str, level: int):
    if parent is None:
        return None
    found = (e for e in parent.iterchildren(q(name)) if number(e.get(q("w:ilvl")), 0) == level)
    return next(found, None)
