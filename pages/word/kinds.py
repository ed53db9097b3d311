"""Files that are no .docx, told by their first bytes, so that people hear what theirs is."""

from media.names import split_extension

from .exceptions import WordRefused

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
SAVE_AS = "请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再上传"
OTHER_FILE = "请选择 Word 文档（扩展名为 .docx）"
MACRO_EXTENSIONS = {"docm", "dotm"}


def refuse_other_kinds(content: bytes, name: str) -> None:
    """Raise ``WordRefused`` with a fitting message unless *content* begins as a ZIP does."""
    extension = split_extension(name)[1]
    if not content:
        raise WordRefused(name, "是空文件，里面没有内容", "请检查原文件后重新上传", "empty")
    if extension in MACRO_EXTENSIONS:
        raise macros(name)
    if content.startswith(OLE):
        raise _ole(content, name, extension)
    if content.startswith(ZIP):
        return
    head = content[:1024]
    if b"%PDF-" in head:
        advice = "请找到原来的 Word 文件上传；如要提供 PDF，请作为附件添加"
        raise WordRefused(name, "是 PDF 文件，不是 Word 文档", advice, "pdf")
    if _is_picture(head):
        raise WordRefused(name, "是图片，不是 Word 文档", "图片请在页面的照片栏上传", "picture")
    if head.lstrip().startswith(b"{\\rtf"):
        raise WordRefused(name, "是 RTF 文件，不是 .docx 文档", SAVE_AS, "rtf")
    if _is_text(head):
        raise WordRefused(name, "是文本或网页文件，不是 .docx 文档", SAVE_AS, "text")
    raise WordRefused(name, "不是 Word 文档", OTHER_FILE, "not_word")


def macros(name: str) -> WordRefused:
    """Return the refusal of a document or template that has or may have macros."""
    return WordRefused(name, "是带有宏程序的 Word 文件，不能上传", SAVE_AS, "macros")


def _ole(content: bytes, name: str, extension: str) -> WordRefused:
    if _stream("EncryptedPackage") in content:
        advice = "请在 Word 或 WPS 中打开，取消密码后保存，再上传"
        return WordRefused(name, "加了密码，无法读取", advice, "encrypted")
    if extension == "wps":
        return WordRefused(name, "是 WPS 文字的 .wps 格式，本站不能读取", SAVE_AS, "wps")
    if _stream("WordDocument") in content or extension in {"doc", "dot", "docx"}:
        return WordRefused(name, "是旧版 Word 的 .doc 格式，本站不能读取", SAVE_AS, "old_word")
    return WordRefused(name, "不是 Word 文档", OTHER_FILE, "not_word")


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _is_picture(head: bytes) -> bool:
    return head.startswith(PICTURES) or head[8:12] == b"WEBP" or head[4:8] == b"ftyp"


def _is_text(head: bytes) -> bool:
    return not any(byte < 9 or 13 < byte < 27 for byte in head) or head.startswith((b"\xff\xfe", b"\xfe\xff"))
