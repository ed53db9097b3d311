"""The compilation as a Word document."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from media.models import CustomImage
from media.printing import print_copy

from ..bodies import Part, bodies
from ..office.body import Body
from ..office.document import Paper
from ..office.elements import paragraph, run
from ..office.photos import Photo, Photos, Prepared
from ..scope import Progress, Scope
from ..summaries import Chapter, OneSummary, approved, chapters
from . import titles
from .docx_contents import Entry, contents
from .docx_pages import Pages
from .docx_photos import pairs
from .docx_styles import COMPILATION_STYLES

BY_ID = {style.id: style for style in COMPILATION_STYLES}
LONGEST_PHOTO = 1000  # pixels: 7.4 cm at 340 points per inch


def build(scope: Scope, target: Path, progress: Progress) -> None:
    """Write the compilation of *scope*; its photos wait on disk, in the size of paper, until it is saved.

    Raises ``NothingToExport``.
    """
    number = approved(scope).count()
    if not number:
        raise titles.nothing(scope)
    total = number + 1  # the last step is writing the file
    with TemporaryDirectory(prefix="compilation-") as folder:
        book = _Book(scope, number, Path(folder))
        done = 0
        for chapter in chapters(scope):
            book.begin(chapter)
            parts = bodies([summary.page for summary in chapter.summaries])
            for summary, body in zip(chapter.summaries, parts, strict=True):
                book.write(chapter, summary, body)
                done = min(done + 1, number)  # one may have been published since they were counted
                progress(done, total)
        book.save(target)
    progress(total, total)


class _Book:
    """The document being written. Its contents are put in when the chapters are known."""

    def __init__(self, scope: Scope, number: int, folder: Path) -> None:
        title = titles.title(scope)
        self._paper = Paper(title, titles.editor(scope), COMPILATION_STYLES)
        self._photos = Photos(self._paper, folder, _prepared)
        self._body = Body(self._paper, self._photos)
        self._before_contents = paragraph("ContentsTitle", run("目　录"))
        self._paper.add(*_front(scope, number), self._before_contents)
        self._paper.new_section()
        self._paper.number_pages(title)
        self._entries: list[Entry] = []
        self._pages = Pages(BY_ID)
        self._counted = self._paper.newest

    def begin(self, chapter: Chapter) -> None:
        """Begin the chapter of a county on a page of its own."""
        self._heading(1, "Chapter", chapter.county.title)
        self._paper.add(paragraph("ChapterNote", run(f"共 {len(chapter.summaries)} 篇")))

    def write(self, chapter: Chapter, summary: OneSummary, body: list[Part]) -> None:
        """Write one summary, from a new page on."""
        page = summary.page
        self._heading(2, "Title", page.title)
        self._paper.add(paragraph("Source", run(" · ".join(titles.source_line(chapter.county, summary)))))
        if summary.covered:
            self._paper.add(paragraph("Source", run(f"包括示范点：{'、'.join(summary.covered)}")))
        self._photos.restart()
        self._body.write(body)
        rows = [Photo(row.image, titles.caption(row), row.description) for row in summary.photos]
        self._paper.add(*pairs(self._photos, rows))

    def save(self, target: Path) -> None:
        """Put in the contents and write everything to *target*."""
        self._before_contents.addnext(contents(self._entries))
        self._paper.update_fields_on_opening()
        self._paper.save(target)

    def _heading(self, level: int, style: str, text: str) -> None:
        bookmark = f"_Toc{len(self._entries) + 1:08d}"
        heading = paragraph(style, *self._paper.bookmarks.around(bookmark, run(text)))
        self._paper.add(heading)
        for element in self._counted.itersiblings():
            self._pages.add(element)
            if element is heading:
                break
        self._counted = heading
        self._entries.append(Entry(level, text, bookmark, self._pages.number))


def _front(scope: Scope, number: int) -> Iterator:
    yield paragraph("CoverTitle", run("\n".join(titles.title_lines(scope))))
    yield paragraph("CoverLine", run(f"收录年度总结{number}篇"))
    yield paragraph("CoverFoot", run(f"{titles.editor(scope)} 编"))
    yield paragraph("CoverLine", run(titles.date()))


def _prepared(image: CustomImage, at: Path) -> Prepared:
    path = at.with_suffix(".jpg")
    return Prepared(path, "image/jpeg", *print_copy(image, path, LONGEST_PHOTO))
