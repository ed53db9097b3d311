"""The blocks of a body as elements of Word."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from pages.word.figures import figure_line

from ..bodies import Part
from .document import Paper
from .elements import element, paragraph, run
from .photos import Photo, Photos
from .rich_text import Piece, TextLine, lines_of
from .tables import table

RELATION = qn("r:id")
HEADING = {"h2": "Heading2", "h3": "Heading3"}

LIST_STYLES = {"ul": "ListBullet", "ol": "ListNumber"}


@dataclass
class Body:
    """Writes bodies onto *paper*, their pictures by *photos*."""

    paper: Paper
    photos: Photos

    def write(self, parts: Iterable[Part]) -> None:
        """Put the *parts* of a body at the end of the paper. A kind it does not know is an error."""
        for part in parts:
            write: Callable[[Any], Iterator] = getattr(self, f"_{part.kind}")
            self.paper.add(*write(part.value))

    def _heading(self, value: str) -> Iterator:
        yield paragraph("Heading1", run(value))

    def _paragraph(self, value: Any) -> Iterator:
        lists: dict[int, int] = {}
        for line in lines_of(value.source):
            style = LIST_STYLES.get(line.kind) or HEADING.get(line.kind, "Body")
            made = paragraph(style, *self._runs(line.pieces))
            if line.kind in LIST_STYLES:
                made.pPr.append(self._place(line, lists))
            yield made

    def _place(self, line: TextLine, lists: dict[int, int]):
        children = [element("ilvl", val=min(line.depth, 2))]
        if line.kind == "ol":
            if line.list_number not in lists:
                lists[line.list_number] = self.paper.lists.begin()
            children.append(element("numId", val=lists[line.list_number]))
        else:
            children.append(element("numId", val=1))
        return element("numPr", tuple(children))

    def _runs(self, pieces: list[Piece]) -> Iterator:
        for piece in pieces:
            made = run(piece.text, piece.bold, piece.italic)
            if piece.href:
                link = element("hyperlink", (made,))
                link.set(RELATION, self.paper.link(piece.href))
                made = link
            yield made

    def _quotation(self, value: Any) -> Iterator:
        yield paragraph("Quote", run(value["text"]))
        if value["attribution"]:
            yield paragraph("Attribution", run(value["attribution"]))

    def _picture(self, value: Any) -> Iterator:
        return self.photos.one(_photo(value))

    def _gallery(self, value: Any) -> Iterator:
        return self.photos.all(_photo(item) for item in value)

    def _figures(self, value: Any) -> Iterator:
        lines = [figure_line(item["number"], item["unit"], item["label"]) for item in value]
        yield paragraph("Figures", run("\n".join(lines)))

    def _table(self, value: Any) -> Iterator:
        if value["table"]:
            yield from table(value["caption"], value["table"])

    def _document(self, value: Any) -> Iterator:
        if value["document"]:
            yield paragraph("Files", run(f"附件：{value['title'] or value['document'].title}"))

    def _video(self, value: Any) -> Iterator:
        yield paragraph("Files", run(f"视频：{value['title']}（{value['url']}）"))


def _photo(value: Any) -> Photo:
    return Photo(value["image"], value["caption"], value["description"])
