"""Who is reminded of what: states, counties, roles, gaps, and what the collecting costs."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.county import County
from reports.models import ReportingSite
from reports.reminders.collecting import letters
from reports.reminders.situation import survey
from reports.status import Duty
from tests.factories.pages import make_site, make_summary
from tests.flow import decide, publish

from .reminder_world import (
    CITY_CENTRE,
    SANJIANG,
    THREE_LEFT,
    due_on,
    eight,
    extend,
    make_plan,
    open_year,
    returned,
    subjects,
    told,
    with_city,
    with_lead,
)

pytestmark = pytest.mark.django_db
OCTOBER_27 = date(2028, 10, 27)
THIS_YEAR = timezone.localdate().year  # no year far ahead is approved by anybody


def about(day: date) -> dict[str, set]:
    """What each letter of *day* is about, by address."""
    return {letter.person.email: subjects(letter) for letter in due_on(day)}


def test_each_state_goes_to_whose_turn_it_is(people, city_centre):
    names = ["未开始", "草稿", "待审定", "待市级", "退回", "市退回", "撤下", "通过"]
    sites = {name: make_site(city_centre, title=name) for name in names}
    year = open_year(THIS_YEAR).year
    editor, lead = people.editor(CITY_CENTRE), people.lead(CITY_CENTRE)
    plans = {name: make_plan(sites[name], year) for name in names[1:]}
    with_lead(plans["待审定"], people, CITY_CENTRE)
    with_city(plans["待市级"], people, CITY_CENTRE)
    returned(plans["退回"], people, CITY_CENTRE)
    decide(with_city(plans["市退回"], people, CITY_CENTRE), people.moderator(), "reject", comment="请改。")
    publish(plans["撤下"], people).unpublish()
    publish(plans["通过"], people)
    missing = {
        ("HAND_IN", "未开始", "not_begun"),
        ("HAND_IN", "草稿", "draft"),
        ("HAND_IN", "退回", "returned"),
        ("HAND_IN", "市退回", "returned"),
        ("HAND_IN", "撤下", "withdrawn"),
    }
    assert about(date(year, 3, 22)) == {
        editor.email: missing,
        lead.email: missing | {("DECIDE", "待审定", "with_lead")},
    }


def test_nobody_is_reminded_where_nothing_is_left_to_do(people, city_centre):
    plan = make_plan(make_site(city_centre), THIS_YEAR)
    open_year(THIS_YEAR)
    lead = people.lead(CITY_CENTRE)
    with_lead(plan, people, CITY_CENTRE)
    assert about(date(THIS_YEAR, 3, 22)).keys() == {lead.email}, "the editor has done her part"
    decide(plan, lead)
    assert about(date(THIS_YEAR, 3, 22)) == {}


def test_a_county_is_never_told_of_another(people, city_centre, sanjiang):
    make_site(city_centre, title="文昌社区")
    make_site(sanjiang, title="冠洞村")
    open_year(2028)
    staff = {
        people.editor(CITY_CENTRE).email: "文昌社区",
        people.editor(CITY_CENTRE, "second").email: "文昌社区",
        people.lead(CITY_CENTRE).email: "文昌社区",
        people.editor(SANJIANG).email: "冠洞村",
        people.lead(SANJIANG).email: "冠洞村",
    }
    for make in (people.moderator, people.admin):
        make()
    people.editor("450203")
    found = {address: {site for _, site, _ in what} for address, what in about(THREE_LEFT).items()}
    assert found == {address: {site} for address, site in staff.items()}


def test_somebody_of_two_counties_gets_one_letter(people, city_centre, sanjiang):
    make_site(city_centre, title="文昌社区")
    waiting = make_plan(make_site(sanjiang, title="冠洞村"))
    open_year(2028)
    with_lead(waiting, people, SANJIANG)
    both = people.editor(CITY_CENTRE, "both")
    both.groups.add(County.objects.get(code=SANJIANG).leads)
    found = [letter for letter in due_on(THREE_LEFT) if letter.person.pk == both.pk]
    assert len(found) == 1
    assert subjects(found[0]) == {("HAND_IN", "文昌社区", "not_begun"), ("DECIDE", "冠洞村", "with_lead")}
    assert ([c.code for c in found[0].edits], [c.code for c in found[0].leads]) == ([CITY_CENTRE], [SANJIANG])


def test_a_lead_who_also_edits_is_told_once(people, city_centre):
    make_site(city_centre, title="文昌社区")
    open_year(2028)
    user = people.lead(CITY_CENTRE)
    user.groups.add(city_centre.editors)
    (letter,) = due_on(THREE_LEFT)
    assert len(letter.items) == 1
    assert not letter.edits


def test_an_extension_shifts_the_days_of_its_county_alone(people, city_centre, sanjiang):
    for county in (city_centre, sanjiang):
        make_site(county)
    extend(open_year(2028), sanjiang, Duty.PLAN, date(2028, 3, 29))
    here, there = people.editor(CITY_CENTRE).email, people.editor(SANJIANG).email
    assert told(date(2028, 3, 22)) == {here: {"2028:plan:-3"}, there: {"2028:plan:-7"}}
    assert told(date(2028, 3, 25)) == {here: {"2028:plan:+0"}}
    assert told(date(2028, 3, 29)) == {there: {"2028:plan:+0"}}


def test_a_report_that_is_not_owed_reminds_nobody(people, city_centre):
    make_site(city_centre)
    open_year(2028)
    people.editor(CITY_CENTRE)
    ReportingSite.objects.update(plan=False)
    assert told(THREE_LEFT) == {}
    assert list(told(OCTOBER_27).values()) == [{"2028:summary:-3"}]


def test_a_summary_of_the_county_is_one_item_for_its_sites(people, city_centre):
    sites = [make_site(city_centre, title=title) for title in ("甲村", "乙村", "丙村")]
    open_year(2028)
    editor = people.editor(CITY_CENTRE)
    summary = make_summary(city_centre.page, year=2028, covers=sites[:2])
    (letter,) = due_on(OCTOBER_27)
    assert letter.person.email == editor.email
    pages = [item.report.page and item.report.page.pk for item in letter.items]
    assert list(zip([[site.title for site in item.sites] for item in letter.items], pages, strict=True)) == [
        (["甲村", "乙村"], summary.pk),
        (["丙村"], None),
    ]
    assert letter.missing == 3


def test_people_who_cannot_be_reached_are_known(people, city_centre, sanjiang):
    for county in (city_centre, sanjiang):
        make_site(county)
    open_year(2028)
    closed, silent = people.lead(CITY_CENTRE), people.editor(CITY_CENTRE)
    closed.is_active = False
    closed.save()
    silent.email = ""
    silent.first_name = "韦敏"
    silent.save()
    found = survey(eight(THREE_LEFT))
    assert letters(found) == []
    assert [county.title for county in found.without_editor] == ["三江侗族自治县"]
    assert [county.title for county in found.without_lead] == ["城中区", "三江侗族自治县"]
    assert [(person.name, place) for person, place in found.without_address] == [("韦敏", "城中区")]


def test_a_county_that_owes_nothing_is_not_missed(people, city_centre):
    make_site(city_centre)
    open_year(2028)
    assert [county.title for county in survey(eight(THREE_LEFT)).without_lead] == ["城中区"]


def test_collecting_costs_the_same_for_two_sites_and_for_thirty(people, city_centre, sanjiang):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert letters(survey(eight(THREE_LEFT)))
        return len(queries)

    for county in (city_centre, sanjiang):
        make_plan(make_site(county))
    year = open_year(2028)
    people.editor(CITY_CENTRE)
    few = cost()
    year.delete()
    for n in range(14):
        for county in (city_centre, sanjiang):
            site = make_site(county)
            if n % 2:
                make_plan(site)
        for number in (1, 2):
            people.editor(CITY_CENTRE, f"more-{n}-{number}")
    open_year(2028)
    assert Group.objects.get(pk=city_centre.editors_id).user_set.count() == 29
    assert (cost(), few) == (few, few)
    assert few <= 14
