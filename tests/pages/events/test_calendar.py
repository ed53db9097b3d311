"""The calendar by months, and what other calendars subscribe to."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pages.models import LecturePage, VolunteerActivityPage
from tests.factories.bulk import many
from tests.factories.events import make_activity, make_lecture
from tests.factories.pages import make_site
from tests.flow import fresh, publish

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
MOST = 10


def get(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=SHANGHAI)


@pytest.fixture
def site(city_centre, people):
    return publish(make_site(city_centre, title="文昌社区"), people)


@pytest.fixture
def there(sanjiang, people):
    return publish(make_site(sanjiang, title="江川村"), people)


def cells(said: str) -> dict[str, list[str]]:
    """Titles by day of a month."""
    found = {}
    for day in said.split('<li class="calendar__day')[1:]:
        if when := re.search(r'<time datetime="([\d-]+)"', day):
            found[when[1]] = re.findall(r'calendar__title"><a[^>]*>([^<]+)', day)
    return found


def test_a_month_shows_each_event_once_on_its_day_in_liuzhou(site, people):
    late = publish(make_lecture(site, title="深夜", starts_at=at(2020, 5, 31, 23, 30), ends_at=None), people)
    early = publish(make_lecture(site, title="凌晨", starts_at=at(2020, 6, 1, 0, 10), ends_at=None), people)
    long = make_activity(
        site, title="跨月", starts_at=at(2020, 5, 30, 9), ends_at=at(2020, 6, 3, 17), hours=1
    )
    publish(long, people)
    may, june = cells(get("/calendar/2020/5/")), cells(get("/calendar/2020/6/"))
    assert {day: titles for day, titles in may.items() if titles} == {
        "2020-05-30": ["跨月"], "2020-05-31": [late.title],
    }  # fmt: skip
    assert {day: titles for day, titles in june.items() if titles} == {"2020-06-01": ["跨月", early.title]}
    assert len(may) == 31
    assert "至 6月3日" in get("/calendar/2020/6/")


def test_a_county_narrows_the_month_and_goes_along(site, there, people):
    publish(make_lecture(site, title="城里的"), people)
    publish(make_activity(there, title="三江的"), people)
    said = get("/calendar/2020/5/?county=450226")
    assert "三江的" in said
    assert "城里的" not in said
    assert 'href="/calendar/2020/4/?county=450226"' in said
    assert 'href="/calendar/2020/6/?county=450226"' in said
    assert "/calendar/450226.ics" in said
    assert "城里的" in get("/calendar/2020/5/?county=nonsense")


def test_a_month_without_anything_is_not_for_search_engines_and_leads_on(site, people):
    publish(make_lecture(site), people)
    empty = get("/calendar/2020/4/")
    assert 'name="robots" content="noindex"' in empty
    assert 'href="/calendar/2020/5/"' in empty
    assert "这个月没有活动" in empty
    assert "noindex" not in get("/calendar/2020/5/")


def test_today_is_marked_and_years_are_limited(site, people):
    publish(make_lecture(site, starts_at=timezone.now() - timedelta(minutes=5), ends_at=None), people)
    said = get("/calendar/")
    assert said.count("calendar__day--today") == 1
    assert "今天" in said
    next_year = timezone.localdate().year + 1
    assert get(f"/calendar/{next_year}/12/")
    assert get("/calendar/2010/1/")
    for path in (f"{next_year + 1}/1", "2009/12", "2020/0", "2020/13", "99999/1"):
        assert Client().get(f"/calendar/{path}/").status_code == 404
    assert 'rel="next"' not in get(f"/calendar/{next_year}/12/")


def test_drafts_and_withdrawn_events_are_not_in_the_calendar(site, people):
    make_lecture(site, title="草稿")
    gone = publish(make_lecture(site, title="撤下"), people)
    gone.unpublish()
    assert cells(get("/calendar/2020/5/")) == {}


def subscribed(path: str = "/calendar.ics") -> dict[str, icalendar.Event]:
    """Events by identity, as another program reads them."""
    response = Client().get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    calendar = icalendar.Calendar.from_ical(response.content)
    assert [zone["tzid"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    assert not calendar.errors
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_other_programs_read_what_was_written(site, people):
    title = "桂姐姐宣讲；山歌, 快板\\三句半与很长很长很长很长很长很长很长很长很长很长很长的标题"
    starts = timezone.localtime(timezone.now() + timedelta(days=3)).replace(microsecond=0)
    lecture = make_lecture(
        site, title=title, starts_at=starts, ends_at=starts + timedelta(hours=2), audience=None
    )
    page = publish(lecture, people)
    event = subscribed()[str(page.translation_key)]
    assert event["summary"] == title
    assert event["location"] == "三楼会议室"
    assert event.decoded("dtstart") == starts
    assert event["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=2)
    assert event["url"].endswith(page.get_url())
    assert event["status"] == "CONFIRMED"
    assert "文昌社区" in event["description"]


def test_counties_have_their_own_and_old_events_leave(site, there, people):
    now = timezone.now()
    here = publish(make_lecture(site, starts_at=now - timedelta(days=30), ends_at=None), people)
    other = publish(make_activity(there, starts_at=now - timedelta(days=300), ends_at=None, hours=1), people)
    publish(make_lecture(site, starts_at=now - timedelta(days=400), ends_at=None), people)
    assert set(subscribed()) == {str(here.translation_key), str(other.translation_key)}
    assert set(subscribed("/calendar/450226.ics")) == {str(other.translation_key)}
    assert Client().get("/calendar/123456.ics").status_code == 404


def test_changes_and_withdrawal_reach_those_who_subscribed(site, people):
    starts = timezone.now().replace(microsecond=0) + timedelta(days=3)
    page = publish(make_lecture(site, title="原来的", starts_at=starts, ends_at=None, audience=None), people)
    uid = str(page.translation_key)
    before = subscribed()[uid]
    assert before["sequence"] == 0
    LecturePage.objects.filter(pk=page.pk).update(first_published_at=timezone.now() - timedelta(hours=1))
    draft = fresh(page).get_latest_revision_as_object()
    draft.title, draft.starts_at = "改了的", starts + timedelta(days=1)
    draft.save_revision(user=people.editor("450202"))
    publish(fresh(page), people)
    changed = subscribed()[uid]
    assert changed["summary"] == "改了的"
    assert changed["sequence"] > before["sequence"]
    assert changed.decoded("last-modified") >= before.decoded("last-modified")
    later = fresh(page).get_latest_revision_as_object()
    later.title, later.starts_at = "没有人审过", starts + timedelta(days=9)
    fresh(page).unpublish()
    later.save_revision(user=people.editor("450202"))
    gone = subscribed()[uid]
    assert gone["status"] == "CANCELLED"
    assert gone["sequence"] >= changed["sequence"]
    assert gone["summary"] == "已取消"
    assert gone.decoded("dtstart") == starts + timedelta(days=1)
    assert not {"location", "description", "url"} & set(map(str.lower, gone))


def price(url: str) -> int:
    client = Client()
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


def test_calendar_and_subscription_cost_the_same_at_10_and_at_60_events(site, there):
    cache.clear()
    today = date.today()
    urls = [
        "/calendar/",
        "/calendar/?county=450202",
        f"/calendar/{today.year}/{today.month}/",
        "/calendar.ics",
    ]
    for model in (LecturePage, VolunteerActivityPage):
        many(model, site, 5)
    few = {url: price(url) for url in urls}
    for model in (LecturePage, VolunteerActivityPage):
        many(model, site, 15)
        many(model, there, 10)
    at_60 = {url: price(url) for url in urls}
    print(at_60)
    assert few == at_60
    assert max(at_60.values()) <= MOST, at_60


def test_a_subscriber_is_told_when_nothing_changed(site, there, people):
    lecture = publish(make_lecture(site, starts_at=timezone.now(), ends_at=None), people)
    client = Client()
    versions = {}

    def ask(url: str) -> int:
        answer = client.get(url, headers={"if-none-match": versions.get(url, "")})
        if answer.status_code == 200:
            versions[url] = answer["ETag"]
        return answer.status_code

    everywhere, own, other = "/calendar.ics", "/calendar/450202.ics", "/calendar/450226.ics"
    assert [ask(url) for url in (everywhere, own, other)] == [200, 200, 200]
    assert [ask(url) for url in (everywhere, own, other)] == [304, 304, 304]
    changed = fresh(lecture)
    changed.title = "改了题目"
    changed.save_revision(user=people.editor("450202"))
    assert ask(own) == 304, "a draft is nobody's business"
    publish(changed, people)
    assert [ask(url) for url in (everywhere, own, other)] == [200, 200, 304]
    fresh(lecture).unpublish()
    assert [ask(url) for url in (everywhere, own, other)] == [200, 200, 304]
    assert client.get("/calendar/999999.ics").status_code == 404
