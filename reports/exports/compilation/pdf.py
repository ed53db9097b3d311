"""The compilation as PDF, printed a few summaries at a time, so that its length does not cost memory."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from django.template.loader import render_to_string

from pages.models import CountyPage

from ..scope import PaperUnavailable, Progress, Scope
from ..summaries import OneSummary, approved, chapters
from . import fonts, titles
from .marks import Mark
from .on_paper import anchor_of, on_paper
from .pictures import Pictures

AT_ONCE = 10  # summaries in memory together
ASK = "请联系系统管理员；"
INSTEAD = "也可以改为导出Word。"


class PdfUnavailable(PaperUnavailable):
    """This machine cannot print PDF."""


def build(scope: Scope, target: Path, progress: Progress) -> None:
    """Write the compilation of *scope* to *target*; see ``reports.exports.scope`` for what every export promises.

    Where the file of a picture is missing, the page says so. Raises ``PdfUnavailable`` without Pango or a Chinese
    font.
    """
    steps = approved(scope).count() + 1  # the last one is putting it together
    if steps == 1:
        raise titles.nothing(scope)
    engine = load_engine()
    progress(0, steps)
    with TemporaryDirectory(prefix="compilation-") as folder:
        book = _Book(scope, Path(folder), engine.Printer())
        for chapter in chapters(scope):
            for start in range(0, len(chapter.summaries), AT_ONCE):
                book.add(chapter.county, chapter.summaries[start : start + AT_ONCE], opening=not start)
                # One may have been published or withdrawn since they were counted.
                progress(min(book.number, steps - 1), steps)
        book.write(target)
    progress(steps, steps)


def load_engine(instead: str = INSTEAD) -> ModuleType:
    """Return the engine, which loads Pango: without it the site must start all the same.

    Raises ``PdfUnavailable`` without Pango or a Chinese font; *instead* is what its message offers in place of PDF.
    """
    try:
        from . import engine
    except (ImportError, OSError) as error:
        raise PdfUnavailable(f"服务器缺少生成PDF所需的组件（Pango），{ASK}{instead}") from error
    if not fonts.chinese_fonts():
        raise PdfUnavailable(f"服务器没有安装中文字体，生成的PDF会缺字，{ASK}{instead}")
    return engine


@dataclass
class _Entry:
    """A county in the contents, at the page *number*, with its summaries: title, site, page."""

    county: CountyPage
    number: int
    summaries: list[tuple[str, str, int]] = field(default_factory=list)


class _Book:
    """What is printed so far: files in *folder*, and the contents that they make."""

    def __init__(self, scope: Scope, folder: Path, printer: Any) -> None:
        self.scope, self.folder, self.printer = scope, folder, printer
        self.parts: list[Path] = []
        self.entries: list[_Entry] = []
        self.pages = 0

    @property
    def number(self) -> int:
        """How many summaries there are in it."""
        return sum(len(entry.summaries) for entry in self.entries)

    def add(self, county: CountyPage, summaries: list[OneSummary], opening: bool) -> None:
        """Print *summaries*, which open the chapter of *county* or go on with it."""
        first = self.pages + 1
        target = self.folder / f"{len(self.parts)}.pdf"
        with TemporaryDirectory(dir=self.folder) as pictures:
            context = {"county": county, "opening": opening, "first": first}
            context["summaries"] = on_paper(county, summaries, Pictures(Path(pictures)))
            printed = self.printer.print(self._html("chapter", context), Path(pictures), target)
        if opening:
            self.entries.append(_Entry(county, first))
        for one in summaries:
            site = one.site.title if one.site else ""
            number = first + printed.anchors[anchor_of(one)]
            self.entries[-1].summaries.append((one.page.title, site, number))
        self.parts.append(target)
        self.pages += printed.pages

    def write(self, target: Path) -> None:
        """Print cover and contents, and put all together at *target*."""
        context = {
            "title_lines": titles.title_lines(self.scope),
            "editor": titles.editor(self.scope),
            "date": titles.date(),
            "number": self.number,
            "entries": self.entries,
            "several": self.scope.county is None,
        }
        from .merging import merge  # no process of the site needs pypdf's 25 MB but the one that prints

        front = self.folder / "front.pdf"
        self.printer.print(self._html("front", context), self.folder, front)
        about = {"/Title": titles.title(self.scope), "/Author": titles.editor(self.scope)}
        marks = [_mark(entry) for entry in self.entries]
        with (self.folder / "pictures").open("w+b") as spool:
            merge(front, self.parts, target, marks, about, spool)

    def _html(self, template: str, context: dict[str, Any]) -> str:
        context["title"] = titles.title(self.scope)
        return render_to_string(f"reports/compilation/{template}.html", context)


def _mark(entry: _Entry) -> Mark:
    below = [Mark(f"{title}（{site}）" if site else title, number) for title, site, number in entry.summaries]
    return Mark(entry.county.title, entry.number, below)
