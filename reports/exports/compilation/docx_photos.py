"""Photos of a summary two by two, each over its caption, without lines around them."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ..office.elements import element
from ..office.photos import Photo, Photos

WIDEST, HIGHEST = 7.4, 5.6  # centimetres
ALONE = 9.0
STYLE = "PictureInRow"  # not kept with what follows: rows would drag one another to the next page


def pairs(photos: Photos, rows: Sequence[Photo]) -> Iterator:
    """Yield a table with *rows* by two, an odd one centred in its row; nothing for none."""
    if not rows:
        return
    grid = element("tblGrid", (element("gridCol"), element("gridCol")))
    properties = element("tblPr", (element("tblW", w=5000, type="pct"), element("tblLayout", type="fixed")))
    table = element("tbl", (properties, grid))
    for left, right in zip_longest(rows[::2], rows[1::2]):
        if right is None:
            cells = [_cell(photos.one(left, ALONE, HIGHEST, STYLE), 2)]
        else:
            cells = [_cell(photos.one(one, WIDEST, HIGHEST, STYLE)) for one in (left, right)]
        table.append(element("tr", (element("trPr", (element("cantSplit"),)), *cells)))
    yield table


def _cell(content: Iterator, span: int = 1):
    properties = element("tcPr", (element("tcW", w=2500 * span, type="pct"), element("gridSpan", val=span)))
    return element("tc", (properties, *content))
