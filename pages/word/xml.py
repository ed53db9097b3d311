"""XML that may be parsed: no document type (so no entities), a plain encoding, a bearable amount of markup."""

import re
from collections.abc import Iterable

from . import limits
from .exceptions import WordRefused, damaged
from .kinds import SAVE_AS

_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_PLAIN_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii"}
_EBCDIC = b"\x4c\x6f\xa7\x94"
_BEGINS = re.compile(rb"[\0\xef\xbb\xbf\xff\xfe\s]*<")
_DECLARATION = 4096


def refuse_dangerous(parts: Iterable[bytes], name: str) -> None:
    """Raise ``WordRefused`` if any XML among *parts* declares entities, hides its text or is too much.

    What is XML is judged by content: a part's name says nothing of how it will be parsed.
    """
    size = markup = 0
    for content in parts:
        if content.startswith(_EBCDIC):
            raise damaged(name)
        if not _BEGINS.match(content):
            continue
        text = content.replace(b"\0", b"") if b"\0" in content[:64] else content
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise WordRefused(name, "的内部文件含有不允许的外部定义，可能有害", SAVE_AS, "entities")
        if not _plainly_encoded(text[:_DECLARATION]):
            raise damaged(name)
        size += len(content)
        markup += text.count(b"<") + text.count(b"=")
        if size > limits.MAX_XML or markup > limits.MAX_MARKUP:
            advice = "请删去不用的内容，或分成几个文件后再上传"
            raise WordRefused(name, "内容过多，无法读取", advice, "too_much")


def _plainly_encoded(head: bytes) -> bool:
    declaration, end, _ = head.partition(b"?>")
    if b"<?xml" not in declaration:
        return True
    encoding = _ENCODING.search(declaration + end)
    return bool(end) and (encoding is None or encoding[1].lower() in _PLAIN_ENCODINGS)
