"""The compilation as DOCX: approved summaries only, whole, by county; contents that lead to them; photos for paper."""

import io
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from pages.blocks import BodyBlock, counted_text
from pages.text import plain_text
from reports.exports.compilation import docx
from reports.exports.scope import NothingToExport, Scope
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import publish

from . import bodies

pytestmark = pytest.mark.django_db


def build(scope: Scope, tmp_path):
    """The document, and the progress that was told."""
    target, told = tmp_path / "a.docx", []
    docx.build(scope, target, lambda *step: told.append(step))
    assert ZipFile(target).testzip() is None
    return Document(target), told


def lines(document, style: str = "") -> list[str]:
    """The texts of all paragraphs, those in tables and in the contents too, in one *style* if it is given."""
    found = document.element.body.iter(qn("w:p"))
    return [
        "".join(part.text or "" for part in one.iter(qn("w:t")))
        for one in found
        if not style or (one.pPr is not None and one.pPr.pStyle is not None and one.pPr.pStyle.val == style)
    ]


@pytest.fixture
def year(city_centre, sanjiang, people):
    """Two published summaries of 城中区, one of 三江; one that is a draft, one published and then changed."""
    own = publish(make_site(city_centre, "文昌社区"), people)
    summary = make_summary(own, title="文昌的总结", photos=4)
    summary.body = BodyBlock().to_python(bodies.text_blocks())
    summary.save_revision()
    summary = publish(summary, people)
    second = publish(
        make_summary(publish(make_site(city_centre, "静兰社区"), people), title="静兰的总结"), people
    )
    changed = second.get_latest_revision_as_object()
    changed.title = "没有审核的新标题"
    changed.save_revision()
    make_summary(make_site(city_centre, "草稿社区"), title="没有提交的总结")
    far = publish(make_summary(publish(make_site(sanjiang, "古宜社区"), people), title="古宜的总结"), people)
    return summary, second, far


def test_the_city_has_a_chapter_for_each_county_with_every_summary(year, tmp_path):
    document, told = build(Scope(2020), tmp_path)
    assert lines(document, "CoverTitle") == ["柳州市基层妇联改革示范点2020年度总结汇编"]
    assert lines(document, "CoverLine")[0] == "收录年度总结3篇"
    assert lines(document, "Chapter") == ["城中区", "三江侗族自治县"]
    assert lines(document, "Title") == ["文昌的总结", "静兰的总结", "古宜的总结"]
    assert not {"没有审核的新标题", "没有提交的总结"} & set(lines(document))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    summary, *_ = year
    assert lines(document, "Source")[0] == f"文昌社区 · 城中区 · 2020年 · {summary.character_count:,}字"


def test_a_county_has_its_own_alone(year, sanjiang, tmp_path):
    document, _ = build(Scope(2020, sanjiang.page), tmp_path)
    assert lines(document, "Title") == ["古宜的总结"]
    assert "三江侗族自治县妇联 编" in lines(document, "CoverFoot")
    assert not any("城中区" in line for line in lines(document))


def test_every_word_of_a_summary_is_there(year, tmp_path):
    summary, *_ = year
    whole = "".join("".join(lines(build(Scope(2020), tmp_path)[0])).split())
    for block in summary.body:
        text = counted_text([block])
        for line in plain_text(text).split("\n") if text else ():
            assert "".join(line.split()) in whole
    assert "受益妇女：1,234人次" in whole
    assert "表：各项工作" in whole


def test_the_contents_are_a_field_with_links_to_every_heading_and_its_page(year, tmp_path):
    document, _ = build(Scope(2020), tmp_path)
    body = document.element.body
    codes = [code.text for code in body.iter(qn("w:instrText"))]
    assert r' TOC \o "1-2" \h \z \u ' in codes
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert sorted(anchors) == sorted(marks)
    assert {code.split()[1] for code in codes if "PAGEREF" in code} == marks
    entries = lines(document, "TOC1") + lines(document, "TOC2")
    assert entries == ["城中区1", "三江侗族自治县5", "文昌的总结2", "静兰的总结4", "古宜的总结6"]
    outline = {
        style.style_id: style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for style in document.styles
        if style.style_id in ("Chapter", "Title")
    }
    assert outline == {"Chapter": "0", "Title": "1"}
    assert document.settings.element.find(qn("w:updateFields")) is not None


def test_photos_are_of_the_size_of_paper_and_have_their_words(city_centre, people, tmp_path):
    site = publish(make_site(city_centre, "文昌社区"), people)
    image = make_picture(city_centre.collection)
    publish(make_summary(site, photos=3, image=image), people)
    document, _ = build(Scope(2020), tmp_path)
    parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/image")]
    assert len(parts) == 3
    for part in parts:
        with Image.open(io.BytesIO(part.blob)) as picture:
            assert (picture.format, max(picture.size)) == ("JPEG", docx.LONGEST_PHOTO)
    assert lines(document, "Caption") == [f"图{n}：说明{n - 1}" for n in (1, 2, 3)]
    properties = document.element.body.iter(qn("wp:docPr"))
    assert [one.get("descr") for one in properties] == ["描述0", "描述1", "描述2"]


def test_photos_count_from_one_in_every_summary(year, tmp_path):
    document, _ = build(Scope(2020), tmp_path)
    numbers = [line.partition("：")[0] for line in lines(document, "Caption")]
    assert numbers == [
        *(f"图{n}" for n in range(1, 5)),
        *(f"图{n}" for n in range(1, 4)),
        *(f"图{n}" for n in range(1, 4)),
    ]


def test_a_lost_photo_does_not_cost_the_others(year, tmp_path):
    summary, *_ = year
    image = summary.photos.first().image
    image.file.storage.delete(image.file.name)
    document, _ = build(Scope(2020), tmp_path)
    assert lines(document, "Caption")[0] == "图1：说明0（照片文件缺失，未能放入）"
    assert sum(rel.reltype.endswith("/image") for rel in document.part.rels.values()) == 9


def test_without_a_summary_it_says_so(city_centre, tmp_path):
    make_summary(make_site(city_centre))
    with pytest.raises(NothingToExport, match="城中区2020年还没有已发布的年度总结"):
        build(Scope(2020, city_centre.page), tmp_path)


def test_the_number_of_queries_does_not_grow_with_sites(city_centre, people, tmp_path):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            build(Scope(2020), tmp_path)
        return len(queries)

    publish(make_summary(publish(make_site(city_centre), people)), people)
    few = count()
    for _ in range(3):
        publish(make_summary(publish(make_site(city_centre), people)), people)
    assert count() == few
