"""Titles, headings and paragraphs as Chinese offices write them."""

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH

from pages.blocks import BodyBlock
from pages.blocks.text import ParagraphBlock
from pages.word import read

from .files import headings_of, html_of, paragraph, read_lines, read_xml, saved

CENTRED = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"


def with_style(name: str):
    document = Document()
    if name not in document.styles:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("前文。")
    document.add_paragraph("组织建设", style=name)
    return read(saved(document), "总结.docx")


@pytest.mark.parametrize("name", ["标题 2", "标题二", "标题 一", "Heading 3", "heading 2", "标题　3"])
def test_heading_styles_of_chinese_word_and_wps(name):
    text = with_style(name)
    assert [text.title, *headings_of(text)].count("组织建设") == 1


@pytest.mark.parametrize("name", ["引用", "Intense Quote"])
def test_only_a_style_makes_a_quotation(name):
    document = Document()
    if name not in document.styles:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("“姐妹的事姐妹商量着办。”", style=name)
    assert read(saved(document), "总结.docx").blocks == [
        {"type": "quotation", "value": {"text": "“姐妹的事姐妹商量着办。”", "attribution": ""}}
    ]
    assert read_lines("“姐妹的事姐妹商量着办。”").blocks[0]["type"] == "paragraph"


def test_the_title_style_comes_before_a_heading():
    document = Document()
    document.add_heading("一、组织", 1)
    document.add_heading("总结", 0)
    assert read(saved(document), "总结.docx").title == "总结"


def test_the_first_heading_that_is_no_chapter_is_the_title():
    document = Document()
    for line in ("2020年工作总结", "一、组织", "二、宣讲"):
        document.add_heading(line, 1)
    text = read(saved(document), "总结.docx")
    assert text.title == "2020年工作总结"
    assert headings_of(text) == ["一、组织", "二、宣讲"]


@pytest.mark.parametrize("run", [BOLD, '<w:sz w:val="44"/>'])
def test_a_first_line_short_centred_and_bold_is_the_title(run):
    text = read_xml(paragraph("工作总结", CENTRED, run) + paragraph("正文。"))
    assert (text.title, html_of(text)) == ("工作总结", "<p>正文。</p>")


@pytest.mark.parametrize(("properties", "run"), [("", BOLD), (CENTRED, ""), (CENTRED, '<w:b w:val="0"/>')])
def test_any_other_first_line_is_text(properties, run):
    assert read_xml(paragraph("工作总结", properties, run)).title == ""
    assert read_xml(paragraph("长" * 61, CENTRED, BOLD)).title == ""


@pytest.mark.parametrize("line", ["一、组织建设", "（一）轮值主席", "(二)议事会", "十二、打算"])
def test_a_bold_chapter_line_is_a_heading(line):
    assert headings_of(read_xml(paragraph("前。") + paragraph(line, run=BOLD))) == [line]
    assert headings_of(read_xml(paragraph("前。") + paragraph(line))) == []


def test_a_chapter_line_that_is_bold_only_in_part_is_text():
    runs = "<w:r><w:rPr><w:b/></w:rPr><w:t>（一）轮值。</w:t></w:r><w:r><w:t>每月一次。</w:t></w:r>"
    assert html_of(read_xml(f"<w:p>{runs}</w:p>")) == "<p><b>（一）轮值。</b>每月一次。</p>"


def test_a_chapter_line_in_the_typeface_of_headings_is_a_heading():
    face = '<w:rFonts w:eastAsia="黑体"/>'
    assert headings_of(read_xml(paragraph("一、组织建设", run=face))) == ["一、组织建设"]
    assert headings_of(read_xml(paragraph("一、全年开展活动六次。", run=face))) == []


def test_bold_and_italic_are_kept_and_looks_are_not():
    looks = '<w:color w:val="FF0000"/><w:sz w:val="40"/><w:rFonts w:eastAsia="宋体"/><w:u w:val="single"/>'
    runs = (
        f"<w:r><w:rPr>{looks}</w:rPr><w:t>红</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r>"
        "<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>斜</w:t></w:r><w:r><w:rPr><w:b w:val='false'/></w:rPr><w:t>平</w:t></w:r>"
    )
    assert html_of(read_xml(f"<w:p>{runs}</w:p>")) == "<p>红<b>粗</b><b><i>斜</i></b>平</p>"


def test_bold_by_style_is_bold():
    def bold(document):
        document.styles.add_style("强调段", WD_STYLE_TYPE.PARAGRAPH).font.bold = True
        document.add_paragraph("重点", style="强调段")

    assert html_of(read_xml("", bold)) == "<p><b>重点</b></p>"


def test_blanks_tabs_and_breaks():
    inner = (
        "<w:t>　　第一行　</w:t><w:br/><w:t>　　第二　行</w:t><w:tab/><w:t>完</w:t>"
        '<w:br w:type="page"/><w:noBreakHyphen/><w:t xml:space="preserve"> 　</w:t><w:br/>'
    )
    text = read_xml(f"<w:p/><w:p><w:r>{inner}</w:r></w:p><w:p><w:r><w:t>　</w:t></w:r></w:p>")
    assert html_of(text) == "<p>第一行<br/>第二　行 完-</p>"


def test_signs_of_html_are_text():
    assert html_of(read_lines('1<2 & <script>alert("x")</script>')) == (
        '<p>1&lt;2 &amp; &lt;script&gt;alert("x")&lt;/script&gt;</p>'
    )


def test_a_heading_over_two_lines_is_one():
    heading = '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>组织</w:t><w:br/><w:t>建设</w:t></w:r>'
    assert headings_of(read_xml(f"<w:p>{heading}</w:p>")) == ["组织建设"]


def test_paragraphs_between_headings_are_one_block():
    document = Document()
    for line in ("甲。", "乙。"):
        document.add_paragraph(line)
    document.add_heading("标题", 2)
    document.add_paragraph("丙。").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    text = read(saved(document), "总结.docx")
    assert text.blocks == [
        {"type": "paragraph", "value": "<p>甲。</p><p>乙。</p>"},
        {"type": "heading", "value": "标题"},
        {"type": "paragraph", "value": "<p>丙。</p>"},
    ]


def test_rich_text_passes_the_sites_own_editor_unchanged():
    text = read_xml(paragraph("甲", run=BOLD) + "<w:p><w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>")
    converter = ParagraphBlock().field.widget.converter
    kept = converter.to_database_format(converter.from_database_format(html_of(text)))
    assert [part in kept for part in ("<b>甲</b>", "乙<br/>丙")] == [True, True]
    assert BodyBlock().to_python(text.blocks)[0].value.source == html_of(text)
