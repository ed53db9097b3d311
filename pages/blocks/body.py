"""The one body that all page types share."""

from collections.abc import Iterator

from wagtail import blocks

from ..text import plain_text
from .files import DocumentBlock, GalleryBlock, PictureBlock, VideoLinkBlock
from .text import FiguresBlock, HeadingBlock, ParagraphBlock, QuotationBlock, TableBlock


class BodyBlock(blocks.StreamBlock):
    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    quotation = QuotationBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    figures = FiguresBlock()
    table = TableBlock()
    document = DocumentBlock()
    video = VideoLinkBlock()

    class Meta:
        required = False


def counted_text(body: blocks.StreamValue | None) -> str:
    """Return the text of *body* that counts as 字数: headings, paragraphs, quotations and table cells.

    Captions, descriptions and titles do not count (PRODUCT 3).
    """
    return "\n".join(part for block in body or [] for part in _parts(block) if part)


def _parts(block) -> Iterator[str]:
    kind, value = block.block_type, block.value
    if kind == "heading":
        yield value
    elif kind == "paragraph":
        yield plain_text(value.source)
    elif kind == "quotation":
        yield value["text"]
        yield value["attribution"]
    elif kind == "table" and value["table"]:
        yield from (column["heading"] for column in value["table"].columns)
        for row in value["table"].rows:
            yield from (str(cell.value) for cell in row if cell.value not in (None, ""))
