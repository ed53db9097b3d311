"""On which days people are reminded, held against a table that was written by hand."""

from datetime import UTC, date, datetime

import pytest

from reports.reminders.collecting import letters
from reports.reminders.rules import Concern, concern_of, reason_on
from reports.reminders.situation import survey
from reports.status import Duty, State
from tests.factories.pages import make_site

from . import reminder_calendar as calendar
from .reminder_world import CITY_CENTRE, SANJIANG, eight, extend, open_year, told


@pytest.mark.parametrize(
    ("deadline", "written"),
    [
        (date(2028, 3, 25), calendar.PLAN_25_MARCH),
        (date(2028, 10, 30), calendar.SUMMARY_30_OCTOBER),
        (date(2028, 4, 10), calendar.PLAN_UNTIL_10_APRIL),
        (date(2029, 1, 15), calendar.SUMMARY_UNTIL_15_JANUARY),
    ],
)
def test_days_of_a_deadline(deadline, written):
    found = {day for day in calendar.all_days() if reason_on(2028, Duty.PLAN, deadline, day)}
    assert found == calendar.days(written)


def test_a_deadline_on_29_february():
    found = {
        day
        for day in calendar.all_days()
        if day <= date(2028, 3, 22) and reason_on(2028, Duty.PLAN, date(2028, 2, 29), day)
    }
    assert found == calendar.days(calendar.PLAN_29_FEBRUARY)


@pytest.mark.parametrize(
    ("day", "key", "words"),
    [
        (date(2028, 3, 11), "2028:plan:-14", "2028 年计划表还有 14 天截止"),
        (date(2028, 3, 24), "2028:plan:-1", "2028 年计划表还有 1 天截止"),
        (date(2028, 3, 25), "2028:plan:+0", "2028 年计划表今天截止"),
        (date(2028, 4, 8), "2028:plan:+14", "2028 年计划表已逾期 14 天"),
    ],
)
def test_a_reason_tells_before_from_after(day, key, words):
    reason = reason_on(2028, Duty.PLAN, date(2028, 3, 25), day)
    assert (reason.key, reason.words) == (key, words)


def test_whose_turn_it_is():
    assert {state: concern_of(state) for state in State} == {
        State.NOT_BEGUN: Concern.HAND_IN,
        State.DRAFT: Concern.HAND_IN,
        State.RETURNED: Concern.HAND_IN,
        State.WITHDRAWN: Concern.HAND_IN,
        State.WITH_LEAD: Concern.DECIDE,
        State.WITH_CITY: None,
        State.ACCEPTED: None,
    }


@pytest.mark.django_db
def test_a_year_day_by_day(people, city_centre, sanjiang):
    """Two counties, one with more time for its plan, and a summary deadline in the next year for it."""
    for county in (city_centre, sanjiang):
        make_site(county)
    year = open_year(2028)
    extend(year, sanjiang, Duty.PLAN, date(2028, 4, 10))
    extend(year, sanjiang, Duty.SUMMARY, date(2029, 1, 15))
    expected = {
        people.editor(CITY_CENTRE).email: {
            "plan": calendar.days(calendar.PLAN_25_MARCH),
            "summary": calendar.days(calendar.SUMMARY_30_OCTOBER),
        },
        people.editor(SANJIANG).email: {
            "plan": calendar.days(calendar.PLAN_UNTIL_10_APRIL),
            "summary": calendar.days(calendar.SUMMARY_UNTIL_15_JANUARY),
        },
    }
    found = {address: {"plan": set(), "summary": set()} for address in expected}
    for day in calendar.all_days():
        for address, keys in told(day).items():
            for key in keys:
                found[address][key.split(":")[1]].add(day)
    assert found == expected


@pytest.mark.django_db
def test_a_summary_deadline_in_the_next_year(people, city_centre):
    make_site(city_centre)
    open_year(2028, summary_deadline=date(2029, 1, 15))
    editor = people.editor(CITY_CENTRE).email
    assert told(date(2028, 12, 31)) == {}
    assert told(date(2029, 1, 12)) == {editor: {"2028:summary:-3"}}
    assert told(date(2029, 1, 15)) == {editor: {"2028:summary:+0"}}
    assert told(date(2029, 2, 5)) == {editor: {"2028:summary:+21"}}


@pytest.mark.django_db
def test_a_day_ends_at_midnight_in_liuzhou(people, city_centre):
    make_site(city_centre)
    open_year(2028)
    people.editor(CITY_CENTRE)

    def keys(*moment: int) -> list[list[str]]:
        return [letter.keys for letter in letters(survey(datetime(*moment, tzinfo=UTC)))]

    assert keys(2028, 3, 10, 15, 59, 59) == []
    assert keys(2028, 3, 10, 16, 0, 0) == [["2028:plan:-14"]]
    assert keys(2028, 3, 11, 15, 59, 59) == [["2028:plan:-14"]]
    assert keys(2028, 3, 11, 16, 0, 0) == []


@pytest.mark.django_db
def test_a_closed_year_reminds_nobody(people, city_centre):
    make_site(city_centre)
    year = open_year(2028)
    people.editor(CITY_CENTRE)
    year.is_open = False
    year.save()
    found = survey(eight(date(2028, 3, 27)))  # a Monday
    assert (found.ledgers, letters(found)) == ([], [])
    assert told(date(2028, 3, 25)) == {}


@pytest.mark.django_db
def test_an_earlier_year_that_is_still_open_goes_on_beside_the_new_one(people, city_centre):
    make_site(city_centre)
    year = open_year(2027)
    open_again = type(year).open(2028)
    editor = people.editor(CITY_CENTRE).email
    assert (date(2028, 3, 18) - date(2027, 10, 30)).days == 140
    assert told(date(2028, 3, 18)) == {editor: {"2027:summary:+140", "2028:plan:-7"}}
    open_again.delete()
    assert told(date(2028, 3, 18)) == {editor: {"2027:summary:+140"}}
