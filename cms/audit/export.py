"""The list as a file, written row by row; more rows than ``MOST`` are for another export."""

import csv
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from wagtail.admin.views.mixins import Echo

from reports.exports.cells import BYTE_ORDER_MARK, csv_value, xlsx_cell

from .row import Row

MOST = 10_000
COLUMNS = {"时间": 18, "人员": 26, "县区": 16, "操作": 18, "内容": 44, "说明": 60}
CUT = f"只导出最近的 {MOST:,} 条，更早的请缩小日期范围再导出。"


def cells(row: Row) -> list:
    """Return what stands in the columns."""
    return [row.local_time, row.person, row.county, row.act, row.subject, row.detail]


def limited(rows: Iterable[Row]) -> Iterator[list]:
    """Yield the cells of *rows*, and where there are more than may be, a line that says so."""
    for number, row in enumerate(rows):
        if number == MOST:
            yield [CUT]
            return
        yield cells(row)


def csv_lines(rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield the file line by line."""
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK.encode()
    yield writer.writerow(list(COLUMNS))
    for line in limited(rows):
        yield writer.writerow([csv_value(value) for value in line])


def xlsx_file(rows: Iterable[Row]) -> IO[bytes]:
    """Return the file, open at its beginning; what is being written lies on disk."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title="操作记录")
    sheet.freeze_panes = "A2"
    for number, width in enumerate(COLUMNS.values(), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append(list(COLUMNS))
    for line in limited(rows):
        sheet.append([xlsx_cell(sheet, value) for value in line])
    target = TemporaryFile()  # noqa: SIM115 - the response closes it
    workbook.save(target)
    target.seek(0)
    return target
