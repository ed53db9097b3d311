"""The list: what is to be done comes first, filters, and its cost."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from reports.guidance import steps
from tests.factories.guidance import make_answer, make_visit
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db
# Years, numbers by state, the visits, and for the department the counties. The admin's frame has 15 of its own:
# session and its saving (4), user, permissions (5), profile, locale, menu (3).
OWN_QUERIES = {"editor": 3, "moderator": 4}
FRAME = 15
NOW = timezone.make_aware(datetime(2020, 6, 10, 9))
SENT = NOW - timedelta(days=30)


@pytest.fixture
def clock(monkeypatch):
    """It is the morning of 10 June 2020."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def names(client, **query) -> list[str]:
    page = client.get(reverse("reports_guidance"), query).context["page"]
    return [visit.findings for visit in page]


@pytest.fixture
def june(clock, place, far_place, department, people):
    """Visits of every state; their findings say which."""
    editor = people.editor("450202")

    def visit(name, day=date(2020, 5, 1), site=place, due=None, sent=True):
        return make_visit(site, department, sent, visited_on=day, at=SENT, findings=name, answer_due=due)

    closed = visit("办结")
    steps.close(closed, department)
    make_answer(visit("已回复"), editor)
    visit("草稿", sent=False)
    visit("不限时间")
    visit("今天到期", due=date(2020, 6, 10))
    visit("昨天到期", due=date(2020, 6, 9))
    visit("早已到期", day=date(2019, 12, 1), due=date(2020, 5, 20))
    make_answer(visit("到期已回复", day=date(2020, 4, 1), due=date(2020, 5, 20)), editor)
    visit("三江的", site=far_place, due=date(2020, 6, 1))


def test_overdue_comes_first(june, people, department):
    assert names(people.client(department)) == [
        "早已到期", "三江的", "昨天到期", "已回复", "到期已回复", "草稿", "今天到期", "不限时间", "办结",
    ]  # fmt: skip
    assert names(people.client(people.lead("450202"))) == [
        "早已到期", "昨天到期", "今天到期", "不限时间", "已回复", "到期已回复", "办结",
    ]  # fmt: skip


def test_how_late_it_is(june, people):
    page = people.client(people.editor("450202")).get(reverse("reports_guidance")).content.decode()
    assert "已超过 21 天" in page
    assert "已超过 1 天" in page
    assert page.count("已超过") == 2


def test_filters(june, people, department, place):
    client = people.client(department)
    assert names(client, state="draft") == ["草稿"]
    assert names(client, state="answered") == ["已回复", "到期已回复"]
    assert names(client, state="closed") == ["办结"]
    assert names(client, year="2019") == ["早已到期"]
    assert names(client, county="450226") == ["三江的"]
    assert names(client, county="450202", state="awaiting", year="2020") == [
        "昨天到期",
        "今天到期",
        "不限时间",
    ]
    assert len(names(client, site=place.pk)) == 8


@pytest.mark.parametrize(
    "query", [{"state": "x"}, {"year": "1"}, {"county": "1"}, {"site": "x"}, {"site": "-1"}]
)
def test_a_filter_that_is_not_understood_finds_nothing(june, people, department, query):
    assert names(people.client(department), **query) == []


def test_filters_tell_a_county_nothing_of_others(june, people, far_place):
    client = people.client(people.editor("450202"))
    response = client.get(reverse("reports_guidance"), {"site": far_place.pk, "county": "450226"})
    assert list(response.context["page"]) == []
    assert "古宜社区" not in response.content.decode()
    assert names(client, state="draft") == []
    assert "草稿" not in [state.label for state, *_ in response.context["states"]]


def test_numbers_on_the_chips(june, people, department):
    context = people.client(department).get(reverse("reports_guidance"), {"county": "450202"}).context
    assert {state.label: number for state, number, _ in context["states"]} == {
        "草稿": 1,
        "待回复": 4,
        "已回复": 2,
        "已办结": 1,
    }
    assert context["total"] == 8


def test_pages_of_the_list(people, place, department):
    for _ in range(21):
        make_visit(place, department)
    client = people.client(department)
    assert [len(names(client, p=number)) for number in ("1", "2", "x")] == [20, 1, 20]
    assert (
        "state=awaiting&amp;p=2"
        in client.get(reverse("reports_guidance"), {"state": "awaiting"}).content.decode()
    )


def cost(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("role", ["editor", "moderator"])
def test_queries_do_not_grow(people, city_centre, sanjiang, department, role):
    user = people.editor("450202") if role == "editor" else department
    client, visits = people.client(user), []

    def more(number: int) -> None:
        for county in (city_centre, sanjiang):
            for _ in range(number):
                visits.append(make_visit(make_site(county), department, visited_on=date(2019 + number, 5, 1)))
                make_answer(visits[-1], people.editor("450202"))

    def costs() -> list[int]:
        visit, site = reverse("reports_guidance_visit", args=[visits[0].pk]), visits[0].site_id
        urls = [reverse("reports_guidance"), visit, reverse("cms_site_board", args=[site])]
        if role == "moderator":
            urls += [reverse("reports_guidance_new"), reverse("reports_guidance_edit", args=[visits[0].pk])]
        return [cost(client, url) for url in urls]

    more(1)
    few = costs()
    more(4)
    for n in range(3):
        make_answer(visits[0], people.editor("450202"), f"补充{n}")
    assert costs() == few
    assert few[0] <= FRAME + OWN_QUERIES[role], few
