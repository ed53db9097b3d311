"""Cells of spreadsheets that open in an office in China as they should: Chinese intact, local times, no formulas."""

from datetime import datetime
from typing import Any

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

BYTE_ORDER_MARK = "\ufeff"  # by which Excel knows UTF-8
FORMULA_SIGNS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "＝",
    "＋",
    "－",
    "＠",
)  # Excel in Chinese takes wide ones too
XLSX_TIME = "yyyy-mm-dd hh:mm"
_NO_SIGNS = str.maketrans("", "", "\ufffe\uffff")


def xml_text(text: str) -> str:
    """Return *text* without what no XML, and so no file of Word or Excel, can hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text).translate(_NO_SIGNS)


def csv_value(value: Any) -> Any:
    """Return what stands in a cell of CSV. An apostrophe before a formula's sign makes a text of it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        return f"'{value}"
    return value


def xlsx_cell(worksheet, value: Any) -> WriteOnlyCell:
    """Return a cell of XLSX; texts are stored as texts, whatever they begin with."""
    if isinstance(value, datetime):
        cell = WriteOnlyCell(worksheet, value.replace(tzinfo=None))
        cell.number_format = XLSX_TIME
        return cell
    return fill(WriteOnlyCell(worksheet), value)


def fill(cell: Cell, value: str | int | float | None) -> Cell:
    """Put *value* into *cell* and return it; texts are stored as texts, whatever they begin with."""
    if not isinstance(value, str):
        cell.value = value
        return cell
    cell.value = xml_text(value)
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(FORMULA_SIGNS)  # stays a text when somebody edits the cell
    return cell
