"""Word's automatic numbering becomes text as readers see it."""

import pytest
from docx import Document

from pages.word import read
from pages.word.numerals import FORMATS, numeral

from .files import add_xml, changed, headings_of, html_of, paragraph, part_of, saved

NUMBERING = "word/numbering.xml"


def level(at, format, pattern, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def in_list(text, at=0, id=1, run=""):
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{id}"/></w:numPr>', run)


def read_list(
    levels, *paragraphs, nums='<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>', change=None
):
    document = Document()
    if change:
        change(document)
    add_xml(document, "".join(paragraphs))
    file = saved(document)
    root, _, _ = part_of(file, NUMBERING).partition(b"<w:abstractNum ")
    lists = f'<w:abstractNum w:abstractNumId="1">{"".join(levels)}</w:abstractNum>{nums}</w:numbering>'
    return read(changed(file, {NUMBERING: root + lists.encode()}), "总结.docx")


def numbers_of(text):
    return html_of(text).removeprefix("<p>").removesuffix("</p>").split("</p><p>")


def test_three_levels_as_offices_write_them():
    levels = [
        level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>'),
        level(1, "chineseCounting", "（%2）", '<w:suff w:val="nothing"/>'),
        level(2, "decimal", "%3."),
    ]
    lines = [("甲", 0), ("乙", 1), ("丙", 2), ("丁", 2), ("戊", 1), ("己", 2), ("庚", 0), ("辛", 1)]
    text = read_list(levels, *(in_list(line, at) for line, at in lines))
    assert numbers_of(text) == [
        "一、甲",
        "（一）乙",
        "1. 丙",
        "2. 丁",
        "（二）戊",
        "1. 己",
        "二、庚",
        "（一）辛",
    ]
    assert text.left_out == []


@pytest.mark.parametrize(
    ("format", "first", "twelfth"),
    [
        ("decimal", "1", "12"),
        ("chineseCounting", "一", "十二"),
        ("chineseCountingThousand", "一", "十二"),
        ("ideographTraditional", "甲", "12"),
        ("ideographZodiac", "子", "亥"),
        ("japaneseCounting", "一", "十二"),
        ("chineseLegalSimplified", "壹", "壹拾贰"),
        ("decimalEnclosedCircleChinese", "①", "⑫"),
        ("decimalFullWidth", "１", "１２"),
        ("upperLetter", "A", "L"),
        ("lowerRoman", "i", "xii"),
    ],
)
def test_formats(format, first, twelfth):
    text = read_list([level(0, format, "第%1条：")], *(in_list("文") for _ in range(12)))
    numbers = numbers_of(text)
    assert (numbers[0], numbers[11]) == (f"第{first}条：文", f"第{twelfth}条：文")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (10, "十"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
    ],
)
def test_larger_chinese_numbers(number, expected):
    assert numeral(number, "chineseCountingThousand") == expected


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("number", [-1, 0, 1, 9999, 10_000, 999_999])
def test_every_format_writes_any_number_shortly(format, number):
    assert len(numeral(number, format)) <= 8 + 8 * ("oman" in format) + 8 * ("Legal" in format)


def test_an_unknown_format_is_said():
    text = read_list([level(0, "hebrew1", "%1.")], in_list("甲"), in_list("乙"))
    assert numbers_of(text) == ["1. 甲", "2. 乙"]
    assert text.left_out == ["有 2 处自动编号的格式本站不认识，已改用 1、2、3，请核对。"]


def test_numbers_of_several_levels_and_decimal_only():
    levels = [level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>")]
    assert numbers_of(read_list(levels, in_list("甲"), in_list("乙", 1))) == ["一、甲", "1.1 乙"]


def test_a_list_that_begins_anew():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    lines = [in_list("甲"), in_list("乙"), in_list("丙", id=2), in_list("丁", id=2), in_list("戊", id=0)]
    text = read_list([level(0, "decimal", "%1.")], *lines, nums=nums)
    assert numbers_of(text) == ["1. 甲", "2. 乙", "1. 丙", "2. 丁", "戊"]


def test_numbers_of_a_style_make_a_heading():
    def numbered(document):
        style = document.styles["Heading 2"].element
        numbers = style.get_or_add_pPr().get_or_add_numPr()
        numbers._add_numId().val = 1

    levels = [level(0, "decimal", "%1."), level(1, "chineseCounting", "%2、", '<w:pStyle w:val="Heading2"/>')]
    heading = paragraph("组织", '<w:pStyle w:val="Heading2"/>')
    text = read_list(levels, heading, paragraph("正文。"), heading, change=numbered)
    assert headings_of(text) == ["一、组织", "二、组织"]


def test_a_bold_line_that_word_numbers_is_a_heading():
    lines = [in_list("组织", run="<w:b/>"), in_list("普通", run="")]
    text = read_list([level(0, "chineseCounting", "（%1）")], *lines)
    assert headings_of(text) == ["（一）组织"]
    assert html_of(text) == "<p>（二）普通</p>"


def test_bullets_become_a_list():
    text = read_list([level(0, "bullet", "•")], in_list("甲"), in_list("乙"), paragraph("后"), in_list("丙"))
    assert html_of(text) == "<ul><li>甲</li><li>乙</li></ul><p>后</p><ul><li>丙</li></ul>"
    assert text.characters == 4


def test_a_column_of_numbers_in_a_table_is_read():
    empty = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    rows = f"<w:tr><w:tc>{paragraph('序号')}</w:tc><w:tc>{paragraph('项目')}</w:tc></w:tr>"
    rows += f"<w:tr><w:tc>{empty}</w:tc><w:tc>{paragraph('宣讲')}</w:tc></w:tr>" * 2
    text = read_list([level(0, "decimal", "%1")], f"<w:tbl>{rows}</w:tbl>")
    assert [row["values"] for row in text.blocks[0]["value"]["table"]["rows"]] == [
        ["1", "宣讲"],
        ["2", "宣讲"],
    ]
