"""Tables become the site's own; merged cells are taken apart and said."""

from docx import Document

from pages.blocks import BodyBlock
from pages.word import read

from .files import html_of, read_xml, saved

MERGED = "有 1 个表格含合并的单元格，已拆开：内容放在第一格，其余留空，请核对。"


def table_of(*rows, before=(), merge=None):
    document = Document()
    for line in before:
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0]))
    if merge:
        (top, left), (bottom, right) = merge
        table.cell(top, left).merge(table.cell(bottom, right))
    for y, row in enumerate(rows):
        for x, words in enumerate(row):
            if words:
                table.cell(y, x).text = words
    return read(saved(document), "表.docx")


def values(text, at=0):
    table = text.blocks[at]["value"]["table"]
    headings = [column["heading"] for column in table["columns"]]
    return headings, [row["values"] for row in table["rows"]]


def test_a_table_as_the_sites_block_takes_it():
    text = table_of(["项目", "次数"], ["宣讲", "6"], ["议事", "2"])
    assert values(text) == (["项目", "次数"], [["宣讲", "6"], ["议事", "2"]])
    value = BodyBlock().to_python(text.blocks)[0].value
    assert [[cell.value for cell in row] for row in value["table"].rows] == [["宣讲", "6"], ["议事", "2"]]
    assert text.characters == 10
    assert text.left_out == []


def test_the_line_before_a_table_is_its_caption():
    text = table_of(["项目", "次数"], ["宣讲", "6"], before=["前。", "表1：全年活动"])
    assert text.blocks[1]["value"]["caption"] == "全年活动"
    assert html_of(text) == "<p>前。</p>"
    assert table_of(["甲", "乙"], ["丙", "丁"], before=["表彰大会"]).blocks[0]["value"] == "<p>表彰大会</p>"


def test_a_first_row_of_one_merged_cell_is_the_caption():
    text = table_of(["全年活动", ""], ["项目", "次数"], ["宣讲", "6"], merge=((0, 0), (0, 1)))
    assert text.blocks[0]["value"]["caption"] == "全年活动"
    assert values(text) == (["项目", "次数"], [["宣讲", "6"]])


def test_cells_merged_sideways_and_down():
    rows = [["项目", "次数"], ["宣讲", "6"], ["", "2"]]
    text = table_of(*rows, merge=((1, 0), (2, 0)))
    assert values(text) == (["项目", "次数"], [["宣讲", "6"], ["", "2"]])
    assert text.left_out == [MERGED]
    text = table_of(["项目", "次数", "人数"], ["合计", "", "9"], merge=((1, 0), (1, 1)))
    assert values(text) == (["项目", "次数", "人数"], [["合计", "", "9"]])
    assert text.left_out == [MERGED]


def test_a_table_of_one_cell_is_ordinary_text():
    assert html_of(table_of(["框里的话。"])) == "<p>框里的话。</p>"


def test_a_table_of_one_row_has_no_headings():
    assert values(table_of(["甲", "乙"])) == (["", ""], [["甲", "乙"]])


def test_an_empty_table_is_dropped():
    assert table_of(["", ""], before=["前。"]).blocks == [{"type": "paragraph", "value": "<p>前。</p>"}]


def test_paragraphs_of_a_cell_are_one_line():
    assert values(table_of(["项目", "次数"], ["宣讲\n线上", "6"]))[1] == [["宣讲 线上", "6"]]


def test_a_table_in_a_table_keeps_its_text():
    document = Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "项目"
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "里", "面"
    text = read(saved(document), "表.docx")
    assert values(text) == (["项目", ""], [["", "里 面"]])
    assert text.left_out == ["有 1 个表格里还套着表格，里面的表格只保留了文字，请核对。"]


def test_rows_of_unequal_length_and_absurd_spans():
    cell = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    wide = cell.replace("<w:p>", '<w:tcPr><w:gridSpan w:val="999999"/></w:tcPr><w:p>', 1)
    text = read_xml(f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}</w:tr><w:tr>{cell}{wide}</w:tr></w:tbl>")
    assert values(text) == (["甲", "甲"], [["甲", ""], ["甲", "甲"]])
    assert "有 1 个表格超过 63 列，多出的列没有读入。" in text.left_out


def test_a_table_of_rows_without_cells_is_dropped():
    assert read_xml("<w:tbl><w:tr/></w:tbl><w:p><w:r><w:t>后。</w:t></w:r></w:p>").characters == 2
