"""Reading a Word file: the one entrance."""

import logging
from typing import BinaryIO

from docx.opc.part import Part

from pages.blocks import BodyBlock, counted_text
from pages.text import count_characters

from .blocks import blocks_of, without_title
from .body import items
from .captions import with_captions
from .context import Context, context_of, plain_text, related_part, related_parts, root_of
from .exceptions import WordRefused, damaged
from .lines import Line, Span
from .names import child, q
from .package import opened
from .values import WordText

logger = logging.getLogger(__name__)


def read(file: BinaryIO, name: str) -> WordText:
    """Return the .docx *file*, called *name* in messages, as plain values.

    Raises ``WordRefused``, its message in Chinese meant for the sender, and nothing else, whatever the file holds.
    Nothing is fetched from outside, run or written; memory and time are bounded by ``limits``. Pictures are as the
    file has them: they are still to be cleaned. The file stays open, its position is not kept.
    """
    document = opened(file, name)
    try:
        return _read(document.part, name)
    except (WordRefused, MemoryError):
        raise
    except Exception as error:  # a file made by a broken or hostile program may break any assumption
        logger.warning("A Word file could not be read", exc_info=True)
        raise damaged(name) from error


def _read(part: Part, name: str) -> WordText:
    context = context_of(part, name)
    body = child(root_of(part), "w:body")
    if body is None:
        raise damaged(name)
    lines = list(items(body, context))
    lines += _notes(context, part)
    title, entries = without_title(with_captions(iter(lines)))
    blocks, pictures = blocks_of(entries)
    if not (title or blocks or pictures):
        raise WordRefused(name, "里没有可以读入的文字或图片", "请检查文件内容后重新上传", "no_content")
    if _has_headers(part):
        context.left_out.add("headers")
    characters = count_characters(counted_text(BodyBlock().to_python(blocks)))
    return WordText(title, blocks, pictures, context.left_out.sentences(), characters)


def _notes(context: Context, part: Part) -> list[Line]:
    """Return the footnotes and endnotes that were referred to, numbered as in the text."""
    texts = {}
    for kind, tag in (("footnotes", "w:footnote"), ("endnotes", "w:endnote")):
        found = related_part(part, kind)
        if found is not None:
            for note in root_of(found).iterchildren(q(tag)):
                texts[kind, note.get(q("w:id"), "")] = plain_text(note)
    lines = [f"［{number}］{texts.get(note, '')}" for number, note in enumerate(context.notes, start=1)]
    return [Line([Span(line)]) for line in lines]


def _has_headers(part: Part) -> bool:
    """Return whether a header or footer says more than a page number."""
    found = related_parts(part, "header") + related_parts(part, "footer")
    return any(any(sign.isalpha() for sign in plain_text(root_of(one))) for one in found)
