"""Documents by their content: PDF, Word, Excel, PowerPoint (the XML formats) and ZIP, and no other."""

import zipfile
from pathlib import PurePosixPath
from typing import BinaryIO

from django.core.files.base import File

from . import limits
from .exceptions import DocumentRefused
from .names import base_name, split_extension

# The member that makes a ZIP a Word, Excel or PowerPoint file.
OFFICE_MAIN_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
}
KINDS = ("pdf", "docx", "xlsx", "pptx", "zip")
OLD_OFFICE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
PDF_HEADER_WITHIN = 1024
ADVICE = "可以上传 PDF、DOCX、XLSX、PPTX 或 ZIP 文件"
# Plain text packs well; a hundredfold and more is what bombs do.
MAX_PACKING_RATIO = 200
RATIO_MATTERS_FROM = 20 * limits.MEGABYTE


def check_document(file: File | BinaryIO, name: str | None = None) -> str:
    """Return the kind of *file* (one of ``KINDS``), or raise ``DocumentRefused``; the file is rewound.

    The kind is judged by content, the name's extension must agree with it, and the sizes must be bearable.
    """
    name = base_name(name or getattr(file, "name", None)) or "document"
    size = file.size if getattr(file, "size", None) is not None else file.seek(0, 2)
    if size == 0:
        raise DocumentRefused(name, "是空文件，里面没有内容", "请检查原文件后重新上传", "empty")
    if size > limits.document_max_bytes():
        limit = limits.document_max_bytes() / limits.MEGABYTE
        reason = f"有 {size / limits.MEGABYTE:.1f} MB，超过单个文件 {limit:.0f} MB 的上限"
        raise DocumentRefused(name, reason, "请压缩或拆分后再上传", "too_large")
    try:
        kind = _kind(file, name)
    finally:
        file.seek(0)
    extension = split_extension(name)[1]
    if extension != kind:
        written = f"扩展名却是 .{extension}" if extension else "却没有扩展名"
        reason = f"的内容是 {kind.upper()}，{written}"
        raise DocumentRefused(name, reason, "请改正文件名后重新上传", "wrong_extension")
    return kind


def _kind(file: File | BinaryIO, name: str) -> str:
    file.seek(0)
    head = file.read(PDF_HEADER_WITHIN)
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(OLD_OFFICE_MAGIC):
        advice = "请用 Word、Excel 或 PowerPoint 打开，另存为 .docx、.xlsx 或 .pptx 后再上传"
        raise DocumentRefused(name, "是旧版 Office 格式或加了密码的文件", advice, "old_office")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive_kind(file, name)
    raise DocumentRefused(name, "不是本站接受的文件类型", ADVICE, "unsupported")


def _archive_kind(file: File | BinaryIO, name: str) -> str:
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError) as error:
        raise DocumentRefused(name, "已损坏，无法打开", "请检查原文件后重新上传", "damaged") from error
    _refuse_bombs(members, name)
    names = {member.filename for member in members}
    if any(path.startswith("/") or ".." in PurePosixPath(path.replace("\\", "/")).parts for path in names):
        raise DocumentRefused(name, "里的文件路径不安全", "请重新打包后再上传", "unsafe_paths")
    if "[Content_Types].xml" not in names:
        return "zip"
    if any(PurePosixPath(path).name.lower() == "vbaproject.bin" for path in names):
        raise DocumentRefused(name, "带有宏程序", "请另存为不带宏的格式后再上传", "macros")
    for part, kind in OFFICE_MAIN_PARTS.items():
        if part in names:
            return kind
    raise DocumentRefused(name, "是本站不接受的 Office 文件类型", ADVICE, "unsupported")


def _refuse_bombs(members: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if (
        len(members) > limits.archive_max_members()
        or unpacked > limits.archive_max_unpacked_bytes()
        or (unpacked > RATIO_MATTERS_FROM and unpacked > packed * MAX_PACKING_RATIO)
    ):
        advice = "请减少内容或拆分成几个文件后再上传"
        raise DocumentRefused(name, "解压后过大或文件过多，可能有害", advice, "bomb")
