"""What keeps a lecture, an activity, a meeting or a story from being submitted, in exact words at its place."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from pages.models import LecturePage, OnSiteMeetingPage, StoryPage, Term, VolunteerActivityPage
from tests.factories.events import (
    MORNING,
    make_activity,
    make_lecture,
    make_meeting,
    make_story,
    tomorrow,
)
from tests.factories.pages import make_site
from tests.flow import publish

pytestmark = pytest.mark.django_db
MAKERS = [make_lecture, make_activity, make_meeting, make_story]


@pytest.fixture
def site(city_centre):
    return make_site(city_centre)


def found(page) -> set[tuple[str, str]]:
    return {(problem.field, problem.message) for problem in page.submission_problems()}


def told(page) -> set[tuple[str, str]]:
    return {(problem.field, problem.message) for problem in page.warnings()}


@pytest.mark.parametrize("make", MAKERS)
def test_a_complete_one_has_nothing_against_it(site, make):
    page = make(site)
    assert (found(page), told(page)) == (set(), set())


@pytest.mark.parametrize(
    ("make", "values", "field", "message"),
    [
        (make_lecture, {"starts_at": None}, "starts_at", "还没有填写。"),
        (make_lecture, {"lecturers": ""}, "lecturers", "还没有填写。"),
        (make_lecture, {"form": None}, "form", "还没有填写。"),
        (make_lecture, {"topics": []}, "topics", "请至少选一个主题。"),
        (make_lecture, {"place": None, "place_name": ""}, "place_name", "请选择场所类型，或者写明具体地点。"),
        (make_lecture, {"ends_at": MORNING}, "ends_at", "结束时间要晚于开始时间，请核对。"),
        (
            make_lecture,
            {"ends_at": MORNING + timedelta(hours=12, minutes=1)},
            "ends_at",
            "从开始到结束超过 12 小时，请核对日期和时间。",
        ),
        (make_lecture, {"audience": -1}, "audience", "不能是负数（现在是 -1）。"),
        (
            make_lecture,
            {"audience": 20_001},
            "audience",
            "20,001 大得不合常理（一般不超过 20,000），请核对是不是多打了数字。",
        ),
        (make_activity, {"team": ""}, "team", "还没有填写。"),
        (make_activity, {"kind": None}, "kind", "还没有填写。"),
        (
            make_activity,
            {"ends_at": MORNING + timedelta(days=32)},
            "ends_at",
            "从开始到结束超过 31 天，请核对日期和时间。",
        ),
        (make_activity, {"hours": -2}, "hours", "不能是负数（现在是 -2）。"),
        (
            make_activity,
            {"volunteers": 2, "hours": 49},
            "hours",
            "49 小时多于 2 名志愿者 1 天里可能服务的时间，请核对。",
        ),
        (make_activity, {"volunteers": None}, "hours", "填了服务时长，请同时填参加的志愿者人数。"),
        (make_meeting, {"held_on": None}, "held_on", "还没有填写。"),
        (make_meeting, {"held_on": date(2009, 12, 31)}, "held_on", "日期早于 2010 年，请核对。"),
        (make_meeting, {"host": ""}, "host", "还没有填写。"),
        (make_meeting, {"learnt": ""}, "learnt", "还没有填写。"),
        (make_story, {"kind": ""}, "kind", "还没有填写。"),
        (make_story, {"work": ""}, "work", "还没有填写。"),
        (make_story, {"lead": "字" * 161}, "lead", "导语 161 字，请缩短到 160 字以内。"),
        (make_story, {"body": []}, "body", "还没有填写。"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(site, make, values, field, message):
    assert found(make(site, **values)) == {(field, message)}


@pytest.mark.parametrize("make", [make_lecture, make_activity])
def test_the_day_is_neither_before_2010_nor_after_a_year(site, make):
    numbers = dict.fromkeys(make(site).numbers)
    early = datetime(2009, 12, 31, tzinfo=UTC)
    assert found(make(site, starts_at=early, ends_at=None, **numbers)) == {
        ("starts_at", "日期早于 2010 年，请核对。")
    }
    late = timezone.now() + timedelta(days=368)
    assert found(make(site, starts_at=late, ends_at=None, **numbers)) == {
        ("starts_at", "日期在一年以后，请核对。")
    }


@pytest.mark.parametrize("make", [make_lecture, make_activity])
def test_what_is_to_come_has_no_numbers_yet(site, make):
    page = make(site, starts_at=tomorrow(), ends_at=None)
    labels = {name: page._meta.get_field(name).verbose_name for name in page.numbers}
    assert found(page) == {
        (name, f"活动还没有举行，“{label}”请等办完以后再填。") for name, label in labels.items()
    }
    for name in page.numbers:
        setattr(page, name, None)
    assert (found(page), told(page), page.own_figures()) == (set(), set(), {})


@pytest.mark.parametrize("make", [make_lecture, make_activity])
def test_numbers_missing_afterwards_are_pointed_out(site, make):
    page = make(site)
    for name in page.numbers:
        setattr(page, name, None)
    assert found(page) == set()
    assert told(page) == {(name, "活动已经举行，还没有填写。") for name in page.numbers}


def test_hours_of_several_days(site):
    page = make_activity(site, ends_at=MORNING + timedelta(days=1), volunteers=2, hours=96)
    assert found(page) == set()


@pytest.mark.parametrize("make", MAKERS)
def test_photos_are_at_most_nine_and_described(site, make, city_centre):
    page = make(site, photos=10)
    assert found(page) == {("photos", "照片最多 9 张，现在有 10 张，请删去几张。")}
    page = make(site)
    photos = list(page.photos.all())
    photos[0].description = ""
    page.photos.set(photos)
    assert found(page) == {("photos", "第 1 张照片缺少图片描述，请填写后再提交。")}


@pytest.mark.parametrize("model", [LecturePage, VolunteerActivityPage, OnSiteMeetingPage, StoryPage])
def test_a_draft_may_lack_everything_but_its_title(site, model):
    page = model(title="草稿", live=False)
    site.add_child(instance=page)
    page.save_revision()
    content = page.get_latest_revision_as_object()
    assert content.submission_problems()
    assert content.own_figures() in ({}, None)
    assert isinstance(content.listing_note, str)


def test_a_storys_site_is_of_its_own_county(site, city_centre, sanjiang):
    other = make_site(sanjiang)
    assert found(make_story(city_centre.page, site=site)) == set()
    assert found(make_story(city_centre.page, site=other)) == {("site", "请选择本县区的示范点。")}
    assert found(make_story(site, site=site)) == set()
    assert found(make_story(site, site=make_site(city_centre))) == {
        ("site", "故事写在示范点下面，就是这个示范点的，不能另选别的。")
    }


def test_the_citys_story_names_a_published_site(site, people):
    assert found(make_story(site=site)) == {("site", "这个示范点还没有公开，不能选。")}
    assert found(make_story(site=publish(site, people))) == set()


def test_a_hidden_term_is_offered_only_where_it_is_in_use(site, people):
    page = make_lecture(site)
    Term.objects.filter(name="山歌").update(active=False)
    handler = LecturePage.get_edit_handler()
    form_class = handler.get_form_class()
    user = people.editor("450202")
    used = form_class(instance=page, parent_page=site, for_user=user)
    new = form_class(instance=LecturePage(), parent_page=site, for_user=user)
    names = [set(form.fields["form"].queryset.values_list("name", flat=True)) for form in (used, new)]
    assert names[0] - names[1] == {"山歌"}
    assert "宣讲会" in names[1]
    assert set(new.fields["form"].queryset.values_list("vocabulary", flat=True)) == {"lecture_form"}
