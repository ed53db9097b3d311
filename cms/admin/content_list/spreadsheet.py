"""The list as a file for Excel or WPS: Chinese in it is read right, and nothing in it is run."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from wagtail.admin.views.mixins import SpreadsheetExportMixin

BYTE_ORDER_MARK = "\ufeff".encode()  # without it Excel takes the file for GBK
RUNS = ("=", "+", "-", "@", "\t", "\r")  # what a cell of a CSV file must not begin with


class SafeSpreadsheetMixin(SpreadsheetExportMixin):
    """Times are those of Liuzhou; text that a spreadsheet program would compute stays text."""

    custom_value_preprocess = {
        datetime: dict.fromkeys(SpreadsheetExportMixin.FORMATS, lambda moment: local(moment)),
        str: {SpreadsheetExportMixin.FORMAT_CSV: lambda text: harmless(text)},
        type(None): dict.fromkeys(SpreadsheetExportMixin.FORMATS, lambda nothing: ""),
    }

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        yield BYTE_ORDER_MARK
        yield from super().stream_csv(queryset)

    def write_csv_response(self, queryset: Any) -> HttpResponse:
        response = StreamingHttpResponse(self.stream_csv(queryset), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = content_disposition_header(True, f"{self.get_filename()}.csv")
        return response


def local(moment: datetime) -> str:
    """Return *moment* as a spreadsheet in Liuzhou should have it."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def harmless(text: str) -> str:
    """Return *text* so that no program takes it for a formula."""
    return f"'{text}" if text.startswith(RUNS) else text
