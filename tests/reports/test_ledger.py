"""The ledger: each state through the real workflow, deadlines, coverage, years, and what it costs."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from reports.ledger import WHOLE_TREE, ledger, progress
from reports.models import DeadlineExtension, ReportingSite, ReportingYear
from reports.status import LIUZHOU, Duty, State, Timing
from tests.factories.events import make_lecture
from tests.factories.pages import make_site, make_summary
from tests.factories.reports import make_plan, owe
from tests.factories.works import make_work
from tests.flow import decide, fresh, publish, submit

pytestmark = pytest.mark.django_db
YEAR = 2020


@pytest.fixture
def site(city_centre):
    page = make_site(city_centre)
    owe(page, YEAR)
    return page


def row_of(site, now: datetime | None = None):
    year = ReportingYear.objects.get(year=YEAR)
    [row] = [row for row in ledger(year, WHOLE_TREE, now or timezone.now()).rows if row.site.pk == site.pk]
    return row


def deadlines(plan: date, summary: date) -> None:
    ReportingYear.objects.filter(year=YEAR).update(plan_deadline=plan, summary_deadline=summary)


@pytest.mark.parametrize(("duty", "make"), [(Duty.PLAN, make_plan), (Duty.SUMMARY, make_summary)])
def test_every_state_on_the_way(site, people, duty, make):
    editor, lead, city = people.editor("450202"), people.lead("450202"), people.moderator("zulianbu")

    def state() -> State:
        return row_of(site).report(duty).state

    assert state() == State.NOT_BEGUN
    page = make(site, YEAR)
    assert state() == State.DRAFT
    submit(page, editor)
    assert state() == State.WITH_LEAD
    decide(page, lead, "reject", "请补充")
    assert state() == State.RETURNED
    submit(page, editor)
    decide(page, lead)
    assert state() == State.WITH_CITY
    decide(page, city, "reject", "请补充")
    assert state() == State.RETURNED
    submit(page, editor)
    decide(page, city)
    assert state() == State.ACCEPTED
    changed = fresh(page)
    changed.title = "改过的标题"
    changed.save_revision(user=editor)
    submit(changed, editor)
    assert state() == State.ACCEPTED  # what readers see is; the change is on its own way
    fresh(page).unpublish()
    assert state() in (State.WITHDRAWN, State.WITH_LEAD)


def test_withdrawn_is_told_and_owed_again(site, people):
    page = publish(make_plan(site, YEAR), people)
    page.unpublish()
    report = row_of(site).plan
    assert report.state == State.WITHDRAWN
    assert report.is_with_editor


def test_on_time_is_the_leads_first_approval_whatever_comes_later(site, people):
    today = timezone.localdate()
    deadlines(today, today)
    page = make_plan(site, YEAR)
    submit(page, people.editor("450202"))
    decide(page, people.lead("450202"))
    decide(page, people.moderator("zulianbu"), "reject", "请补充")
    later = datetime.combine(today + timedelta(days=30), datetime.min.time(), LIUZHOU)
    report = row_of(site, later).plan
    assert (report.state, report.standing.timing) == (State.RETURNED, Timing.ON_TIME)


def test_submitted_in_time_but_not_approved_is_overdue(site, people):
    today = timezone.localdate()
    deadlines(today - timedelta(days=2), today)
    page = make_plan(site, YEAR)
    submit(page, people.editor("450202"))
    assert row_of(site).plan.standing.timing_words == "已逾期 2 天"
    decide(page, people.lead("450202"))
    assert row_of(site).plan.standing.timing_words == "迟报 2 天"


def test_an_extension_is_one_countys_alone(site, sanjiang):
    other = make_site(sanjiang)
    owe(other, YEAR)
    today = timezone.localdate()
    deadlines(today - timedelta(days=5), today - timedelta(days=1))
    DeadlineExtension.objects.create(
        reporting_year=ReportingYear.objects.get(year=YEAR),
        county=site.get_parent().specific,
        duty=Duty.SUMMARY,
        extended_to=today + timedelta(days=3),
    )
    assert row_of(site).summary.standing.timing_words == "还有 3 天"
    assert row_of(site).plan.standing.timing_words == "已逾期 5 天"
    assert row_of(other).summary.standing.timing_words == "已逾期 1 天"


def test_approved_for_one_year_is_not_approved_for_another(site, people):
    owe(site, 2021)
    page = make_plan(site, 2021)
    submit(page, people.editor("450202"))
    decide(page, people.lead("450202"))
    decide(page, people.moderator("zulianbu"), "reject", "年份不对")
    page = fresh(page)
    page.year = YEAR
    page.save()
    page.save_revision()
    report = row_of(site).plan
    assert report.state == State.RETURNED
    assert report.standing.approved_at is None


def test_a_countys_summary_stands_for_the_sites_that_it_names(city_centre, site, people):
    other = make_site(city_centre)
    left_out = make_site(city_centre)
    for one in (other, left_out):
        owe(one, YEAR)
    page = make_summary(city_centre.page, YEAR)
    page.covers = [site, other]
    page.save()
    page.save_revision()
    assert page.submission_problems() == []
    publish(page, people)
    for one in (site, other):
        report = row_of(one).summary
        assert (report.state, report.of_county, report.page.pk) == (State.ACCEPTED, True, page.pk)
    assert row_of(left_out).summary.state == State.NOT_BEGUN


def test_what_a_site_does_not_owe_is_not_there(site):
    ReportingSite.objects.filter(site=site).update(plan=False)
    row = row_of(site)
    assert row.plan is None
    assert [report.duty for report in row.reports] == [Duty.SUMMARY]


def test_published_items_by_work_and_the_day_of_the_last(site, people):
    publish(site, people)
    publish(make_lecture(site), people)
    publish(make_lecture(site), people)
    publish(make_work("green", site, year=YEAR), people)
    make_work("lights", site, year=YEAR)  # a draft
    publish(make_work("lights", site, year=2021), people)  # of another year
    row = row_of(site)
    assert row.works == {"lectures": 2, "green": 1}
    assert row.items == 3
    assert row.last_activity == timezone.localdate()


def test_sums(site, city_centre, people):
    late = make_site(city_centre)
    owe(late, YEAR)
    today = timezone.localdate()
    deadlines(today - timedelta(days=1), today + timedelta(days=1))
    publish(make_plan(late, YEAR), people)
    year = ReportingYear.objects.get(year=YEAR)
    rows = ledger(year, WHOLE_TREE, timezone.now()).rows
    found = progress(rows, Duty.PLAN)
    assert (found.owed, found.accepted, found.late, found.overdue, found.begun) == (2, 1, 1, 1, 1)
    assert found.level == 2
    assert progress(rows, Duty.SUMMARY).level == 0


def test_a_county_sees_its_own_rows_only(site, sanjiang):
    other = make_site(sanjiang)
    owe(other, YEAR)
    year = ReportingYear.objects.get(year=YEAR)
    found = ledger(year, (sanjiang.page.path,), timezone.now())
    assert [row.site.pk for row in found.rows] == [other.pk]
    assert [county.pk for county in found.counties] == [sanjiang.page_id]
