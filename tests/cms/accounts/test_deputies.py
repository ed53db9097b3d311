"""Deputies until a day, that day included, by the clock of Liuzhou."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.urls import reverse

from cms.accounts import days
from cms.accounts.models import AccountChange, Deputy
from cms.accounts.people import account
from cms.county import County
from cms.reporting import contacts
from tests.factories.pages import make_site, make_summary
from tests.flow import submit

from .desk import CODE, PERSON, at, is_in

pytestmark = pytest.mark.django_db
LAST_DAY = date(2028, 3, 31)
UNTIL_MIDNIGHT = datetime(2028, 3, 31, 23, 59, 59, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def clock(monkeypatch):
    """Sets the time; begins an hour before the last day ends."""

    def turn(moment: datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    turn(UNTIL_MIDNIGHT - timedelta(hours=1))
    return turn


@pytest.fixture
def deputy(clock, people):
    """An editor who stands in for the lead until ``LAST_DAY``."""
    user = people.editor(CODE)
    desk = people.client(people.moderator())
    assert desk.post(at("deputy", user.pk), {"until": LAST_DAY.isoformat()}).status_code == 302
    return user


def again(user):
    """The user as the next request reads her."""
    return type(user).objects.get(pk=user.pk)


def may_lead(user, county) -> bool:
    return County.leads_page(again(user), county.page)


def test_she_leads_to_the_last_second_and_not_after(deputy, clock, city_centre):
    clock(UNTIL_MIDNIGHT)
    assert may_lead(deputy, city_centre)
    assert list(County.led_by(again(deputy))) == [city_centre]
    assert city_centre not in County.without_lead()
    assert [one.pk for one in contacts([city_centre.page.path])[city_centre.page.path].leads] == [deputy.pk]
    clock(UNTIL_MIDNIGHT + timedelta(seconds=1))  # nothing has run
    assert days.today() == date(2028, 4, 1)
    assert deputy.groups.filter(pk=city_centre.leads_id).exists()
    assert not may_lead(deputy, city_centre)
    assert not County.led_by(again(deputy)).exists()
    assert city_centre in County.without_lead()
    reached = contacts([city_centre.page.path])[city_centre.page.path]
    assert ([one.pk for one in reached.editors], reached.leads) == ([deputy.pk], [])
    assert list(County.edited_by(again(deputy))) == [city_centre]


def test_her_next_request_takes_the_membership_away(deputy, clock, people, city_centre):
    browser = people.client(deputy)
    summary = make_summary(make_site(city_centre))
    submit(summary, people.editor(CODE, "writer"))
    review = reverse("cms_review", args=[summary.pk])
    clock(UNTIL_MIDNIGHT)
    assert browser.get(review).status_code == 200
    clock(UNTIL_MIDNIGHT + timedelta(seconds=1))
    assert browser.get(review).status_code == 302
    assert set(deputy.groups.all()) == {city_centre.editors}
    assert is_in(browser)
    change = AccountChange.objects.last()
    assert (change.action, change.actor, change.actor_name) == ("deputy_ended", None, "系统")


def test_whoever_was_only_a_deputy_is_out_and_still_on_the_countys_page(clock, people, city_centre):
    desk = people.client(people.moderator())
    desk.post(at("open", CODE, "deputy"), PERSON | {"username": "daili", "until": LAST_DAY.isoformat()})
    deputy = Deputy.objects.get().user
    browser = people.client(deputy)
    clock(UNTIL_MIDNIGHT)
    assert is_in(browser)
    clock(UNTIL_MIDNIGHT + timedelta(seconds=1))
    assert not is_in(browser)
    assert not deputy.groups.exists()
    assert "代理已结束" in desk.get(at("unit", CODE)).content.decode()
    until = (LAST_DAY + timedelta(days=9)).isoformat()
    assert desk.post(at("deputy", deputy.pk), {"until": until}).status_code == 302
    assert may_lead(deputy, city_centre)


def test_the_nightly_command(deputy, clock, city_centre, capsys):
    clock(UNTIL_MIDNIGHT)
    call_command("end_deputies")
    assert deputy.groups.count() == 2
    clock(UNTIL_MIDNIGHT + timedelta(seconds=1))
    for _ in range(2):
        call_command("end_deputies")
    assert set(deputy.groups.all()) == {city_centre.editors}
    assert [line[:4] for line in capsys.readouterr().out.splitlines()] == ["收回 0", "收回 1", "收回 0"]
    assert AccountChange.objects.filter(action="deputy_ended").count() == 1


def test_it_can_be_ended_before(deputy, people, city_centre):
    desk, browser = people.client(people.moderator()), people.client(deputy)
    response = desk.post(at("deputy_end", deputy.pk), {})
    assert "最后一个可用的审定账号" in response.content.decode()
    desk.post(at("deputy_end", deputy.pk), {"confirmed": "on"})
    assert set(deputy.groups.all()) == {city_centre.editors}
    assert not is_in(browser)


def test_a_deputy_who_becomes_lead_stays_lead(deputy, clock, people, city_centre):
    desk = people.client(people.moderator())
    response = desk.post(at("move", deputy.pk), {"place": f"{CODE}:lead", "confirmed": "on"})
    assert response.status_code == 302
    clock(UNTIL_MIDNIGHT + timedelta(days=30))
    assert may_lead(deputy, city_centre)
    assert account(deputy.pk).role_words == "城中区 审定"


@pytest.mark.parametrize(
    ("day", "accepted"),
    [("2028-03-30", False), ("2028-03-31", True), ("2029-04-01", True), ("2029-04-02", False), ("", False)],
)
def test_days_that_can_be_chosen(clock, people, day, accepted):
    editor, desk = people.editor(CODE), people.client(people.moderator())
    response = desk.post(at("deputy", editor.pk), {"until": day})
    assert (response.status_code == 302) is accepted
    assert Deputy.objects.exists() is accepted


def test_a_closed_account_is_no_deputy(clock, people):
    editor, desk = people.editor(CODE), people.client(people.moderator())
    desk.post(at("close", editor.pk))
    desk.post(at("deputy", editor.pk), {"until": "2028-04-01"})
    assert not Deputy.objects.exists()


def test_a_lead_is_no_deputy(clock, people):
    lead, desk = people.lead(CODE), people.client(people.moderator())
    desk.post(at("deputy", lead.pk), {"until": "2028-04-01"})
    assert not Deputy.objects.exists()
