"""Pictures wherever they stand, each with its own caption; lines of captions do not stay in the text."""

import pytest
from docx import Document
from docx.shared import Cm

from pages.word import read
from pages.word.pictures import described

from .files import add_xml, changed, html_of, paragraph, part_of, picture, saved

RED, BLUE = picture("red"), picture("blue", "JPEG")


def pic(id: str, alt: str = "") -> str:
    named = f'<pic:nvPicPr><pic:cNvPr id="1" name="a" descr="{alt}"/></pic:nvPicPr>'
    return f'<pic:pic>{named}<pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill></pic:pic>'


def drawing(inner: str, kind: str = "anchor", alt: str = "") -> str:
    graphic = f'<a:graphic><a:graphicData uri="">{inner}</a:graphicData></a:graphic>'
    return f'<w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="a" descr="{alt}"/>{graphic}</wp:{kind}></w:drawing></w:r>'


def box(inner: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>"


def with_pictures(xml: str, *files):
    """Read *xml*, in which ``{0}``, ``{1}`` stand for the ids of *files*."""
    document = Document()
    ids = [document.part.get_or_add_image(file)[0] for file in files]
    add_xml(document, xml.format(*ids))
    return read(saved(document), "照片.docx")


def line(*parts: str) -> str:
    """Return paragraphs: a digit is a picture, anything else a line of text."""
    return "".join(
        f"<w:p>{drawing(pic(f'{{{part}}}'))}</w:p>" if part.isdigit() else paragraph(part) for part in parts
    )


def captions_of(text):
    return [(one.media_type[6:], one.caption) for one in text.pictures]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("图1：轮值主席接待来访", "轮值主席接待来访"),
        ("图1:轮值主席接待来访", "轮值主席接待来访"),
        ("图 1 轮值主席接待来访", "轮值主席接待来访"),
        ("图一：轮值主席接待来访", "轮值主席接待来访"),
        ("图１　轮值主席接待来访", "轮值主席接待来访"),
        ("图2-1：轮值主席接待来访", "轮值主席接待来访"),
        ("图1. 轮值主席接待来访", "轮值主席接待来访"),
        ("图：轮值主席接待来访", "轮值主席接待来访"),
        ("图为轮值主席接待来访", "图为轮值主席接待来访"),
        ("图1", ""),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_forms_of_captions_above_and_below(caption, expected, above):
    text = with_pictures(line("前。", *([caption, "0"] if above else ["0", caption]), "后。"), RED)
    assert captions_of(text) == [("png", expected)]
    assert html_of(text) == "<p>前。</p><p>后。</p>"
    assert text.pictures[0].place == 1


@pytest.mark.parametrize("caption", ["图1显示活动增加。", "图书室启用", "图1：" + "长" * 121, "如图1：所示"])
def test_lines_that_are_no_captions_stay(caption):
    text = with_pictures(line("0", caption), RED)
    assert captions_of(text) == [("png", "")]
    assert html_of(text) == f"<p>{caption}</p>"


def test_a_caption_without_a_picture_beside_it_stays():
    text = with_pictures(line("0", "中间。", "图1：甲"), RED)
    assert html_of(text) == "<p>中间。</p><p>图1：甲</p>"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["0", "图1：甲", "1", "图2：乙"], ["甲", "乙"]),
        (["图1：甲", "0", "图2：乙", "1"], ["甲", "乙"]),
        (["0", "1", "图1：甲", "图2：乙"], ["甲", "乙"]),
        (["0", "1", "图1：甲　　图2：乙"], ["甲", "乙"]),
        (["0", "1", "图1：甲"], ["", "甲"]),
        (["图1：甲", "0", "1"], ["甲", ""]),
        (["0", "1"], ["", ""]),
    ],
)
def test_each_caption_goes_to_its_picture(parts, expected):
    text = with_pictures(line("前。", *parts), RED, BLUE)
    assert captions_of(text) == list(zip(["png", "jpeg"], expected, strict=True))
    assert html_of(text) == "<p>前。</p>"


def test_a_second_caption_stays_in_the_text():
    text = with_pictures(line("0", "图1：甲", "图2：乙"), RED)
    assert (captions_of(text), html_of(text)) == ([("png", "甲")], "<p>乙</p>")


def test_the_caption_in_the_pictures_own_paragraph():
    xml = f"<w:p>{drawing(pic('{0}'))}<w:r><w:br/><w:t>图1：甲</w:t></w:r></w:p>"
    assert captions_of(with_pictures(xml + line("后。"), RED)) == [("png", "甲")]


def test_a_picture_within_a_sentence_stands_after_it():
    xml = f"<w:p><w:r><w:t>甲</w:t></w:r>{drawing(pic('{0}'), 'inline')}<w:r><w:t>乙。</w:t></w:r></w:p>"
    text = with_pictures(xml + line("后。"), RED)
    assert [block["value"] for block in text.blocks] == ["<p>甲乙。</p>", "<p>后。</p>"]
    assert text.pictures[0].place == 1


def test_the_same_picture_twice_counts_once_for_each_place():
    text = with_pictures(line("0", "图1：甲", "0", "图2：乙"), RED)
    assert captions_of(text) == [("png", "甲"), ("png", "乙")]
    assert text.pictures[0].content == text.pictures[1].content == RED.getvalue()


def test_pictures_in_groups_and_alternatives_count_once():
    fallback = '<w:pict><v:shape><v:imagedata r:id="{0}"/></v:shape></w:pict>'
    group = f"<wpg:wgp>{pic('{0}')}<wpg:grpSp>{pic('{1}')}</wpg:grpSp></wpg:wgp>"
    graphic = f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{group}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    choice = f'<mc:Choice Requires="wpg">{graphic}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    xml = f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"
    assert captions_of(with_pictures(xml, RED, BLUE)) == [("png", ""), ("jpeg", "")]


def test_a_picture_as_older_word_keeps_it():
    xml = (
        '<w:p><w:r><w:pict><v:shape alt="妇女在议事"><v:imagedata r:id="{0}"/></v:shape></w:pict></w:r></w:p>'
    )
    text = with_pictures(xml, RED)
    assert [one.alt for one in text.pictures] == ["妇女在议事"]


def test_a_caption_in_a_text_box_is_a_caption():
    xml = f"<w:p>{drawing(pic('{0}'))}{drawing(box(paragraph('图1：甲')))}</w:p>"
    text = with_pictures(xml + line("后。"), RED)
    assert captions_of(text) == [("png", "甲")]
    assert text.left_out == []


def test_a_picture_in_a_text_box_is_taken():
    inner = f"<w:p>{drawing(pic('{0}'))}</w:p>"
    assert captions_of(with_pictures(f"<w:p>{drawing(box(inner))}</w:p>", RED)) == [("png", "")]


def test_descriptions_that_somebody_wrote_are_kept():
    xml = f"<w:p>{drawing(pic('{0}'), alt='妇女之家里，主席在接待来访')}</w:p>"
    assert with_pictures(xml, RED).pictures[0].alt == "妇女之家里，主席在接待来访"


@pytest.mark.parametrize(
    "alt",
    [
        "Picture 1",
        "IMG_2020.jpg",
        "微信图片_20201026.jpg",
        "微信图片_20201026153012",
        "图片1",
        "图片包含 人员\n\n描述已自动生成",
        "",
    ],
)
def test_descriptions_that_a_program_wrote_are_not(alt):
    assert described(alt) == ""


def test_photos_laid_out_in_a_table_are_pictures_and_no_table():
    document = Document()
    table = document.add_table(2, 2)
    for column, file, caption in ((0, RED, "图1：甲"), (1, BLUE, "议事会现场")):
        table.cell(0, column).paragraphs[0].add_run().add_picture(file, Cm(2))
        table.cell(1, column).text = caption
    text = read(saved(document), "照片.docx")
    assert captions_of(text) == [("png", "甲"), ("jpeg", "议事会现场")]
    assert text.blocks == []


def test_a_picture_in_a_table_of_facts_stands_after_it():
    document = Document()
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("项目", "照片", "宣讲", ""), strict=True):
        cell.text = words
    table.cell(1, 1).paragraphs[0].add_run().add_picture(RED, Cm(2))
    text = read(saved(document), "照片.docx")
    assert [block["type"] for block in text.blocks] == ["table"]
    assert [one.place for one in text.pictures] == [1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (picture("red", "GIF").getvalue(), "有 1 张图片的格式（如 GIF、BMP、TIFF）本站不接受"),
        (picture("red", "BMP").getvalue(), "有 1 张图片的格式（如 GIF、BMP、TIFF）本站不接受"),
        (b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(90), "有 1 张 EMF 或 WMF 格式的图片没有读入"),
        (b"\xd7\xcd\xc6\x9a" + bytes(90), "有 1 张 EMF 或 WMF 格式的图片没有读入"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "有 1 张图片的格式"),
    ],
)
def test_pictures_of_other_formats_are_left_out_and_said(content, said):
    document = Document()
    document.add_paragraph("正文。")
    document.add_picture(RED)
    file = changed(saved(document), {"word/media/image1.png": content})
    text = read(file, "照片.docx")
    assert text.pictures == []
    assert text.left_out[0].startswith(said)


def test_a_picture_that_is_not_in_the_file_is_said():
    document = Document()
    document.add_paragraph("正文。")
    document.add_picture(RED)
    text = read(changed(saved(document), {"word/media/image1.png": None}), "照片.docx")
    assert html_of(text) == "<p>正文。</p>"
    assert text.left_out == ["有 1 张图片在文件里找不到，没有读入，请另行添加。"]


def test_a_relation_to_null_as_wps_writes_it_does_no_harm():
    document = Document()
    document.add_paragraph("正文。")
    relations = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    more = f'<Relationship Id="rId99" Type="{kind}" Target="../NULL"/></Relationships>'.encode()
    file = saved(document)
    file = changed(file, {relations: part_of(file, relations).replace(b"</Relationships>", more)})
    assert html_of(read(file, "照片.docx")) == "<p>正文。</p>"
