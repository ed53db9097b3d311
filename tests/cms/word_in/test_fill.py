"""A Word file fills a page that is there: replaced or continued as was chosen, what was there stays in the history."""

import pytest
from django.urls import reverse
from wagtail.images import get_image_model

from cms.models import WordImport
from pages.text import plain_text
from tests.factories.events import make_lecture
from tests.factories.pages import make_summary
from tests.factories.pictures import picture_bytes
from tests.flow import decide, fresh, publish, step, submit

from .sending import fill, photo, said, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def summary(site):
    return make_summary(site, text="原来的正文。", photos=3)


def texts(page) -> list[str]:
    return [plain_text(block.value.source) for block in fresh(page).get_latest_revision_as_object().body]


def test_replacing_keeps_photos_and_the_old_text_in_the_history(desk, summary):
    before = summary.latest_revision
    fill(desk, summary, written("新标题", ["新的正文。"], [(photo(), "新照片")]), way="replace")
    page = fresh(summary).get_latest_revision_as_object()
    assert texts(summary) == ["新的正文。"]
    assert [row.caption for row in page.photos.all()] == ["说明0", "说明1", "说明2", "新照片"]
    assert [row.sort_order for row in page.photos.all()] == [0, 1, 2, 3]
    assert page.title == summary.title
    assert WordImport.objects.get().title == "新标题"
    old = summary.revisions.get(pk=before.pk).as_object()
    assert plain_text(old.body[0].value.source) == "原来的正文。"


def test_continuing(desk, summary):
    fill(desk, summary, written(lines=["后来的正文。"]), way="append", take_title="on")
    assert texts(summary) == ["原来的正文。", "后来的正文。"]
    assert fresh(summary).draft_title == summary.title  # the file has no title


def test_the_title_is_taken_if_that_was_ticked(desk, summary):
    fill(desk, summary, written("新标题"), way="replace", take_title="on")
    assert fresh(summary).draft_title == "新标题"


def test_an_empty_page_is_not_asked_what_becomes_of_its_text(desk, site):
    page = make_lecture(site, body=[])
    form = desk.get(reverse("cms_word_fill", args=[page.pk])).context["form"]
    assert "way" not in form.fields
    fill(desk, page, written("讲课", ["讲了三点。"]))
    assert texts(page) == ["讲了三点。"]


def test_a_file_of_pictures_alone_leaves_the_text(desk, summary):
    fill(desk, summary, written(lines=[], pictures=[(photo(), "只有照片")]), way="replace")
    assert texts(summary) == ["原来的正文。"]


def test_the_same_file_twice_doubles_no_photo(desk, summary):
    content = photo()
    for _ in range(2):
        fill(desk, summary, written(pictures=[(content, "同一张")]), way="replace")
    page = fresh(summary).get_latest_revision_as_object()
    assert [row.caption for row in page.photos.all()] == ["说明0", "说明1", "说明2", "同一张"]
    newest = WordImport.objects.order_by("-pk").first()
    assert newest.notes == ["图 1（同一张）：页面上已经有这张照片，没有重复添加。"]
    assert newest.photos == 0


def test_what_lies_with_a_reviewer_is_closed_to_all(desk, people, summary, editor):
    submit(summary, editor)
    before = fresh(summary).latest_revision_id
    for user in (editor, people.lead("450202")):
        response = fill(people.client(user), summary, written(), way="replace")
        assert "现在不能读入文件" in said(response)
    decide(summary, people.lead("450202"))
    response = people.client(people.moderator()).post(
        reverse("cms_word_fill", args=[summary.pk]), {"file": written(), "way": "replace"}
    )
    assert response.status_code in (302, 403)
    assert fresh(summary).latest_revision_id == before


def test_what_is_public_stays_as_it_is_until_it_is_approved_again(desk, people, site):
    page = publish(make_summary(site, text="公开的正文。"), people)
    fill(desk, page, written(lines=["改过的正文。"]), way="replace")
    live = fresh(page)
    assert plain_text(live.body[0].value.source) == "公开的正文。"
    assert (live.has_unpublished_changes, step(live)) == (True, "")
    assert texts(page) == ["改过的正文。"]


def test_nothing_half_made_if_saving_fails(desk, summary, monkeypatch):
    images, revision = get_image_model().objects.count(), summary.latest_revision_id

    def refuse(*args, **kwargs):
        raise RuntimeError("full")

    monkeypatch.setattr(WordImport.objects, "create", refuse)
    with pytest.raises(RuntimeError, match="full"):
        fill(desk, summary, written(pictures=[(picture_bytes(), "一")]), way="replace")
    assert get_image_model().objects.count() == images
    assert fresh(summary).latest_revision_id == revision


def test_the_last_reading_can_be_looked_up_again(desk, people, summary, sanjiang):
    url = reverse("cms_word_done", args=[summary.pk])
    assert desk.get(url).status_code == 404
    fill(desk, summary, written(name="第一稿.docx"), way="replace")
    fill(desk, summary, written(name="第二稿.docx"), way="append")
    text = desk.get(url).content.decode()
    assert "已从“第二稿.docx”读入，接在正文后面" in text
    assert people.client(people.editor("450226")).get(url).status_code == 302  # refused, as everywhere
    submit(summary, people.editor("450202"))
    assert reverse("cms_word_fill", args=[summary.pk]) not in desk.get(url).content.decode()
