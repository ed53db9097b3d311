"""The paragraphs and tables of a document in their order."""

from collections.abc import Iterator

from .context import Context, chosen
from .lines import Line, Span, Table, tidy
from .names import child, q, value
from .paragraphs import INSERTED, Paragraph
from .tables import read_table

CONTAINERS = {q("w:sdtContent"), q("w:customXml"), q("w:smartTag")} | INSERTED


def items(container, context: Context) -> Iterator[Line | Table]:
    """Yield what *container* (the body, a table's cell, a footnote) holds; empty paragraphs are dropped."""
    held: list[Span] = []
    for element in _elements(container, context):
        if element.tag == q("w:tbl"):
            yield from read_table(element, context, items)
            continue
        paragraph = Paragraph(element, context)
        if paragraph.joins_next and not paragraph.pictures:
            held += paragraph.spans
            continue
        line = paragraph.line
        if not line.spans and paragraph.label.text and container.tag == q("w:tc"):
            line.spans = [
                Span(paragraph.label.text.strip())
            ]  # a column of numbers that Word counts by itself
        if held:
            line.spans, held = tidy([*held, *line.spans]), []
        if line.kind in {"contents", "files"}:
            context.left_out.add(line.kind)
        elif line.text or line.pictures:
            yield line
        for caption in paragraph.captions:
            yield Line([Span(caption)], kind="caption")
    if spans := tidy(held):
        yield Line(spans)


def _elements(container, context: Context) -> Iterator:
    for element in container:
        tag = element.tag
        if tag in {q("w:p"), q("w:tbl")}:
            yield element
        elif tag == q("w:sdt"):
            gallery = value(element, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
            if gallery == "Table of Contents":
                context.left_out.add("contents")
            elif (content := child(element, "w:sdtContent")) is not None:
                yield from _elements(content, context)
        elif tag in CONTAINERS:
            yield from _elements(element, context)
        elif tag == q("mc:AlternateContent"):
            yield from _elements(chosen(element), context)
        elif tag == q("w:altChunk"):
            context.left_out.add("chunks")
