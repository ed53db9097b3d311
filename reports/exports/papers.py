"""The papers that are made in the background, and who can have which."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.utils.module_loading import import_string

from .scope import Progress, Scope

OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Paper:
    """One kind of long export; *builder* is the path of its ``build`` (``scope``), imported when it is needed.

    *for_county* and *for_city*: whether it can be made of one county, and of the whole city.
    """

    key: str
    title: str
    description: str
    extension: str
    media_type: str
    builder: str
    for_county: bool = True
    for_city: bool = True

    @property
    def name(self) -> str:
        """The title without the format that stands in brackets behind it, for names of files."""
        return self.title.partition("（")[0]

    def import_builder(self) -> Callable[[Scope, Path, Progress], None]:
        """Import and return the builder."""
        return import_string(self.builder)

    def file_name(self, scope: Scope) -> str:
        """The name under which the file is downloaded."""
        return f"{scope.place}-{scope.year}年-{self.name}.{self.extension}"

    def covers(self, scope: Scope) -> bool:
        """Whether the paper can be made of *scope*."""
        return self.for_county if scope.county else self.for_city


def register_paper(paper: Paper) -> None:
    """Offer *paper*, too: the seam for packages above, which call it once when the application starts."""
    PAPERS[paper.key] = paper


PAPERS: dict[str, Paper] = {
    paper.key: paper
    for paper in (
        Paper(
            key="compilation-docx",
            title="总结汇编（Word）",
            description="全年已通过的年度总结，连同照片编成一册，可以接着修改、排版。供编印、上报用。",
            extension="docx",
            media_type=f"{OFFICE}.wordprocessingml.document",
            builder="reports.exports.compilation.docx.build",
        ),
        Paper(
            key="compilation-pdf",
            title="总结汇编（PDF）",
            description="内容与 Word 版相同，版面固定，手机上也能看。供传阅、打印、存档用。",
            extension="pdf",
            media_type="application/pdf",
            builder="reports.exports.compilation.pdf.build",
        ),
        Paper(
            key="materials",
            title="总结材料包（ZIP）",
            description="一个县区全年的文字材料和原尺寸照片，打成一个压缩包。供归档、移交、另行编辑用。",
            extension="zip",
            media_type="application/zip",
            builder="reports.exports.materials.build",
            for_city=False,
        ),
        Paper(
            key="statistics",
            title="年度统计表（Excel）",
            description="计划、总结、八项工作和活动的数字，列成表格。供统计、上报、写工作总结用。",
            extension="xlsx",
            media_type=f"{OFFICE}.spreadsheetml.sheet",
            builder="reports.exports.statistics.build",
        ),
    )
}
