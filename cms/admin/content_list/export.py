"""Spreadsheets that open in an office in China as they should: Chinese intact, local times, no formulas."""

import csv
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter
from wagtail.admin.views.mixins import Echo, SpreadsheetExportMixin

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
    if not isinstance(value, str):
        return WriteOnlyCell(worksheet, value)
    cell = WriteOnlyCell(worksheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(FORMULA_SIGNS)  # stays a text when somebody edits the cell
    return cell


class SpreadsheetMixin(SpreadsheetExportMixin):
    """Wagtail's export with these cells. Rows give local times; ``export_widths`` are in characters."""

    export_widths: dict[str, int] = {}

    def stream_csv(self, queryset) -> Iterator[bytes]:
        writer = csv.writer(Echo())
        yield BYTE_ORDER_MARK.encode()
        yield writer.writerow([self.get_heading(queryset, field) for field in self.list_export])
        for item in queryset:
            yield writer.writerow([csv_value(value) for value in self.to_row_dict(item).values()])

    def write_csv_response(self, queryset) -> HttpResponse:
        response = StreamingHttpResponse(self.stream_csv(queryset), content_type="text/csv; charset=utf-8")
        # Wagtail's own header is for names in ASCII.
        response["Content-Disposition"] = content_disposition_header(True, f"{self.get_filename()}.csv")
        return response

    def write_xlsx(self, queryset, output: BytesIO) -> None:
        workbook = Workbook(write_only=True)
        worksheet = workbook.create_sheet(title=self.get_page_title())
        worksheet.freeze_panes = "A2"
        for number, field in enumerate(self.list_export, start=1):
            letter = get_column_letter(number)
            worksheet.column_dimensions[letter].width = self.export_widths.get(field, 12)
        worksheet.append([self.get_heading(queryset, field) for field in self.list_export])
        for item in queryset:
            worksheet.append([xlsx_cell(worksheet, value) for value in self.to_row_dict(item).values()])
        workbook.save(output)
