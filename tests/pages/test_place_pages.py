"""County and site pages: figures and events of the year, the latest of each kind, links to the rest."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from media.renditions import prepare
from pages.models import LecturePage, OnSiteMeetingPage, StoryPage, VolunteerActivityPage
from tests.factories.bulk import many
from tests.factories.events import make_activity, make_lecture, make_meeting, make_story, tomorrow
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.factories.works import make_work, make_work_site
from tests.flow import fresh, publish

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
MOST = 10


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


@pytest.fixture
def county(city_centre, people):
    page = city_centre.page.specific
    page.introduction = "<p>县区简介。</p>"
    page.save_revision(user=people.editor(city_centre.code))
    return publish(page, people)


def get(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def headings(said: str) -> list[str]:
    return re.findall(r"<h2[^>]*>([^<]+)</h2>", said[said.index("<main") :])


def timeline(said: str) -> list[tuple[str, list[str]]]:
    """Titles by year, in the order of the page."""
    found = []
    for part in said.split('event-timeline__number">')[1:]:
        found.append((part[:4], re.findall(r'timeline__link"[^>]*>([^<]+)<', part)))
    return found


def figures(said: str) -> dict[str, str]:
    return dict(re.findall(r'figures__label">([^<]+)</dt><dd class="figures__value">([\d,.]+)<', said))


def test_events_stand_by_year_newest_first_with_those_to_come(county, city_centre, people):
    site = publish(make_work_site("lectures", city_centre), people)
    first = publish(
        make_lecture(site, starts_at=datetime(2019, 12, 31, 23, tzinfo=SHANGHAI), ends_at=None), people
    )
    second = publish(
        make_activity(site, starts_at=datetime(2020, 1, 1, 0, tzinfo=SHANGHAI), ends_at=None), people
    )
    third = publish(make_meeting(county), people)
    coming = publish(make_lecture(site, starts_at=tomorrow(), ends_at=None, audience=None), people)
    year = str(tomorrow().astimezone(SHANGHAI).year)
    on_county = get(county.url)
    assert timeline(on_county) == [
        (year, [coming.title]), ("2020", [third.title, second.title]), ("2019", [first.title]),
    ]  # fmt: skip
    assert "即将举行" in on_county
    assert timeline(get(site.url)) == [
        (year, [coming.title]), ("2020", [second.title]), ("2019", [first.title]),
    ]  # fmt: skip
    fresh(second).unpublish()
    assert timeline(get(site.url)) == [(year, [coming.title]), ("2019", [first.title])]


def test_figures_are_those_of_the_newest_year_that_has_any(county, city_centre, people):
    site = publish(make_work_site("housekeeping", city_centre), people)
    there = publish(make_site(city_centre), people)
    publish(make_lecture(site, starts_at=datetime(2019, 5, 6, 9, tzinfo=SHANGHAI), ends_at=None), people)
    publish(make_lecture(site, audience=86), people)
    publish(make_lecture(there, audience=4), people)
    publish(make_activity(site, hours=36, people_served=140), people)
    publish(make_work("housekeeping", site, 2020), people)
    publish(make_lecture(site, starts_at=tomorrow(), ends_at=None, audience=None), people)
    said = get(county.url)
    assert "2020 年数字" in said
    assert figures(said) == {
        "宣讲活动": "2", "听众": "90", "服务活动": "1", "服务时长": "36", "培训妇女": "25", "受益妇女": "255",
    }  # fmt: skip
    assert figures(get(site.url))["宣讲活动"] == "1"
    assert figures(get(there.url)) == {"宣讲活动": "1", "听众": "4", "受益妇女": "4"}


def test_each_kind_has_its_section_and_leads_on_to_the_narrowed_list(county, city_centre, people):
    site = publish(make_work_site("council", city_centre), people)
    older, newer = (publish(make_work("council", site, year), people) for year in (2019, 2020))
    publish(make_lecture(site), people)
    publish(make_story(site), people)
    publish(make_summary(site), people)
    on_county, on_site = get(county.url), get(site.url)
    kinds = ["特色亮点工作", "活动时间线", "经验故事", "年度总结"]
    assert [one for one in headings(on_county) if one in kinds] == kinds
    assert [one for one in headings(on_site) if one in kinds] == kinds
    assert newer.title in on_county
    assert older.title not in on_county, "of each work the latest"
    assert on_site.index(newer.title) < on_site.index(older.title)
    for path in ("/lectures/", "/stories/", "/summaries/"):
        assert f'href="{path}?county=450202"' in on_county
        link = f"{path}?county=450202&amp;site={site.pk}"
        assert f'href="{link}"' in on_site
        assert get(link.replace("&amp;", "&")).count('class="card"') == 1
    assert "/activities/" not in on_site.split("<main")[1].split("<footer")[0]


def test_many_lectures_do_not_crowd_out_the_rest(county, city_centre, people):
    site = publish(make_work_site("council", city_centre), people)
    work = publish(make_work("council", site), people)
    story = publish(make_story(site), people)
    many(LecturePage, site, 80)
    assert work.title in get(site.url)
    assert story.title in get(site.url)
    assert work.title in get(county.url)
    assert story.title in get(work.url), "and among what is beside a work"
    assert sum(len(titles) for _, titles in timeline(get(site.url))) == 10


def test_places_without_anything_say_so(county, city_centre, people):
    assert "示范点正在整理" in get(county.url)
    site = publish(make_site(city_centre), people)
    said = get(site.url)
    assert "内容正在整理" in said
    assert figures(said) == {}
    assert timeline(said) == []


def test_costs_are_equal_at_few_and_at_many_items_and_small(county, city_centre, people):
    image = make_picture(city_centre.collection)
    prepare(image)
    site = publish(make_work_site("committee", city_centre, lead_image=image), people)
    site.members.update(photo=image)
    for kind in ("committee", "lights", "council"):
        publish(make_work(kind, site, image=image), people)
    publish(make_summary(site, image=image), people)
    for make in (make_lecture, make_activity, make_meeting, make_story):
        publish(make(site, image=image), people)
    before = {url: cost(url) for url in (county.url, site.url)}
    for model in (LecturePage, VolunteerActivityPage, OnSiteMeetingPage, StoryPage):
        many(model, site, 40, image)
    assert {url: cost(url) for url in before} == before
    assert max(before.values()) <= MOST, before


def cost(url: str) -> int:
    client = Client()
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
