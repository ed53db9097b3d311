"""The parts of a stream's raw value that readers see, block by block, by the kinds of blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

TEXTS = (blocks.CharBlock, blocks.TextBlock)
# Beside a picture or a document, the block that says what readers get with it.
DESCRIBES, NAMES = "description", "title"


@dataclass(frozen=True)
class Part:
    """One value in a stream: *kind* is text, html, url, image or document; *block* the id of the block it is in.

    *beside* is the description beside an image or the name beside a document; ``None`` where there is no such field.
    """

    kind: str
    value: Any
    label: str
    block: str
    beside: str | None = None


def parts_of(stream: blocks.BaseStreamBlock, raw: Iterable[dict[str, Any]], label: str) -> Iterator[Part]:
    """Yield the parts of the *raw* value of *stream*; *label* is the Chinese name of its field."""
    for number, child in enumerate(raw, start=1):
        block = stream.child_blocks.get(child["type"])
        if block is not None:
            here = f"{label}第 {number} 块（{block.label}）"
            yield from _parts(block, child["value"], here, child.get("id") or "")


def _parts(block: blocks.Block, value: Any, label: str, at: str, beside: str | None = None) -> Iterator[Part]:
    if value in (None, "", [], {}):
        return
    if isinstance(block, TypedTableBlock):
        yield from _cells(value, label, at)
    elif isinstance(block, blocks.StructBlock):
        yield from _fields(block, value, label, at)
    elif isinstance(block, blocks.ListBlock):
        for number, item in enumerate(value, start=1):
            inner = item["value"] if isinstance(item, dict) and item.keys() >= {"type", "value"} else item
            yield from _parts(block.child_block, inner, f"{label}第 {number} 项", at)
    elif isinstance(block, blocks.BaseStreamBlock):
        yield from parts_of(block, value, label)
    elif isinstance(block, blocks.RichTextBlock):
        yield Part("html", value, label, at)
    elif isinstance(block, blocks.URLBlock):
        yield Part("url", value, label, at)
    elif isinstance(block, TEXTS):
        yield Part("text", value, label, at)
    elif isinstance(block, ImageChooserBlock):
        yield Part("image", value, label, at, beside)
    elif isinstance(block, DocumentChooserBlock):
        yield Part("document", value, label, at, beside)


def _fields(block: blocks.StructBlock, value: dict[str, Any], label: str, at: str) -> Iterator[Part]:
    for name, child in block.child_blocks.items():
        wanted = DESCRIBES if isinstance(child, ImageChooserBlock) else NAMES
        beside = (value.get(wanted) or "") if wanted in block.child_blocks else None
        yield from _parts(child, value.get(name), f"{label}，{child.label}", at, beside)


def _cells(table: dict[str, Any], label: str, at: str) -> Iterator[Part]:
    for column in table.get("columns", []):
        if column.get("heading"):
            yield Part("text", column["heading"], f"{label}，表头", at)
    for number, row in enumerate(table.get("rows", []), start=1):
        for cell in row.get("values", []):
            if isinstance(cell, str) and cell:
                yield Part("text", cell, f"{label}第 {number} 行", at)
