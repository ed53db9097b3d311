"""The ledger as a spreadsheet."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from pages.works.kinds import KINDS

from ..ledger import Report, Row, progress
from ..status import Duty, day_of
from .cells import xlsx_cell

Value = Callable[[Row], Any]


def _of(duty: Duty, read: Callable[[Report], Any]) -> Value:
    def value(row: Row) -> Any:
        report = row.report(duty)
        return read(report) if report else "不报"

    return value


def _approved(report: Report) -> str:
    moment = report.standing.approved_at
    return f"{day_of(moment):%Y-%m-%d}" if moment else ""


def _columns_of(duty: Duty) -> list[tuple[str, int, Value]]:
    name = duty.label
    return [
        (f"{name}状态", 14, _of(duty, lambda report: report.state.label)),
        (f"{name}时限", 14, _of(duty, lambda report: report.standing.timing_words)),
        (f"{name}截止", 12, _of(duty, lambda report: f"{report.standing.deadline:%Y-%m-%d}")),
        (f"{name}县区审定", 13, _of(duty, _approved)),
    ]


# Heading, width in characters, value: nothing else leaves the system.
COLUMNS: list[tuple[str, int, Value]] = [
    ("序号", 6, lambda row: None),
    ("县区", 18, lambda row: row.county.title),
    ("示范点", 28, lambda row: row.site.draft_title or row.site.title),
    *_columns_of(Duty.PLAN),
    *_columns_of(Duty.SUMMARY),
    *((kind.short_name, 12, lambda row, slug=kind.slug: row.works.get(slug, 0)) for kind in KINDS),
    ("已发布合计", 12, lambda row: row.items),
    ("最近活动", 12, lambda row: f"{row.last_activity:%Y-%m-%d}" if row.last_activity else ""),
]


def ledger_xlsx(rows: Iterable[Row], title: str) -> bytes:
    """Return an XLSX of *rows* in their order with a line of totals; *title* names the sheet."""
    rows = list(rows)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title=title)
    sheet.freeze_panes = "D2"
    for number, (_, width, _) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([heading for heading, _, _ in COLUMNS])
    for number, row in enumerate(rows, start=1):
        values = [number, *(value(row) for _, _, value in COLUMNS[1:])]
        sheet.append([xlsx_cell(sheet, value) for value in values])
    sheet.append(_totals(rows))
    output = BytesIO()
    workbook.save(output)
    return output.getvalue()


def _totals(rows: list[Row]) -> list[Any]:
    found: dict[str, Any] = {"县区": "合计", "示范点": f"{len(rows)} 个示范点"}
    for duty in Duty:
        one = progress(rows, duty)
        found[f"{duty.label}状态"] = f"已通过 {one.accepted}/{one.owed}"
        found[f"{duty.label}时限"] = f"迟报 {one.late}，逾期 {one.overdue}"
    for kind in KINDS:
        found[kind.short_name] = sum(row.works.get(kind.slug, 0) for row in rows)
    found["已发布合计"] = sum(row.items for row in rows)
    return [found.get(heading, "") for heading, _, _ in COLUMNS]
