"""What is not taken over is said in whole Chinese sentences, and does not slip into the text."""

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pages.word import read
from pages.word.left_out import SENTENCES

from .files import SPACES, add_xml, html_of, paragraph, read_xml, saved

PLAIN = "<p>正文。</p>"


def shown(inner: str) -> str:
    graphic = f'<a:graphic><a:graphicData uri="">{inner}</a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"


def deleted(text: str, tag: str = "del") -> str:
    return (
        f'<w:{tag} w:id="1" w:author="a"><w:r><w:delText>{text}</w:delText><w:t>{text}</w:t></w:r></w:{tag}>'
    )


TEXT_BOX = f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph('框里的话')}</w:txbxContent></wps:txbx></wps:wsp>"
OLD_BOX = f"<v:shape><v:textbox><w:txbxContent>{paragraph('框里的话')}</w:txbxContent></v:textbox></v:shape>"
CASES = [
    ("text_boxes", shown(TEXT_BOX), ["没有读入的文本框文字：“框里的话”"]),
    ("text_boxes", f"<w:r><w:pict>{OLD_BOX}</w:pict></w:r>", ["没有读入的文本框文字：“框里的话”"]),
    ("comments", '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', []),
    ("changes", deleted("删去"), []),
    ("changes", deleted("移走", "moveFrom"), []),
    ("hidden", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>", []),
    ("symbols", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', []),
    ("equations", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", []),
    ("equations", '<w:r><w:object><v:shape/><o:OLEObject ProgID="Equation.3"/></w:object></w:r>', []),
    ("charts", shown('<c:chart r:id="rId1"/>'), []),
    ("smart_art", shown('<dgm:relIds r:dm="rId1"/>'), []),
    ("shapes", shown("<wps:wsp><wps:spPr/></wps:wsp>"), []),
    ("shapes", "<w:r><w:pict><v:line/></w:pict></w:r>", []),
    ("objects", '<w:r><w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', []),
    ("linked", shown('<pic:pic><pic:blipFill><a:blip r:link="rId1"/></pic:blipFill></pic:pic>'), []),
    ("missing", shown('<pic:pic><pic:blipFill><a:blip r:embed="rId77"/></pic:blipFill></pic:pic>'), []),
]


@pytest.mark.parametrize(("kind", "inner", "more"), CASES)
def test_what_is_not_read_is_said(kind, inner, more):
    text = read_xml(f"<w:p><w:r><w:t>正文。</w:t></w:r>{inner}</w:p>")
    assert html_of(text) == PLAIN
    assert text.left_out == [SENTENCES[kind].format(1), *more]
    assert text.characters == 3


def test_every_sentence_is_whole_and_in_chinese():
    for kind, sentence in SENTENCES.items():
        assert sentence.endswith("。"), kind
        assert "{" not in sentence.format(1), kind


def test_inserted_text_is_accepted():
    inner = '<w:ins w:id="1" w:author="a"><w:r><w:t>加上</w:t></w:r></w:ins>'
    moved = '<w:moveTo w:id="2" w:author="a"><w:r><w:t>移来</w:t></w:r></w:moveTo>'
    text = read_xml(f"<w:p>{inner}{moved}{deleted('删去')}</w:p>")
    assert html_of(text) == "<p>加上移来</p>"
    assert text.left_out == [SENTENCES["changes"]]


def test_a_deleted_end_of_paragraph_joins_two():
    mark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    assert html_of(read_xml(paragraph("前半，", mark) + paragraph("后半。"))) == "<p>前半，后半。</p>"
    assert html_of(read_xml(paragraph("最后。", mark))) == "<p>最后。</p>"


def test_links_keep_their_text():
    def linked(document):
        id = document.part.relate_to("https://example.org/", RT.HYPERLINK, is_external=True)
        inner = f'<w:hyperlink r:id="{id}"><w:r><w:t>通知</w:t></w:r></w:hyperlink>'
        add_xml(document, f"<w:p><w:r><w:t>见</w:t></w:r>{inner}</w:p>")

    text = read_xml("", linked)
    assert html_of(text) == "<p>见通知</p>"
    assert text.left_out == ["有 1 处链接只保留了文字，需要的请在正文中重新添加。"]


def test_fields_show_their_result_only():
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    inner = '<w:r><w:instrText>HYPERLINK "https://example.org/"</w:instrText><w:t>藏</w:t></w:r>'
    text = read_xml(
        f"<w:p>{begin}{inner}{separate}<w:r><w:t>通知</w:t></w:r>{end}<w:r><w:t>后</w:t></w:r></w:p>"
    )
    assert html_of(text) == "<p>通知后</p>"
    assert text.left_out == [SENTENCES["links"].format(1)]


def test_pinyin_is_dropped_and_its_characters_stay():
    ruby = "<w:ruby><w:rt><w:r><w:t>zhuàng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>壮</w:t></w:r></w:rubyBase></w:ruby>"
    text = read_xml(f"<w:p><w:r>{ruby}</w:r></w:p>")
    assert (html_of(text), text.left_out) == ("<p>壮</p>", [SENTENCES["pinyin"].format(1)])


def test_struck_text_stays_and_is_said():
    text = read_xml(paragraph("划掉", run="<w:strike/>"))
    assert (html_of(text), text.left_out) == ("<p>划掉</p>", [SENTENCES["struck"].format(1)])


def test_a_table_of_contents_is_left_out():
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('一、组织 1')}</w:sdtContent></w:sdt>"
    text = read_xml(contents + paragraph("正文。"))
    assert (html_of(text), text.left_out) == (PLAIN, [SENTENCES["contents"]])


def test_text_in_a_content_control_is_read():
    inner = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>正文。</w:t></w:r></w:sdtContent></w:sdt>"
    assert html_of(read_xml(f"<w:p>{inner}</w:p>")) == PLAIN
    assert html_of(read_xml(f"<w:sdt><w:sdtContent>{paragraph('正文。')}</w:sdtContent></w:sdt>")) == PLAIN


@pytest.mark.parametrize(("words", "said"), [("内部资料", ["页眉、页脚没有读入。"]), ("— 1 —", [])])
def test_headers_that_say_something_are_said(words, said):
    document = Document()
    document.add_paragraph("正文。")
    document.sections[0].footer.paragraphs[0].text = words
    text = read(saved(document), "总结.docx")
    assert (html_of(text), text.left_out) == (PLAIN, said)


def test_footnotes_go_to_the_end_with_their_numbers():
    document = Document()
    note = f'<w:footnotes {SPACES}><w:footnote w:id="2">{paragraph("据年报。")}</w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, note.encode(), document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    add_xml(
        document,
        f"<w:p><w:r><w:t>共六次</w:t></w:r>{reference}<w:r><w:t>。</w:t></w:r></w:p>" + paragraph("后。"),
    )
    text = read(saved(document), "总结.docx")
    assert html_of(text) == "<p>共六次［1］。</p><p>后。</p><p>［1］据年报。</p>"
    assert text.left_out == [SENTENCES["notes"].format(1)]


def test_an_embedded_file_is_said():
    text = read_xml(paragraph("正文。") + '<w:altChunk r:id="rId1"/>')
    assert (html_of(text), text.left_out) == (PLAIN, [SENTENCES["chunks"].format(1)])
