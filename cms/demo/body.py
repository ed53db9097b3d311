"""Demonstration texts as StreamField values."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import escape

from pages.blocks import BodyBlock

from .content import Block


def rich(paragraphs: Iterable[str]) -> str:
    """Paragraphs of plain text as rich text."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)


def body(blocks: Iterable[Block]) -> Any:
    """Blocks as the value of a page's body."""
    return BodyBlock().to_python([{"type": kind, "value": value} for kind, value in stream(blocks)])


def stream(blocks: Iterable[Block]) -> list[tuple[str, Any]]:
    """Blocks as pairs that a StreamField takes."""
    return [(block.kind, _value(block)) for block in blocks]


def raw_table(caption: str, rows: list[list[str]]) -> dict[str, Any]:
    """A table of text columns; the first row is the head."""
    head, *others = rows
    table = {
        "columns": [{"type": "text", "heading": heading} for heading in head],
        "rows": [{"values": row} for row in others],
        "caption": "",
    }
    return {"caption": caption, "table": table}


def _value(block: Block) -> Any:
    if block.kind == "paragraph":
        return rich([block.value])
    if block.kind == "table":
        return raw_table(block.value["caption"], block.value["rows"])
    return block.value
