"""The list: whose it is, what narrows it, its pages, its cost, its files."""

from datetime import datetime, timedelta

import pytest
from axes.models import AccessFailureLog
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.audit.cursor import Cursor
from cms.workflow.ledger import Action, LedgerEntry
from tests.factories.pages import make_site
from tests.flow import publish

from .conftest import URL
from .rows import SHANGHAI, START, entry, login

pytestmark = pytest.mark.django_db


def many(site, people, number: int) -> None:
    """Rows in all five tables by *number* people."""
    user_model = get_user_model()
    for place in range(number):
        user = user_model(username=f"u{place}-{user_model.objects.count()}")
        user.save()
        at = START + timedelta(minutes=place)
        entry(f"页面{place}", at, user=user, user_name=user.username, page_id=site.pk)
        login(user.username, at)
        common = {"user": user, "timestamp": at, "label": f"对象{place}", "action": "wagtail.edit"}
        PageLogEntry.objects.create(page=site, **common)
        ModelLogEntry.objects.create(object_id=str(user.pk), **common)
        AccessFailureLog.objects.create(username=user.username, path_info="/", user_agent="x")


@pytest.fixture
def site(city_centre):
    return make_site(city_centre, "文昌社区")


def test_it_is_the_departments_and_administrators(people, client):
    addresses = [URL, reverse("cms_audit_export", args=["csv"]), reverse("cms_audit_export", args=["xlsx"])]
    for address in addresses:
        for user in (people.moderator(), people.admin(), people.lead_and_moderator("450202")):
            assert people.client(user).get(address).status_code == 200
        for user in (people.editor("450202"), people.lead("450202")):
            answer = people.client(user).get(address)
            assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))
        assert people.client(people.moderator()).post(address).status_code == 405
        assert "/login/" in client.get(address).url
    assert people.client(people.moderator()).get("/admin/audit/export.pdf").status_code == 404


def test_it_is_in_the_menu_of_reports_of_those(people):
    for user, is_there in (
        (people.moderator(), True),
        (people.admin(), True),
        (people.lead("450202"), False),
    ):
        html = people.client(user).get("/admin/").content.decode()
        assert (URL in html) == is_there


def test_newest_first_across_tables(acts):
    entry("早", START)
    login("zulianbu", START + timedelta(minutes=1))
    entry("晚", START + timedelta(minutes=2))
    assert acts(until="2020-05-01") == [("提交审核", "晚"), ("登录", ""), ("提交审核", "早")]


def test_pages_hold_every_row_once_even_at_one_moment(people):
    """All at the same microsecond in two tables: the worst case for a cursor by time."""
    for number in range(70):
        entry(f"页面{number}", START)
        login(f"u{number}", START)
    client, query, seen = people.client(people.moderator()), {"until": "2020-05-01"}, []
    for _ in range(10):
        context = client.get(URL, query).context
        seen += [row.subject or row.username for row in context["rows"]]
        if not context["following"]:
            break
        query["from"] = str(context["following"])
    assert len(seen) == 140
    assert set(seen) == {f"页面{number}" for number in range(70)} | {f"u{number}" for number in range(70)}


def test_a_cursor_is_read_back_and_nonsense_is_none():
    cursor = Cursor(START + timedelta(microseconds=123), 4, 56)
    assert Cursor.parse(str(cursor)) == cursor
    for text in ("", "x", "1-2", "20200501080000.000000-a-b", "99999999999999.0-1-1"):
        assert Cursor.parse(text) is None


def test_filters_combine_and_days_are_those_of_liuzhou(acts, people):
    lead = people.lead("450202")
    late, night = datetime(2020, 5, 31, 23, 59, tzinfo=SHANGHAI), datetime(2020, 6, 1, 0, 0, tzinfo=SHANGHAI)
    entry("深夜", late, Action.LEAD_RETURNED, user=lead, user_name="覃主席")
    entry("凌晨", night, Action.LEAD_RETURNED, user=lead, user_name="覃主席")
    entry("三江", night, Action.LEAD_RETURNED, county_code="450226", user_name="龙主席")
    login("lead-450202", night)
    assert acts(since="2020-05-31", until="2020-05-31") == [("县区退回", "深夜")]
    assert [title for _act, title in acts(kind="return", until="2020-06-01")] == ["三江", "凌晨", "深夜"]
    assert acts(county="450226", until="2020-06-01") == [("县区退回", "三江")]
    assert acts(person="覃主席", subject="凌") == [("县区退回", "凌晨")]
    assert set(acts(person="lead-450202", until="2020-06-01")) == {
        ("县区退回", "深夜"),
        ("县区退回", "凌晨"),
        ("登录", ""),
    }
    assert ("登录", "") in acts(county="450202", until="2020-06-01"), "of the county's people"


def test_the_county_is_that_of_the_page_whoever_changed_it(site, people, listed):
    site.save_revision(user=people.moderator(), log_action=True)
    assert "zulianbu" in [row.person for row in listed(county="450202", kind="writing")]
    assert "zulianbu" not in [row.person for row in listed(county="450226", kind="writing")]


def test_a_value_that_is_not_understood_finds_nothing_and_says_so(people, listed):
    entry("页面", START)
    for query in ({"kind": "nonsense"}, {"county": "000000"}, {"since": "gestern"}):
        answer = people.client(people.moderator()).get(URL, query)
        assert answer.context["rows"] == []
        assert "筛选条件看不懂" in answer.content.decode()
    csv_url = reverse("cms_audit_export", args=["csv"])
    lines = b"".join(people.client(people.moderator()).get(csv_url, {"kind": "nonsense"}).streaming_content)
    assert len(lines.decode().splitlines()) == 1


def test_it_costs_the_same_at_ten_and_at_two_hundred_rows(site, people):
    client = people.client(people.moderator())

    def cost() -> int:
        client.get(URL)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(URL)
        assert not [one for one in queries if "count(" in one["sql"].lower()]
        cost.rows = len(answer.context["rows"])
        return len(queries)

    many(site, people, 2)
    few, rows = cost(), cost.rows
    assert rows >= 10
    many(site, people, 40)
    assert cost.rows <= 50
    assert cost() == few
    assert cost.rows == 50


def test_links_lead_to_the_sheet_or_to_the_page(site, people):
    publish(site, people)
    html = people.client(people.moderator()).get(URL).content.decode()
    published = LedgerEntry.objects.get(action=Action.PUBLISHED, page_id=site.pk)
    assert f"/admin/sheets/{site.pk}/?entry={published.pk}" in html
    assert reverse("wagtailadmin_explore", args=[site.pk]) in html
