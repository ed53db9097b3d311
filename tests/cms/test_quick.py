"""The quick form: drafts and submissions from one short page, good and bad photos mixed, nothing typed lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model

from cms.admin.quick.forms import QuickActivityForm
from pages.models import LecturePage, Vocabulary, VolunteerActivityPage
from tests.factories.events import make_lecture, term, tomorrow
from tests.factories.pages import make_site
from tests.factories.pictures import picture_bytes
from tests.flow import step

from .quick_form import CODE, lecture_data, said, sample, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(city_centre):
    return make_site(city_centre, title="文昌社区")


@pytest.fixture
def editor(people, city_centre):
    people.lead(CODE)
    return people.client(people.editor(CODE))


def test_a_draft_with_all_that_was_typed(editor, site, city_centre):
    photos = [SimpleUploadedFile(f"{n}.jpg", picture_bytes()) for n in range(2)]
    response = editor.post(url(site), lecture_data(photos=photos, minors_shown="on"), follow=True)
    page = LecturePage.objects.get()
    assert response.redirect_chain[0][0] == reverse("cms_quick_saved", args=[page.pk])
    assert said(response) == "已存为草稿，还没有提交审核。"
    assert "再记一场" in response.content.decode()
    content = page.get_latest_revision_as_object()
    assert (content.live, content.slug, content.audience) == (False, "lecture-20200506", 86)
    assert content.starts_at.isoformat() == "2020-05-06T15:00:00+08:00"
    assert content.ends_at.isoformat() == "2020-05-06T17:00:00+08:00"
    assert content.body[0].value.source == "<p>第一段&lt;b&gt;。</p><p>第二段。</p>"
    assert [topic.pk for topic in content.topics.all()] == lecture_data()["topics"]
    caption = "5月6日，文昌社区宣讲现场"
    assert [(p.caption, p.description) for p in content.photos.all()] == [(caption, caption)] * 2
    image = content.photos.first().image
    assert image.collection_id == city_centre.collection_id
    assert (image.minors_shown, image.people_shown, image.consent_held) == (True, True, False)
    assert content.submission_problems() == []


def test_captions_of_single_photos(editor, site):
    photos = [SimpleUploadedFile(f"{n}.jpg", picture_bytes()) for n in range(3)]
    data = lecture_data(photos=photos, captions="第一张\n\n第三张", description="姐妹们围坐一圈")
    editor.post(url(site), data)
    content = LecturePage.objects.get().get_latest_revision_as_object()
    assert [p.caption for p in content.photos.all()] == ["第一张", data["caption"], "第三张"]
    assert {p.description for p in content.photos.all()} == {"姐妹们围坐一圈"}


def test_submitting_goes_to_the_lead(editor, site):
    response = editor.post(url(site), lecture_data(action="submit"), follow=True)
    page = LecturePage.objects.get()
    assert step(page) == "县区审定"
    assert page.current_workflow_state.requested_by.username == f"editor-{CODE}"
    assert said(response) == "已提交审核。"
    assert "等县区主要领导审定" in response.content.decode()


def test_a_missing_lead_is_said(people, site):
    client = people.client(people.editor(CODE))
    response = client.post(url(site), lecture_data(action="submit"), follow=True)
    assert "本县区还没有可用的审定账号，请联系市妇联组联部。" in said(response)


def test_a_refused_submission_is_kept_as_a_draft_with_the_reasons(editor, site):
    data = lecture_data(action="submit", ends="14:00", topics=[])
    response = editor.post(url(site), data, follow=True)
    page = LecturePage.objects.get()
    assert step(page) == ""
    assert said(response) == (
        "已存为草稿，但还不能提交审核：<ul><li>结束时间：结束时间要晚于开始时间，请核对。</li>"
        "<li>宣讲主题：请至少选一个主题。</li></ul>"
    )


def test_a_future_one_has_no_audience(editor, site):
    data = lecture_data(action="submit", day=f"{tomorrow():%Y-%m-%d}")
    assert "“听众人数”请等办完以后再填" in said(editor.post(url(site), data, follow=True))


def test_bad_photos_are_named_and_good_ones_kept(editor, site):
    names = ["phone-gps.jpg", "not-an-image.jpg", "phone-gps.heic", "script.svg", "truncated.jpg"]
    response = editor.post(url(site), lecture_data(photos=[sample(name) for name in names]), follow=True)
    told = said(response)
    assert told.startswith("已存为草稿，还没有提交审核。")
    assert "有 3 张照片没有收下" in told
    for name in ("not-an-image.jpg：", "script.svg：", "truncated.jpg："):
        assert name in told
    assert "phone-gps" not in told
    content = LecturePage.objects.get().get_latest_revision_as_object()
    assert len(content.photos.all()) == 2


def test_no_more_than_nine(editor, site):
    photos = [SimpleUploadedFile(f"{n}.jpg", picture_bytes((64, 64))) for n in range(1, 11)]
    response = editor.post(url(site), lecture_data(photos=photos), follow=True)
    assert "10.jpg：最多 9 张照片，这一张没有收下。" in said(response)
    assert len(LecturePage.objects.get().get_latest_revision_as_object().photos.all()) == 9


def test_nothing_typed_and_no_photo_is_lost(editor, site):
    data = lecture_data(title="", audience="很多", photos=[sample("phone-gps.jpg"), sample("script.svg")])
    response = editor.post(url(site), data)
    assert not LecturePage.objects.exists()
    page = response.content.decode()
    for words in (
        "还没有保存",
        "script.svg：",
        "三楼妇女之家",
        "第一段&lt;b&gt;。",
        "很多",
        "5月6日，文昌社区宣讲现场",
    ):
        assert words in page, words
    image = get_image_model().objects.get()
    assert f'name="kept" value="{image.pk}"' in page
    editor.post(url(site), lecture_data(kept=[image.pk]))
    content = LecturePage.objects.get().get_latest_revision_as_object()
    assert [photo.image_id for photo in content.photos.all()] == [image.pk]


def test_a_typed_number_of_anothers_photo_is_ignored(editor, site, people, sanjiang):
    other = make_lecture(make_site(sanjiang))
    foreign = other.photos.first().image_id
    editor.post(url(site), lecture_data(kept=[foreign, "x", "999999"]))
    assert not LecturePage.objects.get(title="山歌唱响好政策").get_latest_revision_as_object().photos.all()


def test_an_activity_and_one_more_like_it(editor, site):
    kind = term(Vocabulary.SERVICE_KIND, "家教")
    data = {
        "title": "周末课堂", "day": "2020-05-09", "begins": "09:00", "team": "木棉花队", "kind": kind.pk,
        "place_name": "图书室", "volunteers": "4", "hours": "8.5", "people_served": "20", "action": "submit",
    }  # fmt: skip
    response = editor.post(url(site, "activity"), data, follow=True)
    page = VolunteerActivityPage.objects.get()
    assert step(page) == "县区审定"
    again = f"{url(site, 'activity')}?like={page.pk}"
    assert again in response.content.decode()
    form = editor.get(again).context["form"]
    values = {name: form[name].value() for name in ("team", "kind", "place_name", "volunteers", "title")}
    assert values == {
        "team": "木棉花队",
        "kind": kind.pk,
        "place_name": "图书室",
        "volunteers": None,
        "title": "文昌社区妇联：巾帼志愿服务活动",
    }


def test_one_more_like_a_lecture_brings_its_choices(editor, site):
    page = make_lecture(site)
    response = editor.get(f"{url(site)}?like={page.pk}")
    page_text = response.content.decode()
    for name in ("山歌", "壮语", "妇女之家"):
        assert f"selected>{name}" in page_text
    assert page_text.count("checked") == 1


def test_only_a_page_of_the_same_place_is_taken_over(editor, site, sanjiang):
    other = make_lecture(make_site(sanjiang), place_name="三江的地点")
    for like in (other.pk, "x", 999999):
        assert "三江的地点" not in editor.get(f"{url(site)}?like={like}").content.decode()


@pytest.mark.parametrize("role", ["other_editor", "other_lead", "moderator"])
def test_strangers_are_refused(people, site, role):
    user = {
        "other_editor": lambda: people.editor("450226"),
        "other_lead": lambda: people.lead("450226"),
        "moderator": people.moderator,
    }[role]()
    client = people.client(user)
    for kind in ("lecture", "activity"):
        for response in (client.get(url(site, kind)), client.post(url(site, kind), lecture_data())):
            assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    saved = reverse("cms_quick_saved", args=[make_lecture(site).pk])
    assert client.get(saved).url == reverse("wagtailadmin_home")
    assert LecturePage.objects.count() == 1


def test_a_county_page_takes_them_too_and_nothing_else_does(editor, site, city_centre):
    assert editor.get(url(city_centre.page)).status_code == 200
    lecture = make_lecture(site)
    assert editor.get(reverse("cms_quick", args=[lecture.pk, "lecture"])).status_code == 302
    assert editor.get(reverse("cms_quick", args=[site.pk, "story"])).status_code == 404
    assert editor.get(reverse("cms_quick_saved", args=[site.pk])).status_code == 404


def test_a_forged_request_is_refused(people, site):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.editor(CODE))
    assert client.post(url(site), lecture_data()).status_code == 403
    assert not LecturePage.objects.exists()


def test_teams_are_suggested(editor, site):
    form = QuickActivityForm()
    assert form["team"].field.widget.attrs["list"] == "volunteer-team-names"
