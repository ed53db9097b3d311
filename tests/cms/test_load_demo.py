"""The demonstration goes through the real workflow, once, and never over real content."""

from collections import Counter

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import WorkflowState

from cms.demo import uploads
from cms.demo.events import BY_KIND
from cms.demo.texts import city_events, counties
from cms.models import TransitionMail
from cms.workflow import rule
from cms.workflow.approvals import content_hash, entries_for
from pages import queries
from pages.checks import pictures
from pages.files import published_pages_using
from pages.models import CountyPage, FeaturedStory, NoticePage, SiteIdentity, SitePage, StoryPage
from pages.models.works import MODELS
from reports.guidance.queries import awaiting_department, open_for
from reports.highlights import outputs_of
from reports.ledger import WHOLE_TREE, ledger
from reports.models import Adoption, GuidanceVisit, ReportingYear, WorkPlanPage, YearEndSummaryPage
from reports.status import Duty, State, Timing
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def small_pictures(monkeypatch):
    monkeypatch.setattr(uploads, "SIZE", (90, 60))
    monkeypatch.setattr(pictures, "SMALLEST", 90)


def test_refuses_accounts_outside_debug_and_real_content(city_centre, settings):
    with pytest.raises(CommandError, match="--no-accounts"):
        call_command("load_demo", verbosity=0)
    make_site(city_centre)
    with pytest.raises(CommandError, match="真实内容"):
        call_command("load_demo", "--no-accounts", verbosity=0)
    assert not SiteIdentity.objects.filter(is_demonstration=True).exists()


def test_everything_is_there_and_every_live_page_has_its_approvals(small_pictures, settings, capsys):
    settings.DEBUG = True
    call_command("load_demo")
    assert not TransitionMail.objects.exists(), "nobody hears of a demonstration that is being loaded"
    users = get_user_model().objects.filter(is_active=True)
    assert {"admin", "zulianbu", "zulianbu2", "editor-450202", "lead-450226"} <= set(
        users.values_list("username", flat=True)
    )
    assert users.count() == 23
    assert CountyPage.objects.live().count() == 10
    assert NoticePage.objects.live().count() == 1
    sites = Counter(site.county_page.code for site in SitePage.objects.live())
    assert len(sites) == 10
    assert min(sites.values()) >= 2
    states = Counter(WorkflowState.objects.active().values_list("status", "current_task_state__task__name"))
    assert set(states) == {
        ("in_progress", "县区审定"), ("in_progress", "市级审核"), ("needs_changes", "县区审定"), ("needs_changes", "市级审核"),
    }  # fmt: skip
    summaries = YearEndSummaryPage.objects.all()
    assert summaries.live().exists()
    under_way = {int(pk) for pk in WorkflowState.objects.values_list("object_id", flat=True)}
    assert summaries.filter(live=False).exclude(pk__in=under_way).exists()
    works = [work for model in MODELS for work in model.objects.all()]
    assert len(works) == sum(len(site.works) for county in counties() for site in county.sites)
    for work in works:
        if work.pk in under_way or work.live:
            assert work.get_latest_revision_as_object().submission_problems() == []
    adopted = Adoption.objects.select_related("page", "recorded_by")
    assert {row.adopted_on.year for row in adopted} == {
        timezone.localdate().year,
        timezone.localdate().year - 1,
    }
    assert {(row.page.live, row.recorded_by.username) for row in adopted} == {(True, "zulianbu")}
    live = [work for work in works if work.live]
    assert {work.kind.number for work in live} == set(range(1, 9))
    today = timezone.localdate()
    first = SitePage.objects.get(title="文昌示例社区")
    assert queries.rotating_chair_of(first, today).page.year == today.year
    assert published_pages_using(live[0].photos.first().image).exists()
    told = [*city_events()]
    told += [event for county in counties() for place in (county, *county.sites) for event in place.events]
    events = [event for model in BY_KIND.values() for event in model.objects.all()]
    assert len(events) == len(told)
    assert sum(event.live for event in events) == sum(text.state == "approved" for text in told)
    assert all(event.submission_problems() == [] for event in events)
    rows = FeaturedStory.objects.all()
    assert [(row.starts_on, row.ends_on, row.story.live) for row in rows] == [(today, None, True)] * 2
    live += [event for event in events if event.live and event.county_page]
    [own] = [story for story in StoryPage.objects.live() if story.county_page is None]
    assert rule.reason_against(entries_for(own), content_hash(own), of_county=False) is None
    for page in [*live, *summaries.live(), *SitePage.objects.live(), *CountyPage.objects.live()]:
        assert rule.reason_against(entries_for(page), content_hash(page), of_county=True) is None
    assert Counter(visit.state.label for visit in GuidanceVisit.objects.all()) == {
        "草稿": 1,
        "待回复": 2,
        "已回复": 1,
        "已办结": 1,
    }
    assert [visit.days_overdue for visit in open_for(("",))] == [6, 0]
    assert awaiting_department().count() == 1
    assert all("演示" in visit.findings for visit in GuidanceVisit.objects.all())
    before = summaries.count()
    call_command("load_demo")
    assert YearEndSummaryPage.objects.count() == before
    assert "demo-2020-lz" in capsys.readouterr().out
    settings.DEBUG = False  # what the addresses are imported with
    check_plans()
    check_the_year_under_way()


def check_plans():
    """The loaded plans are those of the texts, and what names a highlight is found at it."""
    texts = {site.name: site.plan for county in counties() for site in county.sites if site.plan}
    plans = {plan.get_parent().title: plan for plan in WorkPlanPage.objects.all()}
    assert {name: [item.name for item in plan.items.all()] for name, plan in plans.items()} == {
        name: [item.name for item in text.items] for name, text in texts.items()
    }
    assert {name for name, plan in plans.items() if plan.live} == {
        name for name, text in texts.items() if text.state == "approved"
    }
    for plan in plans.values():
        if plan.live:
            assert rule.reason_against(entries_for(plan), content_hash(plan), of_county=True) is None
    plan = plans["五里亭示例社区"]
    outputs = outputs_of(plan.parent_path, plan.year, list(plan.items.all()))
    numbers = {item.name: found.number for item, found in outputs.items()}
    assert numbers == {
        "山歌递话：一个题目一支歌": 2, "歌堂搬进居民群": 1, "从一只垃圾桶认识一个家": 1, "交接三样东西，事情有人接着": 1,
    }  # fmt: skip


def check_the_year_under_way():
    """The only open year is the notice's, all sites owe both reports, and every state and timing is to be seen."""
    [year] = ReportingYear.objects.filter(is_open=True)
    rows = ledger(year, WHOLE_TREE, timezone.now()).rows
    assert len(rows) == sum(len(row.reports) == 2 for row in rows) == 24
    assert {row.county.code for row in rows} == {county.code for county in counties()}
    for duty in Duty:
        standings = [row.report(duty).standing for row in rows]
        assert {one.state for one in standings} == set(State) - {State.WITHDRAWN}
        due = {Timing.DUE_TODAY} if duty == Duty.PLAN else {Timing.DUE}
        assert {one.timing for one in standings} == {Timing.ON_TIME, Timing.LATE, Timing.OVERDUE} | due
    by_name = {row.site.title: row for row in rows}
    together = YearEndSummaryPage.objects.get(depth=CountyPage.objects.first().depth + 1)
    assert {site.title for site in together.covers.all()} == {"百朋示例村", "拉堡示例社区"}
    for site in together.covers.all():
        report = by_name[site.title].summary
        assert (report.page.pk, report.of_county, report.state) == (together.pk, True, State.ACCEPTED)
        assert not YearEndSummaryPage.objects.child_of(site).exists()
