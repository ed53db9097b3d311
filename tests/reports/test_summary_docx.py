"""A summary as DOCX: whole, in the office's form, and the same text and pictures when it is read again."""

import io
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from wagtail.images import get_image_model

from pages import word
from pages.blocks import BodyBlock
from reports.exports.scope import Scope
from reports.exports.summaries import chapters
from reports.exports.summary_docx import summary_docx
from reports.models import YearEndSummaryPage
from tests.factories.pages import make_summary

from . import bodies

pytestmark = pytest.mark.django_db


def raw(blocks) -> list[dict]:
    """Blocks without what is made up anew each time: their ids, and ids within them."""
    if isinstance(blocks, dict):
        if blocks.keys() == {"type", "value", "id"} and blocks["type"] == "item":
            return raw(blocks["value"])
        return {key: raw(value) for key, value in blocks.items() if key != "id"}
    return [raw(one) for one in blocks] if isinstance(blocks, list) else blocks


def stored(body) -> list[dict]:
    return raw(BodyBlock().get_prep_value(body))


@pytest.fixture
def summary(place):
    """Makes a summary with raw *blocks* that counts as approved, as exports get it."""

    def make(blocks=(), parent=place, **fields):
        page = make_summary(parent, **fields)
        page.body = BodyBlock().to_python(list(blocks))
        page.live = True
        # What is exported is tested here, not how it came to be published.
        YearEndSummaryPage.objects.filter(pk=page.pk).update(body=page.body, live=True)
        (chapter,) = chapters(Scope(2020))
        return next(one for one in chapter.summaries if one.page.pk == page.pk)

    return make


def exported(summary, missing: list[str] | None = None) -> io.BytesIO:
    target = io.BytesIO()
    assert summary_docx(summary, "城中区", target) == (missing or [])
    target.seek(0)
    return target


def test_every_block_with_text_comes_back_as_it_was(summary):
    one = summary(bodies.text_blocks())
    text = word.read(exported(one), "总结.docx")
    assert text.title == one.page.title
    assert stored(BodyBlock().to_python(text.blocks)) == stored(one.page.body)
    assert text.characters == one.page.count_characters()
    assert text.left_out == ["页眉、页脚没有读入。"]


def test_photos_come_back_with_the_bytes_and_words_they_had(summary, city_centre):
    block = {"type": "picture", "value": bodies.picture(city_centre.collection, "正文照片", "第一张的描述")}
    gallery = {
        "type": "gallery",
        "value": [bodies.picture(city_centre.collection, f"图集{n}", f"图集描述{n}") for n in range(2)],
    }
    one = summary([bodies.paragraph("<p>前</p>"), block, bodies.paragraph("<p>后</p>"), gallery])
    text = word.read(exported(one), "总结.docx")
    images = [one.page.body[1].value["image"], *(item["image"] for item in one.page.body[3].value)]
    images += [row.image for row in one.photos]
    assert [picture.content for picture in text.pictures] == [image.file.open().read() for image in images]
    words = [(picture.caption, picture.alt) for picture in text.pictures]
    assert words == [("正文照片", "第一张的描述"), ("图集0", "图集描述0"), ("图集1", "图集描述1")] + [
        (row.caption, row.description) for row in one.photos
    ]
    assert [picture.place for picture in text.pictures] == [1, 2, 2, 2, 2, 2]


def test_photos_without_captions_keep_those_of_others_in_place(summary, city_centre):
    one = summary([bodies.paragraph("<p>文</p>")], photos=4)
    for row, caption in zip(one.photos, ("", "第二张", "", "图为现场"), strict=True):
        row.caption = caption
    text = word.read(exported(one), "总结.docx")
    assert [picture.caption for picture in text.pictures] == ["", "第二张", "", "图为现场"]


@pytest.mark.parametrize(("mode", "format"), [("RGB", "JPEG"), ("RGBA", "PNG")])
def test_webp_which_word_cannot_show_becomes_something_it_can(summary, city_centre, mode, format):
    buffer = io.BytesIO()
    Image.new(mode, (640, 480), (20, 90, 60, 128)[: len(mode)]).save(buffer, "WEBP")
    image = get_image_model()(title="照片", collection=city_centre.collection)
    image.file.save("photo.webp", io.BytesIO(buffer.getvalue()))
    image.save()
    (picture, *_) = word.read(exported(summary(photos=1, image=image)), "总结.docx").pictures
    with Image.open(io.BytesIO(picture.content)) as read:
        assert (read.format, read.size) == (format, (640, 480))


def test_files_and_videos_stand_on_paper_and_are_told_when_it_comes_back(summary):
    video = {"type": "video", "value": {"url": "https://example.org/v", "title": "活动视频", "cover": None}}
    content = exported(summary([bodies.paragraph("<p>正文</p>"), video]))
    lines = [p.text for p in Document(content).paragraphs]
    assert "视频：活动视频（https://example.org/v）" in lines
    text = word.read(content, "总结.docx")
    assert [block["type"] for block in text.blocks] == ["paragraph"]
    assert "有 1 处附件或视频没有读入，需要的请在正文中重新添加。" in text.left_out


def test_links_to_other_sites_stay_links_and_no_others(summary):
    html = (
        '<p>见<a href="https://example.org/a?b=1">通知</a>、<a href="javascript:alert(1)">坏</a>'
        '和<a linktype="page" id="3">本站</a></p>'
    )
    document = Document(exported(summary([bodies.paragraph(html)])))
    assert "见通知、坏和本站" in [p.text for p in document.paragraphs]
    external = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert external == ["https://example.org/a?b=1"]


def test_the_paper_has_the_fonts_of_offices_and_says_where_it_is_from(summary):
    one = summary([{"type": "heading", "value": "一、做法"}, bodies.paragraph("<p>正文</p>")])
    content = exported(one)
    document = Document(content)
    faces = {
        style.name: style.element.rPr.rFonts.get(qn("w:eastAsia"))
        for style in document.styles
        if style.type == 1
    }
    names = ("Title", "Body Text", "Heading 1", "Heading 2")
    assert [faces[name] for name in names] == ["方正小标宋简体", "仿宋", "黑体", "楷体"]
    assert document.sections[0].header.paragraphs[0].text == (
        f"柳州市基层妇联改革示范点　{one.site.title}　2020年度总结"
    )
    assert (document.core_properties.title, document.core_properties.author) == (one.page.title, "城中区妇联")
    with ZipFile(content) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert "Theme" not in styles  # a theme's font would win over these


def test_a_lost_file_is_told_in_its_place(summary):
    one = summary([bodies.paragraph("<p>正文</p>")])
    lost = one.photos[1]
    lost.image.file.storage.delete(lost.image.file.name)
    content = exported(one, missing=["图2：说明1"])
    lines = [p.text for p in Document(content).paragraphs]
    assert "图2：说明1（照片文件缺失，未能放入）" in lines
    assert len(word.read(content, "总结.docx").pictures) == 2


def test_signs_that_xml_cannot_hold_do_not_break_the_paper(summary):
    one = summary([{"type": "quotation", "value": {"text": "甲\x0b乙\x00\ufffe丙", "attribution": ""}}])
    one.page.title = "标题\x07\ufffe"
    text = word.read(exported(one), "总结.docx")
    assert (text.title, text.blocks[0]["value"]["text"]) == ("标题", "甲乙丙")


def test_nested_lists_are_indented_and_numbered_lists_begin_at_one(summary):
    html = "<ol><li>甲<ul><li>内</li></ul></li><li>乙</li></ol><p>隔开</p><ol><li>丙</li></ol>"
    document = Document(exported(summary([bodies.paragraph(html)])))
    places = {
        p.text: (p._p.pPr.numPr.ilvl.val, p._p.pPr.numPr.numId.val)
        for p in document.paragraphs
        if p._p.pPr.numPr is not None
    }
    assert {text: level for text, (level, _) in places.items()} == {"甲": 0, "内": 1, "乙": 0, "丙": 0}
    assert places["甲"][1] == places["乙"][1] != places["丙"][1]
    assert places["内"][1] == 1
