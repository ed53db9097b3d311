"""Tables of the body: a heading row that is repeated on each page, rows that are never torn."""

from collections.abc import Iterator
from typing import Any

from .elements import element, paragraph, run

PERCENT = 50  # Word counts a table's width in fiftieths of a per cent


def table(caption: str, value: Any) -> Iterator:
    """Yield the table *value* of the body (``TypedTable``) and its caption; nothing if it has no columns."""
    headings = [column["heading"] for column in value.columns]
    rows = [[_text(cell.value) for cell in row] for row in value.rows]
    if not headings:
        return
    if caption:
        yield paragraph("TableCaption", run(f"表：{caption}"))
    grid = element("tblGrid", tuple(element("gridCol") for _ in headings))
    properties = element(
        "tblPr", (element("tblStyle", val="Grid"), element("tblW", w=100 * PERCENT, type="pct"))
    )
    made = element("tbl", (properties, grid))
    if any(headings):
        made.append(_row(headings, head=True))
    made.extend(_row(row) for row in rows)
    yield made
    yield paragraph("Normal")  # two tables that touch would be one


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _row(texts: list[str], head: bool = False):
    marks = [element("cantSplit")] + ([element("tblHeader")] if head else [])
    made = element("tr", (element("trPr", tuple(marks)),))
    for text in texts:
        made.append(element("tc", (element("tcPr"), paragraph("Cell", run(text, bold=head)))))
    return made
