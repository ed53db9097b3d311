"""总结材料包: a county's year as a ZIP: each summary as a Word document, its photos as they are stored, the plan table,
and an index that says which file is what."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from typing import IO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.utils import timezone
from openpyxl import Workbook

from media.models import CustomImage
from media.names import split_extension

from .bodies import bodies
from .file_names import Names, safe_name
from .plan_docx import plan_docx
from .plan_table import plan_table
from .plan_xlsx import plan_xlsx
from .scope import NothingToExport, Progress, Scope
from .sheet import Column, write_sheet
from .summaries import Chapter, OneSummary, chapters
from .summary_docx import summary_docx

SUMMARIES, PHOTOS, PLANS, INDEX = "总结", "照片", "计划表", "目录.xlsx"
COLUMNS = (
    Column("序号", 6), Column("类别", 8), Column("文件", 46), Column("示范点", 26), Column("标题或图片说明", 44),
    Column("图片描述", 44), Column("字数", 8), Column("备注", 24),
)  # fmt: skip
MISSING = "照片文件缺失，没有放入"
OWN_NAME = 40  # signs of a county's and of a site's name: the whole stays below what Windows takes


def build(scope: Scope, target: Path, progress: Progress) -> None:
    """Write the ZIP of a county. One photo is in memory at a time.

    Raises ``NothingToExport`` if the county has no published summary and no accepted plan in that year.
    """
    if scope.county is None:
        raise NothingToExport("材料包一次只能制作一个县区的，请先选择县区。")
    found = list(chapters(scope))
    table = plan_table(scope.year, (scope.path,), scope.county)
    if not found and not table.rows:
        raise NothingToExport(
            f"{scope.place}{scope.year}年还没有已发布的总结和已通过的计划，没有可打包的材料。"
        )
    with ZipFile(target, "w", ZIP_STORED) as archive:
        package = _Package(archive, scope)
        if table.rows:
            package.add_plans(table)
        total = sum(len(chapter.summaries) for chapter in found)
        done = 0
        for chapter in found:
            for summary in chapter.summaries:
                package.add_summary(chapter, summary)
                done += 1
                progress(done, total)
        package.add_index()


class _Package:
    """The archive being written and its index."""

    def __init__(self, archive: ZipFile, scope: Scope) -> None:
        self._archive, self._scope = archive, scope
        self._top = safe_name(f"{scope.place}-{scope.year}年-总结材料")
        self._moment = timezone.localtime().timetuple()[:6]
        self._names = Names()
        self._photos: Counter[str] = Counter()
        self._index: list[list] = []

    def add_plans(self, table) -> None:
        """Add the plan table in both formats."""
        for extension, make in (("docx", plan_docx), ("xlsx", plan_xlsx)):
            name = f"{PLANS}/{safe_name(f'{self._scope.place}-{self._scope.year}年-特色亮点工作计划表')}.{extension}"
            self._write(name, BytesIO(make(table)))
            self._note("计划表", name, "", table.title)

    def add_summary(self, chapter: Chapter, summary: OneSummary) -> None:
        """Add a summary as DOCX and its photos."""
        page, county = summary.page, chapter.county.title
        place = safe_name(summary.site.title, OWN_NAME) if summary.site else "县区汇总"
        stem = f"{safe_name(county, OWN_NAME)}-{place}-{page.year}年度总结"
        name = f"{SUMMARIES}/{self._names.free(stem, 'docx')}"
        document = BytesIO()
        missing = summary_docx(summary, county, document)
        document.seek(0)
        self._write(name, document)
        note = f"{len(missing)} 张照片文件缺失" if missing else ""
        site = summary.site.title if summary.site else "、".join(summary.covered)
        self._note("总结", name, site, page.title, "", page.character_count, note)
        self._add_photos(f"{safe_name(county, OWN_NAME)}-{place}", site, summary)

    def _add_photos(self, stem: str, site: str, summary: OneSummary) -> None:
        given: dict[int, str] = {}
        for image, caption, description in _photos(summary):
            if image.pk not in given:
                self._photos[stem.casefold()] += 1
                extension = split_extension(image.file.name)[1] or "jpg"
                given[image.pk] = f"{PHOTOS}/{stem}-{self._photos[stem.casefold()]}.{extension}"
                try:
                    with image.open_file() as stored:
                        self._write(given[image.pk], stored)
                except OSError:
                    given[image.pk] = ""
            name = given[image.pk]
            self._note("照片", name, site, caption, description, None, "" if name else MISSING)

    def add_index(self) -> None:
        """Add the index, last: it knows everything."""
        workbook = Workbook()
        sheet = workbook.active
        sheet.title = "目录"
        rows = [[number, *row] for number, row in enumerate(self._index, start=1)]
        write_sheet(sheet, f"{self._scope.place}{self._scope.year}年总结材料目录", COLUMNS, rows)
        content = BytesIO()
        workbook.save(content)
        content.seek(0)
        self._write(INDEX, content)

    def _write(self, name: str, content: IO[bytes]) -> None:
        with self._archive.open(ZipInfo(f"{self._top}/{name}", self._moment), "w") as member:
            copyfileobj(content, member)

    def _note(self, kind, name, site, title, description="", characters=None, note="") -> None:
        self._index.append([kind, name, site, title, description, characters, note])


def _photos(summary: OneSummary) -> Iterator[tuple[CustomImage, str, str]]:
    """The pictures within the text and those below it, in the order of the Word document."""
    (parts,) = bodies([summary.page])
    for part in parts:
        pictures = {"picture": lambda value: [value], "gallery": list}.get(part.kind)
        for one in pictures(part.value) if pictures else ():
            if one["image"]:
                yield one["image"], one["caption"], one["description"]
    for row in summary.photos:
        yield row.image, row.caption, row.description
