"""``publish_scheduled``: one refusal keeps nobody else from her time."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from tests.factories.pages import make_site, make_summary
from tests.flow import decide, fresh, publish, submit

pytestmark = pytest.mark.django_db


def schedule(page, days: int) -> None:
    """Give the latest revision a time, as code or an import could."""
    content = fresh(page).get_latest_revision_as_object()
    content.go_live_at = timezone.now() + timedelta(days=days)
    content.save_revision(clean=False)


def due(page) -> None:
    page.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))


@pytest.fixture
def drafts(city_centre):
    return [make_summary(make_site(city_centre)) for _ in range(3)]


def test_goes_on_after_a_refusal_and_reports_it(drafts, people, capsys):
    unapproved, approved, _ = drafts
    schedule(approved, 1)
    publish_later(approved, people)
    for page in (unapproved, approved):
        due(page)
    with pytest.raises(SystemExit) as ended:
        call_command("publish_scheduled")
    assert ended.value.code == 1
    assert not fresh(unapproved).live
    said = capsys.readouterr()
    assert unapproved.title in said.err
    assert approved.title not in said.err


def publish_later(page, people) -> None:
    """Through the workflow with a time in the future: approved, not live yet."""
    submit(page, people.editor("450202"))
    decide(page, people.lead("450202"))
    decide(page, people.moderator())
    assert not fresh(page).live


def test_approved_content_goes_live_at_its_time(drafts, people, monkeypatch):
    page = drafts[0]
    schedule(page, 1)
    publish_later(page, people)
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled")
    assert fresh(page).live


def test_expired_page_is_taken_down_and_needs_new_approvals(drafts, people):
    page = publish(drafts[0], people)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", "--dryrun")
    assert fresh(page).live
    call_command("publish_scheduled")
    assert not fresh(page).live
    due(page)
    with pytest.raises(SystemExit):
        call_command("publish_scheduled")
    assert not fresh(page).live


def test_a_due_schedule_leaves_a_newer_submission_alone(drafts, people, monkeypatch):
    page = drafts[0]
    schedule(page, 1)
    publish_later(page, people)
    newer = fresh(page).get_latest_revision_as_object()
    newer.go_live_at, newer.title = None, "更新的一稿"
    newer.save_revision(user=people.editor("450202"))
    submit(page, people.editor("450202"))
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled")
    assert fresh(page).live
    assert fresh(page).title != "更新的一稿"
    assert fresh(page).workflow_in_progress
