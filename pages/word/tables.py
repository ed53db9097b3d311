"""Tables: cells as plain text, merged cells taken apart; tables that only lay out photos or a box are none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from . import limits
from .context import Context
from .lines import Line, Table
from .names import child, number, q, value

LONGEST_CAPTION = 60
PASSED_THROUGH = {q(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins")}
Reader = Callable[[object, Context], Iterator[Line | Table]]


@dataclass
class Cell:
    items: list[Line | Table] = field(default_factory=list)
    merged: bool = False

    @property
    def text(self) -> str:
        return " ".join(text for item in self.items if (text := _text(item)))

    @property
    def pictures(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line) and item.pictures]


def read_table(element, context: Context, read: Reader) -> Iterator[Line | Table]:
    """Yield the table *element*, and the pictures that stood in it as lines after it.

    A single cell is a box around ordinary text; photos with nothing but short texts below them are a layout.
    """
    rows = [_cells(row, context, read) for row in _descend(element, q("w:tr")) if not _deleted(row, context)]
    rows = [row for row in rows if row]
    cells = [cell for row in rows for cell in row]
    if sum(bool(cell.items) for cell in cells) == 1 and len(rows) == 1:
        yield from (item for cell in cells for item in cell.items)
        return
    if any(cell.pictures for cell in cells) and (layout := _layout(rows)):
        yield from layout
        return
    if any(cell.text for cell in cells):
        if any(cell.merged for cell in cells):
            context.left_out.add("merged")
        if any(isinstance(item, Table) for cell in cells for item in cell.items):
            context.left_out.add("nested")
        yield _table(rows)
    for cell in cells:
        yield from (Line(pictures=line.pictures) for line in cell.pictures)


def _cells(row, context: Context, read: Reader) -> list[Cell]:
    cells = [Cell(merged=True) for _ in range(_span(value(row, "w:trPr", "w:gridBefore"), 0))]
    for element in _descend(row, q("w:tc")):
        span = _span(value(element, "w:tcPr", "w:gridSpan"), 1)
        vertical = child(element, "w:tcPr", "w:vMerge")
        cells.append(Cell(list(read(element, context)), span > 1 or vertical is not None))
        cells += [Cell(merged=True) for _ in range(span - 1)]
    if len(cells) > limits.MAX_COLUMNS:
        context.left_out.add("wide")
    return cells[: limits.MAX_COLUMNS]


def _span(text: str | None, least: int) -> int:
    return min(max(number(text, least), least), limits.MAX_COLUMNS)


def _descend(element, tag: str) -> Iterator:
    for part in element:
        if part.tag == tag:
            yield part
        elif part.tag in PASSED_THROUGH:
            yield from _descend(part, tag)


def _deleted(row, context: Context) -> bool:
    if child(row, "w:trPr", "w:del") is None:
        return False
    context.left_out.add("changes")
    return True


def _table(rows: list[list[Cell]]) -> Table:
    """Return *rows* as a table; a first row that is one merged cell is its caption."""
    texts = [[cell.text for cell in row] for row in rows]
    first = rows[0]
    alone = len(first) > 1 and first[0].merged and first[0].text and not any(texts[0][1:])
    if alone and sum(any(row) for row in texts[1:]) > 1:
        return Table(_even(texts[1:]), texts[0][0])
    return Table(_even(texts))


def _even(rows: list[list[str]]) -> list[list[str]]:
    """Return *rows* equally long, without columns and rows that are empty all over."""
    width = max(len(row) for row in rows)
    full = [row + [""] * (width - len(row)) for row in rows if any(row)]
    used = [at for at in range(width) if any(row[at] for row in full)]
    return [[row[at] for at in used] for row in full]


def _layout(rows: list[list[Cell]]) -> list[Line]:
    """Return pictures and their captions if the table holds nothing else, else nothing."""
    lines: list[Line] = []
    below: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if not cell.pictures:
                if cell.text and (y, x) not in below:
                    return []
                continue
            texts = [cell.text]
            if y + 1 < len(rows) and x < len(rows[y + 1]) and not rows[y + 1][x].pictures:
                below.add((y + 1, x))
                texts.append(rows[y + 1][x].text)
            if any(len(text) > LONGEST_CAPTION for text in texts) or any(
                isinstance(item, Table) for item in cell.items
            ):
                return []
            lines += [Line(pictures=line.pictures) for line in cell.pictures]
            found = [*cell.items, *(rows[y + 1][x].items if texts[1:] else ())]
            lines += [
                Line(item.spans, kind="caption") for item in found if isinstance(item, Line) and item.text
            ]
    return lines


def _text(item: Line | Table) -> str:
    if isinstance(item, Table):
        return " ".join(text for row in item.rows for text in row if text)
    text = item.text.replace("\n", " ")
    label = "• " if item.bullet else f"{item.number}. " if item.number else ""
    return label + text
