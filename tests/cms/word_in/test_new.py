"""A Word file begins a draft: text, pictures and captions as they are in the file, judged at once, submitted never."""

import hashlib
import uuid
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.models import County, WordImport
from pages.models import LecturePage, OnSiteMeetingPage, StoryIndexPage, StoryPage, VolunteerActivityPage
from pages.text import plain_text
from reports.models import ReportingYear, YearEndSummaryPage
from tests.conftest import SAMPLES
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import picture_bytes
from tests.flow import step
from tests.pages.word.files import changed

from .sending import begin, photo, said, sample, written

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def year():
    ReportingYear.open(2020)


def newest(model=YearEndSummaryPage):
    return model.objects.get().get_latest_revision_as_object()


def lines_of(page) -> list[str]:
    lines = [page.title]
    for block in page.body:
        text = plain_text(block.value.source) if block.block_type == "paragraph" else block.value
        lines += text.split("\n")
    return lines


@pytest.mark.parametrize("name", ["valid", "too-long", "with-personal-data"])
def test_what_counties_send_comes_through_complete(desk, site, editor, name):
    document = Document(SAMPLES / f"summary-{name}.docx")
    response = begin(desk, site, sample(name))
    page = newest()
    assert response.redirect_chain == [(reverse("cms_word_done", args=[page.pk]), 302)]
    assert lines_of(page) == [
        line for p in document.paragraphs if (line := p.text.strip()) and not line.startswith("图")
    ]
    captions = [p.text.partition("：")[2] for p in document.paragraphs if p.text.startswith("图")]
    assert [row.caption for row in page.photos.all()] == captions
    assert (page.live, page.year, page.owner, step(page)) == (False, 2020, editor, "")
    assert page.get_parent().pk == site.pk
    assert "文件里的内容全部读入" in response.content.decode()


def test_the_count_and_the_findings_are_said_at_once(desk, site):
    text = begin(desk, site, sample("too-long")).content.decode()
    over = newest().count_characters() - 2000
    assert over > 0
    assert f"{2000 + over:,} / 2,000 字，超出 {over:,} 字" in text
    for problem in newest().submission_problems():
        assert problem.message in text


def test_personal_data_is_found_at_once(desk, site):
    text = begin(desk, site, sample("with-personal-data")).content.decode()
    for words in ("有身份证号", "有银行卡号", "有手机号", "有个人邮箱"):
        assert words in text


def test_pictures_go_through_the_door_of_all_uploads(desk, site, city_centre):
    gps = (SAMPLES / "photos" / "phone-gps.jpg").read_bytes()
    file = changed(written(pictures=[(photo(), "院子里开会")]), {"word/media/image1.jpg": gps})
    begin(desk, site, SimpleUploadedFile("总结.docx", file.getvalue()), people_shown="on", consent_held="on")
    image = newest().photos.get().image
    assert (image.collection_id, image.uploaded_by_user.username) == (
        city_centre.collection_id, "editor-450202",
    )  # fmt: skip
    assert (image.people_shown, image.minors_shown, image.consent_held) == (True, False, True)
    with image.open_file() as stored:
        content = stored.read()
    assert b"Exif" not in content
    assert hashlib.sha256(content).digest() != hashlib.sha256(gps).digest()
    assert image.title == image.caption == "院子里开会"


def test_a_picture_that_is_refused_is_named_and_the_others_stay(desk, site):
    bomb = (SAMPLES / "photos" / "pixel-bomb.png").read_bytes()
    response = begin(desk, site, written(pictures=[(photo(), "好的一张"), (bomb, "太大的一张")]))
    assert [row.caption for row in newest().photos.all()] == ["好的一张"]
    [note] = WordImport.objects.get().notes
    assert note.startswith("图 2（太大的一张）没有读入：")
    assert note.split("：", 1)[1] in response.content.decode()
    assert get_image_model().objects.count() == 1


def test_a_long_description_is_shortened_and_it_is_said(desk, site):
    document = Document()
    document.add_picture(BytesIO(photo()))
    document.inline_shapes[0]._inline.docPr.set("descr", "院" * 300)
    content = BytesIO()
    document.save(content)
    begin(desk, site, SimpleUploadedFile("总结.docx", content.getvalue()))
    assert newest().photos.get().description == "院" * 255
    assert WordImport.objects.get().notes == ["图 1：图片描述超过 255 字，已截短，请核对。"]


def test_without_a_title_the_file_gives_one(desk, site):
    begin(desk, site, written(lines=["今年做了三件事。" * 9], name="文昌社区总结.docx"))
    assert newest().title == "文昌社区总结"


@pytest.mark.parametrize(
    ("kind", "model"),
    [
        ("lecture", LecturePage),
        ("activity", VolunteerActivityPage),
        ("meeting", OnSiteMeetingPage),
        ("story", StoryPage),
    ],
)
def test_the_other_kinds(desk, site, kind, model):
    begin(desk, site, written("山歌唱响好政策", ["第一段。", "第二段。"], [(photo(), "歌会")]), kind=kind)
    page = newest(model)
    assert (page.title, page.live, page.photos.get().caption) == ("山歌唱响好政策", False, "歌会")
    assert plain_text(page.body[0].value.source) == "第一段。\n第二段。"


def test_under_the_county_and_for_the_city(desk, people, city_centre):
    begin(desk, city_centre.page, written("城中区总结"))
    assert newest().is_of_county
    moderator = people.client(people.moderator())
    begin(
        moderator,
        StoryIndexPage.objects.get(),
        written("全市经验", pictures=[(photo(), "会场")]),
        kind="story",
    )
    assert newest(StoryPage).photos.get().caption == "会场"


def test_the_same_picture_is_stored_once(desk, site):
    content = photo()
    begin(desk, site, written("一", pictures=[(content, "甲")]), kind="story")
    begin(desk, site, written("二", pictures=[(content, "乙")]), kind="story")
    assert get_image_model().objects.count() == 1
    captions = {page.get_latest_revision_as_object().photos.get().caption for page in StoryPage.objects.all()}
    assert captions == {"甲", "乙"}


def test_another_countys_picture_of_the_same_bytes_is_not_taken(desk, site, people, sanjiang):
    content = photo()
    theirs = people.client(people.editor("450226"))
    begin(theirs, make_site(sanjiang), written("侗乡", pictures=[(content, "鼓楼")]), kind="story")
    begin(desk, site, written("城里", pictures=[(content, "广场")]), kind="story")
    images = get_image_model().objects.all()
    assert {image.collection_id for image in images} == {
        sanjiang.collection_id, County.objects.get(code="450202").collection_id,
    }  # fmt: skip


def test_a_second_summary_of_the_year_leads_to_the_first(desk, site):
    there = make_summary(site, title="已经写了的")
    response = begin(desk, site, written("又一份"))
    text = response.content.decode()
    assert response.status_code == 422
    assert "这里已有 2020 年的总结“已经写了的”" in text
    assert reverse("cms_word_fill", args=[there.pk]) in text
    assert YearEndSummaryPage.objects.count() == 1


def test_a_year_that_is_not_open_is_refused(desk, site):
    response = begin(desk, site, written(), year="2019")
    assert "year" in response.context["form"].errors
    ReportingYear.objects.update(is_open=False)
    assert "现在没有开放报送的年度" in begin(desk, site, written()).content.decode()
    assert not YearEndSummaryPage.objects.exists()


def test_one_form_makes_one_page(desk, site):
    key = str(uuid.uuid4())
    for _ in range(2):
        response = begin(desk, site, written("只有一份"), kind="story", once=key)
    assert StoryPage.objects.count() == 1
    assert "没有重复新建" in said(response)


def test_nothing_half_made_if_the_page_cannot_be_stored(desk, site, monkeypatch):
    def refuse(*args, **kwargs):
        raise RuntimeError("the database is gone")

    monkeypatch.setattr(YearEndSummaryPage, "save_revision", refuse)
    pages = Page.objects.count()
    with pytest.raises(RuntimeError, match="gone"):
        begin(desk, site, written(pictures=[(picture_bytes(), "一"), (picture_bytes(), "二")]))
    assert Page.objects.count() == pages
    assert not get_image_model().objects.exists()
    assert not WordImport.objects.exists()


def test_what_lies_outside_the_text_is_told(desk, site):
    document = Document()
    document.add_paragraph("正文。")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    content = BytesIO()
    document.save(content)
    response = begin(desk, site, SimpleUploadedFile("总结.docx", content.getvalue()))
    assert WordImport.objects.get().notes == ["页眉、页脚没有读入。"]
    assert "页眉、页脚没有读入。" in response.content.decode()
