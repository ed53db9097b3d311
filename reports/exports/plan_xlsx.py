"""The plan table as a spreadsheet, laid out to be printed on landscape A4."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .cells import fill
from .plan_table import COLUMNS, PlanTable
from .sheet import Column, row_height

HEAD_ROW = 3


def plan_xlsx(table: PlanTable) -> bytes:
    """Return *table* as XLSX."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "计划表"
    last = get_column_letter(len(COLUMNS))
    _line(sheet, 1, last, table.title, Font(name="方正小标宋简体", size=18), "center")
    _line(sheet, 2, last, table.unit, Font(name="仿宋", size=12), "left")
    edge = Side(style="thin")
    for row, values in enumerate([[heading for heading, _ in COLUMNS], *table.rows], start=HEAD_ROW):
        sheet.row_dimensions[row].height = row_height(values, [Column(*one) for one in COLUMNS])
        for column, value in enumerate(values, start=1):
            cell = fill(sheet.cell(row, column), value)
            cell.border = Border(edge, edge, edge, edge)
            cell.font = Font(name="仿宋", size=11, bold=row == HEAD_ROW)
            cell.alignment = Alignment(
                "center" if column < 5 or row == HEAD_ROW else "left", "center", wrap_text=True
            )
    if table.signature:
        _line(sheet, sheet.max_row + 2, last, table.signature, Font(name="仿宋", size=12), "left")
    for column, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    output = BytesIO()
    workbook.save(output)
    return output.getvalue()


def _line(sheet: Worksheet, row: int, last: str, words: str, font: Font, side: str) -> None:
    sheet.merge_cells(f"A{row}:{last}{row}")
    cell = fill(sheet[f"A{row}"], words)
    cell.font, cell.alignment = font, Alignment(side, "center", wrap_text=True)
    sheet.row_dimensions[row].height = 34 if row == 1 else 24
