"""Wagtail's export of lists, with the cells of this site's spreadsheets."""

import csv
from collections.abc import Iterator
from io import BytesIO

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from wagtail.admin.views.mixins import Echo, SpreadsheetExportMixin

from .cells import BYTE_ORDER_MARK, csv_value, xlsx_cell


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
