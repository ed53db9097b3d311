"""Lists of Word: bullets, and numbers that begin at 1 in each list."""

from .elements import element

BULLETS, NUMBERS = 1, 2
INDENT = 480  # twips from level to level
LEVELS = 3
BULLET_SIGNS = ("•", "◦", "▪")


class Lists:
    """The lists of one document, in the root element of its numbering; whatever was there is removed."""

    def __init__(self, root) -> None:
        self._root = root
        for child in list(root):
            root.remove(child)
        root.append(_definition(BULLETS, "bullet", BULLET_SIGNS))
        root.append(_definition(NUMBERS, "decimal", tuple(f"%{level}." for level in range(1, LEVELS + 1))))
        root.extend(_list(number, number) for number in (BULLETS, NUMBERS))
        self._last = NUMBERS

    def begin(self) -> int:
        """Return the id of a new numbered list."""
        self._last += 1
        made = _list(self._last, NUMBERS)
        for level in range(LEVELS):
            made.append(element("lvlOverride", (element("startOverride", val=1),), ilvl=level))
        self._root.append(made)
        return self._last


def _list(number: int, definition: int):
    return element("num", (element("abstractNumId", val=definition),), numId=number)


def _definition(number: int, format: str, texts: tuple[str, ...]):
    made = element("abstractNum", (element("multiLevelType", val="multilevel"),), abstractNumId=number)
    for level, text in enumerate(texts):
        indent = element("ind", left=INDENT * (level + 2), hanging=320)
        made.append(
            element(
                "lvl",
                (
                    element("start", val=1),
                    element("numFmt", val=format),
                    element("lvlText", val=text),
                    element("lvlJc", val="left"),
                    element("pPr", (indent,)),
                ),
                ilvl=level,
            )
        )
    return made
