"""A table on a sheet of Excel as offices file it: title, heading row, borders, notes; printed on landscape A4."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .cells import fill

TITLE_ROW, HEAD_ROW = 1, 2
LINE, PADDING = 15, 4  # points
FIRST_WIDE = 0x2E7F  # from here on characters are two wide
TITLE_FONT, FACE = Font(name="方正小标宋简体", size=18), "仿宋"
EDGE = Side(style="thin", color="808080")
BORDER = Border(EDGE, EDGE, EDGE, EDGE)
HEAD_FILL = PatternFill("solid", fgColor="F3E9E6")
CENTRE, LEFT = (Alignment(side, "center", wrap_text=True) for side in ("center", "left"))


@dataclass(frozen=True)
class Column:
    """A column: its *heading*, and its *width* in characters."""

    heading: str
    width: float


def write_sheet(
    sheet: Worksheet,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Any]],
    notes: Sequence[str] = (),
    totals: bool = False,
) -> None:
    """Write the table onto the empty *sheet*. Texts are texts, whatever they begin with; *totals*: the last row is bold."""
    last = get_column_letter(len(columns))
    _line(sheet, TITLE_ROW, last, title, TITLE_FONT, CENTRE, 34)
    headings = [column.heading for column in columns]
    for number, values in enumerate([headings, *rows], start=HEAD_ROW):
        heavy = number == HEAD_ROW or (totals and number == HEAD_ROW + len(rows))
        for place, value in enumerate(values, start=1):
            cell = fill(sheet.cell(number, place), value)
            cell.font, cell.border = Font(name=FACE, size=11, bold=heavy), BORDER
            cell.alignment = LEFT if isinstance(value, str) and number != HEAD_ROW else CENTRE
            if number == HEAD_ROW:
                cell.fill = HEAD_FILL
    for number, note in enumerate(notes, start=HEAD_ROW + len(rows) + 2):
        _line(sheet, number, last, note, Font(name=FACE, size=10, color="595959"), LEFT, 20)
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.row_dimensions[HEAD_ROW].height = row_height(headings, columns, heavy=True)
    for number, values in enumerate(rows, start=HEAD_ROW + 1):
        sheet.row_dimensions[number].height = row_height(values, columns)
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 2)
    _for_paper(sheet)


def row_height(values: Sequence[Any], columns: Sequence[Column], heavy: bool = False) -> int:
    """Return how high a row of *values* must be, in points; *heavy* ones are bold.

    LibreOffice and WPS do not work it out for a file that is new.
    """
    room = 2 if heavy else 1
    lines = [1]
    for value, column in zip(values, columns, strict=True):
        texts = str(value).split("\n") if value is not None else ()
        widths = [sum(2 if ord(sign) > FIRST_WIDE else 1 for sign in text) for text in texts]
        lines.append(sum(max(1, ceil(width / (column.width - room))) for width in widths))
    return LINE * max(lines) + PADDING


def _line(
    sheet: Worksheet, row: int, last: str, words: str, font: Font, side: Alignment, height: int
) -> None:
    sheet.merge_cells(f"A{row}:{last}{row}")
    cell = fill(sheet[f"A{row}"], words)
    cell.font, cell.alignment = font, side
    sheet.row_dimensions[row].height = height


def _for_paper(sheet: Worksheet) -> None:
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
