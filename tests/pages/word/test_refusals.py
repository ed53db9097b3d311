"""Files that are no .docx: each is refused with what is wrong and what to do."""

from io import BytesIO

import pytest
from docx import Document
from docx.opc.constants import CONTENT_TYPE as CT

from pages.word import WordRefused, limits, read

from .files import add_xml, changed, part_of, picture, saved, zipped

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def ole(stream: str) -> BytesIO:
    return BytesIO(OLE + stream.encode("utf-16-le") + bytes(512))


def word() -> BytesIO:
    document = Document()
    document.add_paragraph("正文。")
    return saved(document)


def with_main_type(kind: str) -> BytesIO:
    types = part_of(word(), "[Content_Types].xml").replace(CT.WML_DOCUMENT_MAIN.encode(), kind.encode())
    return changed(word(), {"[Content_Types].xml": types})


MACRO = "application/vnd.ms-word.{}.macroEnabled.{}+xml"
OTHER_FILES = [
    ("旧版.doc", ole("WordDocument"), "old_word", ".doc 格式", "另存为"),
    ("改名.docx", ole("WordDocument"), "old_word", ".doc 格式", "另存为"),
    ("加密.docx", ole("EncryptedPackage"), "encrypted", "加了密码", "取消密码"),
    ("金山.wps", ole("WordDocument"), "wps", ".wps 格式", "另存为"),
    ("总结.docx", BytesIO(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "pdf", "PDF", "Word 文件"),
    ("照片.docx", picture(format="JPEG"), "picture", "图片", "照片栏"),
    ("照片.docx", picture(format="PNG"), "picture", "图片", "照片栏"),
    ("文字.docx", BytesIO("工作总结\n一、".encode()), "text", "文本", "另存为"),
    ("文字.docx", BytesIO("工作总结".encode("gb18030")), "text", "文本", "另存为"),
    ("网页.docx", BytesIO(b"<html><body>a</body></html>"), "text", "网页", "另存为"),
    ("富文本.doc", BytesIO(b"{\\rtf1\\ansi a}"), "rtf", "RTF", "另存为"),
    ("空.docx", BytesIO(), "empty", "空文件", "检查"),
    ("乱.docx", BytesIO(bytes(range(256)) * 4), "not_word", "不是 Word 文档", ".docx"),
    ("断.docx", BytesIO(word().getvalue()[:-200]), "damaged", "已损坏", "另存为"),
    ("头.docx", BytesIO(b"PK\x03\x04" + bytes(100)), "damaged", "已损坏", "另存为"),
    ("包.docx", zipped([("照片/1.txt", b"1")]), "not_word", "不是 Word 文档", ".docx"),
    (
        "表.docx",
        zipped([("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<w/>")]),
        "not_word",
        "不是",
        ".docx",
    ),
    ("宏.docm", word(), "macros", "宏", "另存为"),
    ("宏.dotm", word(), "macros", "宏", "另存为"),
    ("宏.docx", with_main_type(MACRO.format("document", "main")), "macros", "宏", "另存为"),
    ("宏.docx", with_main_type(MACRO.format("template", "main")), "macros", "宏", "另存为"),
    ("宏.docx", changed(word(), {"word/vbaProject.bin": b"x"}), "macros", "宏", "另存为"),
    (
        "模板.dotx",
        with_main_type(CT.WML_DOCUMENT_MAIN.replace("document.main", "template.main")),
        "template",
        "模板",
        "另存为",
    ),
    ("缺.docx", changed(word(), {"word/document.xml": None}), "damaged", "已损坏", "另存为"),
    ("无正文.docx", saved(Document()), "no_content", "没有可以读入的", "重新上传"),
]


@pytest.mark.parametrize(("name", "file", "code", "wrong", "advice"), OTHER_FILES)
def test_the_message_says_what_it_is_and_what_to_do(name, file, code, wrong, advice):
    with pytest.raises(WordRefused) as refusal:
        read(file, name)
    assert refusal.value.code == code
    (message,) = refusal.value.messages
    assert message.startswith(f"“{name}”")
    assert wrong in message
    assert advice in message
    assert message.endswith("。")


def test_a_strict_document_is_refused_with_advice():
    xml = part_of(word(), "word/document.xml")
    spaces = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = changed(
        word(),
        {"word/document.xml": xml.replace(spaces, b"http://purl.oclc.org/ooxml/wordprocessingml/main")},
    )
    with pytest.raises(WordRefused, match="不要选"):
        read(strict, "总结.docx")


def test_a_word_file_under_another_name_is_read():
    assert read(word(), "总结.doc").characters == 3


def test_a_document_of_blanks_is_empty():
    document = Document()
    add_xml(document, "<w:p/><w:p><w:r><w:t>　　 </w:t><w:tab/><w:br/></w:r></w:p>")
    with pytest.raises(WordRefused) as refusal:
        read(saved(document), "总结.docx")
    assert refusal.value.code == "no_content"


def test_too_many_pictures_are_refused_and_the_limit_is_not():
    document = Document()
    for _ in range(limits.MAX_PICTURES):
        document.add_picture(picture())
    assert len(read(saved(document), "照片.docx").pictures) == 20
    document.add_picture(picture())
    with pytest.raises(WordRefused, match="超过 20 张的上限") as refusal:
        read(saved(document), "照片.docx")
    assert refusal.value.code == "too_many_pictures"


def test_a_file_over_the_limit_is_refused():
    with pytest.raises(WordRefused, match="20 MB") as refusal:
        read(BytesIO(b"PK\x03\x04" + bytes(20 * 1024 * 1024)), "总结.docx")
    assert refusal.value.code == "too_large"
