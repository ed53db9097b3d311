"""Accepted plans on the public site: a table on the site's page, with what came of each highlight."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reports import highlights
from tests.factories.events import make_lecture
from tests.factories.pages import make_site
from tests.factories.reports import make_plan, plan_item
from tests.factories.works import make_work
from tests.flow import decide, fresh, publish, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(city_centre, people):
    page = city_centre.page.specific
    page.introduction = "<p>县区简介。</p>"
    page.save_revision()
    publish(page, people)
    return publish(make_site(city_centre), people)


def read(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_nothing_of_a_plan_is_public_before_it_is_accepted(site, people):
    plan = make_plan(site, items=[plan_item(0, name="侗歌里的新风"), plan_item(1), plan_item(2)])
    submit(plan, people.editor("450202"))
    assert "侗歌里的新风" not in read(site.url)
    decide(plan, people.lead("450202"))
    assert "侗歌里的新风" not in read(site.url)
    assert Client().get(f"{site.url}jihua-2020/").status_code == 404
    decide(plan, people.moderator("zulianbu"))
    page = read(site.url)
    assert "2020 年特色亮点" in page
    for words in ("侗歌里的新风", "每月一次，轮流主持。", "全年 12 次", "2020年12月31日", "社区妇联主席"):
        assert words in page
    assert "侗歌里的新风" in read(fresh(plan).url)


def test_a_changed_plan_shows_only_what_was_accepted(site, people):
    plan = publish(make_plan(site), people)
    draft = plan.get_latest_revision_as_object()
    rows = list(draft.items.all())
    rows[0].name = "还没有审定的亮点"
    draft.items = rows
    draft.save_revision(user=people.editor("450202"))
    assert "还没有审定的亮点" not in read(site.url) + read(plan.url)


def test_works_and_activities_stand_at_the_highlight_that_they_are_for(site, people):
    items = [plan_item(0, work="lectures", name="上门讲"), plan_item(1, work="lectures", name="夜校讲"),
             plan_item(2, work="green", name="轮值")]  # fmt: skip
    plan = publish(make_plan(site, items=items), people)
    by_kind = publish(make_work("green", site, year=2020, title="轮值名牌"), people)
    named = publish(make_work("lights", site, year=2020, title="亮牌也为轮值", highlight="轮值"), people)
    other_year = publish(make_work("green", site, year=2021, title="明年的轮值"), people)
    found = outputs(plan, site)
    assert found["轮值"] == {by_kind.title, named.title}
    assert found["上门讲"] == found["夜校讲"] == set()
    page = read(site.url)
    assert by_kind.title in page
    assert "正在推进，发布后显示在这里。" in page
    assert other_year.title not in read(plan.url)


def test_of_two_highlights_of_a_kind_the_named_one_counts(site, people):
    items = [plan_item(0, work="lectures", name="上门讲"),
             plan_item(1, work="lectures", name="夜校讲"), plan_item(2)]  # fmt: skip
    plan = publish(make_plan(site, items=items), people)
    first = publish(make_lecture(site, title="板凳会"), people)
    second = publish(make_lecture(site, title="夜校开讲", highlight="夜校讲"), people)
    assert outputs(plan, site) == {"上门讲": {first.title}, "夜校讲": {second.title}, "亮点3": set()}


def test_withdrawn_works_leave_their_highlight(site, people):
    plan = publish(make_plan(site), people)
    lecture = publish(make_lecture(site), people)
    assert outputs(plan, site)["亮点2"] == {lecture.title}
    fresh(lecture).unpublish()
    assert outputs(plan, site)["亮点2"] == set()


def outputs(plan, site) -> dict[str, set[str]]:
    items = list(fresh(plan).items.all())
    found = highlights.outputs_of(site.path, plan.year, items)
    return {item.name: {card.title for card in found[item].cards} for item in items}


def test_many_outputs_are_counted_and_the_latest_shown(site, people):
    plan = publish(make_plan(site), people)
    for number in range(7):
        publish(make_lecture(site, title=f"第{number}讲"), people)
    items = list(plan.items.all())
    found = highlights.outputs_of(site.path, 2020, items)[items[1]]
    assert (len(found.cards), found.number, found.more) == (5, 7, 2)


def test_queries_of_a_site_and_a_plan_stay_the_same_and_small(site, people):
    cache.clear()
    plan = publish(make_plan(site), people)
    publish(make_lecture(site), people)
    few = {url: count(url) for url in (site.url, plan.url)}
    for _ in range(8):
        publish(make_lecture(site), people)
    publish(make_work("lights", site, year=2020), people)
    assert {url: count(url) for url in few} == few
    assert max(few.values()) <= 10, few


def count(url: str) -> int:
    client = Client()
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
