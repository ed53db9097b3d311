"""The sheets of a year as a ZIP: a folder for each month, a PDF for each publication, an index."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils import timezone
from openpyxl import Workbook

from reports.exports.file_names import Names, safe_name
from reports.exports.papers import Paper, register_paper
from reports.exports.scope import NothingToExport, Progress, Scope
from reports.exports.sheet import Column, write_sheet

from ..workflow.ledger import Action, LedgerEntry
from .printing import SheetPrinter, file_stem
from .reading import Publications
from .sheet import ApprovalSheet, Signed

INDEX = "目录.xlsx"
COLUMNS = (
    Column("序号", 6), Column("月份", 6), Column("编号", 22), Column("县区", 16), Column("示范点", 22),
    Column("标题", 36), Column("类型", 18), Column("供稿", 14), Column("送审时间", 18), Column("县区审定", 14),
    Column("审定时间", 18), Column("市级审核", 14), Column("发布时间", 18), Column("现在", 26), Column("文件", 44),
)  # fmt: skip
PAPER = Paper(
    key="approval-sheets",
    title="审签单（按月，ZIP）",
    description="全年每次发布的信息发布审签单，一次一份PDF，按发布的月份分文件夹，附目录。供归档、检查用。",
    extension="zip",
    media_type="application/zip",
    builder="cms.sheets.papers.build",
)


def connect() -> None:
    """Offer it among the long exports; called once when the application starts."""
    register_paper(PAPER)


def build(scope: Scope, target: Path, progress: Progress) -> None:
    """Write the ZIP of what was published in the year of *scope*, withdrawn pages too; one sheet is in memory at a time.

    Raises ``NothingToExport`` if nothing was, and ``PdfUnavailable`` where nothing can be printed.
    """
    found = _published(scope)
    if not found:
        raise NothingToExport(f"{scope.place}{scope.year}年还没有发布过内容，没有审签单。")
    printer = SheetPrinter()
    progress(0, len(found))
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        cabinet = _Cabinet(archive, scope)
        for done, (entry_id, page_id) in enumerate(found, start=1):
            publications = Publications.of(page_id)
            sheet = publications.sheet(publications.find(entry_id))
            cabinet.add(sheet, printer.print(sheet))
            progress(done, len(found))
        cabinet.add_index()


def _published(scope: Scope) -> list[tuple[int, int]]:
    """Ids of the publications in *scope* and of their pages, in the order of time."""
    found = LedgerEntry.objects.filter(action=Action.PUBLISHED, created_at__year=scope.year)
    if scope.county:
        found = found.filter(county_code=scope.county.code)
    return list(found.order_by("pk").values_list("pk", "page_id"))


class _Cabinet:
    """The archive being written and its index."""

    def __init__(self, archive: ZipFile, scope: Scope) -> None:
        self._archive, self._scope, self._names = archive, scope, Names()
        self._top = safe_name(f"{scope.place}-{scope.year}年-{PAPER.name}")
        self._moment = timezone.localtime().timetuple()[:6]
        self._rows: list[list] = []

    def add(self, sheet: ApprovalSheet, content: bytes) -> None:
        """Add one sheet in the folder of its month."""
        month = timezone.localtime(sheet.published_at).month
        name = f"{month:02d}月/{self._names.free(file_stem(sheet), 'pdf')}"
        self._write(name, content)
        self._rows.append([len(self._rows) + 1, month, *_row(sheet), name])

    def add_index(self) -> None:
        """Add the index, last: it knows everything."""
        workbook = Workbook()
        workbook.active.title = "目录"
        title = f"{self._scope.place}{self._scope.year}年信息发布审签单目录"
        write_sheet(workbook.active, title, COLUMNS, self._rows)
        content = BytesIO()
        workbook.save(content)
        self._write(INDEX, content.getvalue())

    def _write(self, name: str, content: bytes) -> None:
        member = ZipInfo(f"{self._top}/{name}", self._moment)
        member.compress_type = ZIP_DEFLATED
        self._archive.writestr(member, content)


def _row(sheet: ApprovalSheet) -> list[str]:
    now = f"{sheet.ended.words}（{_time(sheet.ended.at)}）" if sheet.ended else "公开"
    return [
        sheet.number, sheet.facts.unit, sheet.facts.site, sheet.title, sheet.facts.type_name,
        *_signed(sheet.contributor), *_signed(sheet.lead), sheet.city.name if sheet.city else "",
        _time(sheet.published_at), now,
    ]  # fmt: skip


def _signed(signed: Signed | None) -> tuple[str, str]:
    return (signed.name, _time(signed.at)) if signed else ("", "")


def _time(moment) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
