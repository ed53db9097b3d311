"""XML that may be parsed: no document type (so no entities), a plain encoding, a bearable amount of markup."""

import re
from collections.abc import Iterable

from . import limits
from .exceptions import WordRefused, damaged
from .kinds import SAVE_AS

_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_PLAIN_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii"}
_EBCDIC = b"\x4c\x6f\xa7\x94"
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe \t\r\n"


def refuse_dangerous(parts: Iterable[bytes], name: str) -> None:
    """Raise ``WordRefused`` if any XML among *parts* declares entities, hides its text or is too much.

    What is XML is judged by content: a part's name says nothing of how it will be parsed.
    """
    size = markup = 0
    for content in parts:
        if content.startswith(_EBCDIC):
            raise damaged(name)
        if not content[:64].replace(b"\0", b"").lstrip(_BEFORE_XML).startswith(b"<"):
            continue
        text = content.replace(b"\0", b"") if b"\0" in content[:64] else content
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise WordRefused(name, "的内部文件含有不允许的外部定义，可能有害", SAVE_AS, "entities")
        encoding = _ENCODING.search(text[:200])
        if encoding and encoding[1].lower() not in _PLAIN_ENCODINGS:
            raise damaged(name)
        size += len(content)
        markup += text.count(b"<") + text.count(b"=")
        if size > limits.MAX_XML or markup > limits.MAX_MARKUP:
            advice = "请删去不用的内容，或分成几个文件后再上传"
            raise WordRefused(name, "内容过多，无法读取", advice, "too_much")
