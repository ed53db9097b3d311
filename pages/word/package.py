"""The ZIP of a .docx: checked before anything of it is parsed, then opened by python-docx."""

import zipfile
import zlib
from io import BytesIO
from typing import BinaryIO

from docx import Document
from docx.document import Document as WordDocument

from . import limits
from .exceptions import WordRefused, damaged
from .kinds import OTHER_FILE, SAVE_AS, macros, refuse_other_kinds
from .relations import readable_parts, without_dangling
from .xml import refuse_dangerous

CONTENT_TYPES, MAIN_PART = "[Content_Types].xml", "word/document.xml"
MAIN_TYPE = b"officedocument.wordprocessingml.document.main+xml"
TEMPLATE_TYPE = b"officedocument.wordprocessingml.template.main+xml"
STRICT = b"http://purl.oclc.org/ooxml/"
PACKING = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# RuntimeError is also what zipfile's NotImplementedError is.
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, ValueError, EOFError, KeyError)
SMALLER = "请压缩图片（在 Word 中选“压缩图片”），或分成几个文件后再上传"


def opened(file: BinaryIO, name: str) -> WordDocument:
    """Return *file* opened, or raise ``WordRefused``. Nothing is fetched, run or written."""
    content = _content(file, name)
    refuse_other_kinds(content, name)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_members(archive.infolist(), name)
            _check_kind(archive, name)
            refuse_dangerous((archive.read(path) for path in readable_parts(archive)), name)
            content = without_dangling(archive, content)
    except BROKEN_ZIP as error:
        raise damaged(name) from error
    return _document(content, name)


def _content(file: BinaryIO, name: str) -> bytes:
    file.seek(0)
    content = file.read(limits.MAX_BYTES + 1)
    if len(content) > limits.MAX_BYTES:
        limit = limits.MAX_BYTES // limits.MEGABYTE
        raise WordRefused(name, f"超过单个文件 {limit} MB 的上限", SMALLER, "too_large")
    return content


def _check_members(members: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if (
        len(members) > limits.MAX_MEMBERS
        or unpacked > limits.MAX_UNPACKED
        or (unpacked > limits.RATIO_MATTERS_FROM and unpacked > packed * limits.MAX_PACKING_RATIO)
    ):
        raise WordRefused(name, "解压后过大或内含文件过多，可能有害", SMALLER, "bomb")
    if any(member.flag_bits & 1 for member in members):
        raise WordRefused(name, "加了密码，无法读取", "请取消密码后再上传", "encrypted")
    names = {member.filename for member in members}
    if len(names) < len(members) or any(member.compress_type not in PACKING for member in members):
        raise damaged(name)
    if any(path.lower().endswith("vbaproject.bin") for path in names):
        raise macros(name)


def _check_kind(archive: zipfile.ZipFile, name: str) -> None:
    names = set(archive.namelist())
    types = archive.read(CONTENT_TYPES) if CONTENT_TYPES in names else b""
    if b"macroenabled" in types.lower():
        raise macros(name)
    if b"wordprocessingml" not in types and MAIN_PART not in names:
        raise WordRefused(name, "不是 Word 文档", OTHER_FILE, "not_word")
    if TEMPLATE_TYPE in types and MAIN_TYPE not in types:
        raise WordRefused(name, "是 Word 模板，不是文档", SAVE_AS, "template")
    if MAIN_PART in names:
        with archive.open(MAIN_PART) as part:
            if STRICT in part.read(4096):
                advice = "请另存为“Word 文档（*.docx）”，不要选“Strict Open XML 文档”"
                raise WordRefused(name, "是 Strict Open XML 格式，本站不能读取", advice, "strict")


def _document(content: bytes, name: str) -> WordDocument:
    try:
        return Document(BytesIO(content))
    except MemoryError:
        raise
    except Exception as error:  # python-docx has no exception of its own for a broken package
        raise damaged(name) from error
