"""Each guard of the publishing rule holds, and is what holds: without it its trace gets through."""

import pytest
from wagtail.models import PagePermissionTester

from cms.admin import page_views
from cms.county import County
from cms.workflow import approvals, rule, tasks
from media import freezing
from pages import publishing
from pages.models import BasePage
from pages.permissions import CountyPagePermissionTester
from reports.models import YearEndSummaryPage
from tests.cms.traces import WAYS

pytestmark = pytest.mark.django_db


def _stock_publish(workflow_state, user=None):
    workflow_state.content_object.get_latest_revision().publish(user=user, skip_permission_checks=True)


def _any_lead_approval(entries, submission, content_hash):
    return next((entry for entry in entries if entry.action == "lead_approved"), None)


def _stock_tester(monkeypatch, *names):
    for name in names:
        monkeypatch.setattr(CountyPagePermissionTester, name, getattr(PagePermissionTester, name))


def _unseen(monkeypatch):
    original = tasks.ReviewTask.on_action

    def without(self, *args, seen_revision=None, **kwargs):
        return original(self, *args, **kwargs)

    monkeypatch.setattr(tasks.ReviewTask, "on_action", without)


def _any_submission(monkeypatch):
    def found(state, judged):
        return _any_lead_approval(approvals.entries_for(judged.page), None, "")

    monkeypatch.setattr(rule, "lead_approval", _any_lead_approval)
    monkeypatch.setattr(tasks, "lead_approval", found)


SWITCHES = {
    "save": lambda m: m.setattr(publishing, "_guard", lambda page: None),
    "move": lambda m: (
        m.setattr(publishing.tree, "same_county", lambda *a: True)
        or m.setattr(publishing, "_live_below", lambda page: False)
    ),
    "publish button": lambda m: _stock_tester(m, "can_publish", "can_publish_subpage"),
    "deletion": lambda m: _stock_tester(m, "can_delete"),
    "withdrawal voids": lambda m: m.setattr(
        rule, "in_force", lambda entries: sorted(entries, key=lambda e: e.pk)
    ),
    "finish asks the ledger": lambda m: m.setattr("wagtail.models.WorkflowState.on_finish", _stock_publish),
    "hand-over": lambda m: m.setattr(tasks, "lead_approval", lambda *a: True),
    "county of the page": lambda m: m.setattr(County, "leads_page", lambda user, page: True),
    "two people: step": lambda m: m.setattr(tasks.CityReviewTask, "reason_against_approval", lambda *a: None),
    "two people: rule": lambda m: m.setattr(rule, "different_people", lambda one, other: True),
    "content compared": lambda m: m.setattr(rule, "lead_approval", _any_lead_approval),
    "one submission": _any_submission,
    "readiness": lambda m: m.setattr(YearEndSummaryPage, "submission_problems", lambda self: []),
    "seen revision": _unseen,
    "not the writer": lambda m: m.setattr(approvals, "authors_since_approval", lambda page: set()),
    "taking back": lambda m: m.setattr(page_views, "may_take_back", lambda page, user: True),
    "evidence": lambda m: m.setattr(BasePage, "_is_evidence", lambda self, revision: False),
    "held files": lambda m: m.setattr(freezing, "_holders", []),
}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.trace.__name__)
def test_way_is_closed(way, people):
    assert way.trace(people) is False


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.trace.__name__)
def test_way_is_open_without_its_guards(way, people, monkeypatch):
    for guard in way.guards:
        SWITCHES[guard](monkeypatch)
    assert way.trace(people) is True


def test_every_switch_is_used():
    assert {guard for way in WAYS for guard in way.guards} == set(SWITCHES)
