"""What the home page shows of events and stories, and the figures of the year."""

import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from media.renditions import prepare
from pages import benefit
from pages.models import FeaturedStory
from tests.factories.bulk import EVENTS, many
from tests.factories.events import make_activity, make_lecture, make_story, tomorrow
from tests.factories.pages import make_site
from tests.factories.pictures import make_picture
from tests.factories.works import make_work
from tests.flow import publish

pytestmark = pytest.mark.django_db
MOST_ON_HOME = 12


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


@pytest.fixture
def site(city_centre, people):
    return publish(make_site(city_centre), people)


def home() -> str:
    return Client().get("/").content.decode()


def rows(said: str) -> list[str]:
    return re.findall(r'event-row__title"><a[^>]*>([^<]+)', said)


def stories(said: str) -> list[str]:
    part = said.split('id="stories"')[1].split("</section>")[0]
    return re.findall(r'card__title"><a[^>]*>([^<]+)', part)


def test_coming_events_in_their_order_or_else_the_latest(site, people):
    assert "近期活动" not in home()
    old = publish(make_lecture(site), people)
    said = home()
    assert rows(said) == [old.title]
    assert "最近举行的活动" in said
    assert "即将举行" not in said
    later = tomorrow() + timedelta(days=3)
    none = {"ends_at": None, "volunteers": None, "hours": None, "people_served": None}
    second = publish(make_activity(site, starts_at=later, **none), people)
    first = publish(make_lecture(site, starts_at=tomorrow(), ends_at=None, audience=None), people)
    said = home()
    assert rows(said) == [first.title, second.title]
    assert "即将举行" in said
    assert 'href="/calendar/"' in said


def test_featured_stories_come_first_and_the_latest_fill_up(site, people):
    assert "home-stories" not in home()
    made = [publish(make_story(site), people) for _ in range(4)]
    FeaturedStory.objects.create(story=made[0], starts_on=date(2020, 1, 1))
    FeaturedStory.objects.create(story=made[1], starts_on=date(2020, 1, 1), ends_on=date(2020, 2, 1))
    assert stories(home()) == [made[0].title, made[3].title, made[2].title]
    made[0].unpublish()
    assert stories(home()) == [made[3].title, made[2].title, made[1].title]


def test_benefit_is_audience_people_served_and_trainees_of_the_year(site, people):
    publish(make_lecture(site, audience=86), people)
    publish(make_activity(site, people_served=140), people)
    publish(make_work("housekeeping", site, 2020), people)
    earlier = make_lecture(
        site, starts_at=timezone.make_aware(timezone.datetime(2019, 5, 6, 9)), ends_at=None
    )
    publish(earlier, people)
    assert {year: (sums["events"], sums["benefit"]) for year, sums in benefit.sums_by_year().items()} == {
        2020: (2, 86 + 140 + 25),
        2019: (1, 86),
    }
    assert benefit.sums_by_year(page__path__startswith="none") == {}
    year, figures = benefit.latest_figures()
    assert (year, [figure.value for figure in figures]) == (2020, [2, 251])
    said = home()
    assert re.search(r'场活动</dt><dd class="figures__value">2<', said)
    assert re.search(r'受益妇女人次</dt><dd class="figures__value">251<', said)
    assert "2020 年的数字" in said


def test_home_costs_the_same_at_10_and_at_60_items(site, people):
    image = make_picture()
    prepare(image)
    story = publish(make_story(site, image=image), people)
    FeaturedStory.objects.create(story=story, starts_on=date(2020, 1, 1))
    publish(make_lecture(site, image=image), people)
    counts = []
    for number in (10, 50):
        for model in EVENTS:
            many(model, site, number, image)
        home()
        with CaptureQueriesContext(connection) as queries:
            home()
        counts.append(len(queries))
    print(counts)
    assert counts[0] == counts[1] <= MOST_ON_HOME
