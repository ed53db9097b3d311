"""Files made to harm: bombs, entities, links to the outside. Nothing is fetched, nothing grows."""

import socket
import zipfile
from io import BytesIO

import pytest
from docx import Document

from pages.word import WordRefused, limits, read

from .files import add_xml, changed, part_of, saved

MAIN = "word/document.xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOMB = (
    b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = b'<!DOCTYPE w [<!ENTITY c SYSTEM "file:///etc/passwd">]>'
FETCHED = b'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/evil.dtd">'


def word():
    document = Document()
    document.add_paragraph("正文。")
    return saved(document)


def with_main(change):
    return changed(word(), {MAIN: change(part_of(word(), MAIN))})


def code_of(file):
    with pytest.raises(WordRefused) as refusal:
        read(file, "总结.docx")
    return refusal.value.code


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE, FETCHED])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("blanks", ["", " " * 300])
def test_entities_are_refused(declared, encoding, blanks):
    def hostile(xml):
        _, _, rest = xml.partition(b"?>")
        text = (declared + rest.replace("正文".encode(), b"&c;")).decode()
        start = blanks or f'<?xml version="1.0" encoding="{encoding}"?>'
        return f"{start}{text}".encode(encoding)

    assert code_of(with_main(hostile)) == "entities"


def test_entities_in_a_part_with_another_name_are_refused():
    types = part_of(word(), "[Content_Types].xml").replace(b"/word/styles.xml", b"/word/styles.jpg")
    relations = part_of(word(), "word/_rels/document.xml.rels").replace(b"styles.xml", b"styles.jpg")
    parts = {"[Content_Types].xml": types, "word/_rels/document.xml.rels": relations}
    assert code_of(changed(word(), {**parts, "word/styles.jpg": b"  " + BOMB + b"<w>&c;</w>"})) == "entities"


def test_an_encoding_that_could_hide_something_is_refused():
    for hidden in (b"UTF-7", b"IBM037"):
        assert code_of(with_main(lambda xml, name=hidden: xml.replace(b"UTF-8", name))) == "damaged"
    assert code_of(with_main(lambda xml: xml.replace(b" encoding", b" " * 5000 + b" encoding"))) == "damaged"
    assert code_of(with_main(lambda xml: xml.decode().replace("正文。", "a").encode("cp037"))) == "damaged"


def test_a_part_that_unpacks_a_thousandfold_is_refused():
    assert code_of(changed(word(), {"word/media/image1.png": bytes(30 * limits.MEGABYTE)})) == "bomb"


def test_too_much_unpacked_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_UNPACKED", limits.MEGABYTE)
    content = zipfile.ZIP_STORED
    assert code_of(changed(word(), {"word/media/image1.png": bytes(limits.MEGABYTE)}, content)) == "bomb"


def test_too_many_parts_are_refused():
    parts = {f"word/media/{number}.png": b"" for number in range(limits.MAX_MEMBERS)}
    assert code_of(changed(word(), parts)) == "bomb"


def test_a_size_that_lies_is_refused():
    content = bytearray(changed(word(), {"word/styles.xml": b"<a>" + b"b" * 9000 + b"</a>"}).getvalue())
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(b"word/styles.xml"))
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert code_of(BytesIO(bytes(content))) == "damaged"


def test_too_much_markup_is_refused():
    blanks = b"<w:p/>" * limits.MAX_MARKUP
    assert code_of(with_main(lambda xml: xml.replace(b"<w:body>", b"<w:body>" + blanks))) in {
        "bomb",
        "too_much",
    }


def test_too_many_paragraphs_are_refused():
    lines = b"<w:p/>" * (limits.MAX_PARAGRAPHS + 1)
    assert code_of(with_main(lambda xml: xml.replace(b"<w:body>", b"<w:body>" + lines))) == "too_much"


def test_elements_in_one_another_without_end_are_refused():
    deep = b"<w:sdt><w:sdtContent>" * 1000 + b"</w:sdtContent></w:sdt>" * 1000
    assert code_of(with_main(lambda xml: xml.replace(b"<w:body>", b"<w:body>" + deep))) == "damaged"


def test_styles_that_rest_on_themselves_are_read():
    document = Document()
    document.styles["Normal"].base_style = document.styles["Quote"]
    document.styles["Quote"].base_style = document.styles["Normal"]
    document.add_paragraph("正文。")
    assert read(saved(document), "总结.docx").characters == 3


def test_nothing_is_fetched_from_outside(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    document = Document()
    image = document.part.relate_to("http://127.0.0.1:9/a.png", f"{RELATIONS}/image", is_external=True)
    template = document.part._settings_part
    template.relate_to("http://127.0.0.1:9/evil.dotm", f"{RELATIONS}/attachedTemplate", is_external=True)
    blip = f'<pic:pic><pic:blipFill><a:blip r:link="{image}"/></pic:blipFill></pic:pic>'
    inline = f"<wp:inline><a:graphic><a:graphicData>{blip}</a:graphicData></a:graphic></wp:inline>"
    add_xml(document, f"<w:p><w:r><w:t>正文。</w:t><w:drawing>{inline}</w:drawing></w:r></w:p>")
    text = read(saved(document), "总结.docx")
    assert text.pictures == []
    assert text.left_out == ["有 1 张图片只是链接，不在文件里，没有读入，请另行添加。"]
