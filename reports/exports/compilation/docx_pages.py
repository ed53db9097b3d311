"""On which page things probably stand in Word: signs are as wide as they are high, lines equally high.

Only what the contents show until Word has counted itself; so a page's difference costs nothing but an update.
"""

from collections.abc import Mapping
from math import ceil
from unicodedata import east_asian_width

from docx.oxml.ns import qn

from ..office.document import BOTTOM, HEIGHT, TEXT_WIDTH, TOP
from ..office.styles import LINE, Style

POINTS_PER_CM = 72 / 2.54
EMU = 12700  # to a point
PAGE_HEIGHT = (HEIGHT - TOP - BOTTOM) * POINTS_PER_CM
PAGE_WIDTH = TEXT_WIDTH * POINTS_PER_CM
PARAGRAPH, TABLE, ROW, CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
SIGNS = {qn("w:t"): lambda part: part.text or "", qn("w:br"): lambda part: "\n"}


class Pages:
    """Counts pages while elements are written one after another in *styles*, by id; *number* is the page reached."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self.number = 0
        self._left = 0.0
        self._styles = styles

    def add(self, element) -> None:
        """The paragraph or table *element* follows."""
        if element.tag == TABLE:
            for row in element.iter(ROW):
                cells = list(row.iter(CELL))
                self._block(max(self._height(cell, PAGE_WIDTH / len(cells)) for cell in cells))
        elif element.tag == PARAGRAPH:
            style = self._style(element)
            if style.new_page or not self.number:
                self._begin()
            self._left -= style.before
            for height in _blocks(element, style, PAGE_WIDTH):
                self._block(height)
            self._left -= style.after

    def _begin(self) -> None:
        self.number += 1
        self._left = PAGE_HEIGHT

    def _block(self, height: float) -> None:
        if height > self._left:
            self._begin()
        self._left -= height

    def _height(self, cell, width: float) -> float:
        heights = 0.0
        for paragraph in cell.iter(PARAGRAPH):
            style = self._style(paragraph)
            heights += style.before + sum(_blocks(paragraph, style, width)) + style.after
        return heights

    def _style(self, paragraph) -> Style:
        return self._styles[paragraph.pPr.pStyle.val]


def _blocks(paragraph, style: Style, width: float) -> list[float]:
    """The heights of what is not torn apart: a picture, or each line."""
    pictures = [int(extent.get("cy")) / EMU for extent in paragraph.iter(qn("wp:extent"))]
    if pictures:
        return [max(pictures)]
    text = "".join(SIGNS[part.tag](part) for part in paragraph.iter(*SIGNS))
    first, room = style.size * style.first_line / 100, width - style.left - style.right
    lines = sum(max(1, ceil((first + _width(part) * style.size) / room)) for part in text.split("\n"))
    return [style.line or LINE] * lines


def _width(text: str) -> float:
    return sum(1.0 if east_asian_width(sign) in "WFA" else 0.5 for sign in text)
