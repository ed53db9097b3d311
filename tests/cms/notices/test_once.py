"""Once to each: mail servers that fail, refused addresses, tasks that run twice, workers that die."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.models import TransitionMail
from cms.notices.sending import deliver
from cms.notices.writing import promise
from cms.workflow.ledger import LedgerEntry
from tests.background import make_due, work
from tests.flow import decide, fresh, submit

pytestmark = pytest.mark.django_db
TRIES = 4
LEADS = ["deputy@example.org", "lead-450202@example.org"]


def in_time() -> None:
    """Do what waits until nothing does, as time goes by."""
    for _ in range(TRIES + 1):
        make_due()
        work()


@pytest.mark.parametrize("failures", [1, 3])
def test_after_a_server_that_was_down_everybody_has_one(summary, staff, box, failures):
    box.turns_away = failures
    submit(summary, staff.editor)
    work()
    assert box.taken == []
    assert TransitionMail.objects.filter(sent_at=None, begun_at=None).count() == 2
    in_time()
    assert box.addresses == LEADS
    assert not TransitionMail.objects.filter(sent_at=None).exists()
    in_time()
    assert box.addresses == LEADS


def test_a_server_that_stays_down_blocks_nobody_and_is_shown(summary, staff, box, client):
    box.turns_away = 100
    submit(summary, staff.editor)
    in_time()
    decide(summary, staff.lead)
    assert fresh(summary).current_workflow_task.name == "市级审核"
    client.force_login(staff.admin)
    said = client.get("/admin/background/").content.decode()
    assert "发送审核邮件" in said
    assert "421" in said
    assert TransitionMail.objects.filter(sent_at=None).count() == 5


def test_a_refused_address_keeps_nobody_elses_mail(summary, staff, box):
    box.refuses = {staff.deputy.email}
    submit(summary, staff.editor)
    in_time()
    assert box.addresses == [staff.lead.email]
    assert TransitionMail.objects.get(sent_at=None).user == staff.deputy
    assert DBTaskResult.objects.failed().count() == 1


def test_a_task_that_runs_again_sends_nothing(summary, staff, box):
    submit(summary, staff.editor)
    work()
    assert deliver.call(LedgerEntry.objects.last().pk) == 0
    assert box.addresses == LEADS


def test_a_mail_during_which_a_worker_was_killed_is_not_repeated_but_told(summary, staff, box, client):
    client.force_login(staff.admin)
    submit(summary, staff.editor)
    assert "发到一半" not in client.get("/admin/background/").content.decode()
    an_hour_ago = timezone.now() - timedelta(hours=1)
    TransitionMail.objects.filter(user=staff.lead).update(begun_at=an_hour_ago)
    assert "有 1 封审核邮件发到一半" in client.get("/admin/background/").content.decode()
    in_time()
    assert box.addresses == [staff.deputy.email]
    assert TransitionMail.objects.get(user=staff.lead).sent_at is None


def test_what_was_decided_meanwhile_is_not_asked_for_any_more(summary, staff, box):
    box.turns_away = 1
    submit(summary, staff.editor)
    work()
    decide(summary, staff.lead)
    in_time()
    assert box.addresses == ["editor-450202@example.org", "zulianbu2@example.org", "zulianbu@example.org"]
    assert TransitionMail.objects.exclude(moot_at=None).count() == 2


def test_who_has_left_meanwhile_hears_nothing(summary, staff, box, sanjiang):
    submit(summary, staff.editor)
    staff.deputy.groups.set([sanjiang.leads])
    staff.deputy.save()
    in_time()
    assert box.addresses == [staff.lead.email]


def test_the_database_refuses_a_second_row(summary, staff):
    submit(summary, staff.editor)
    row = TransitionMail.objects.first()
    with pytest.raises(Exception, match=r"(?i)unique"):
        TransitionMail.objects.create(entry=row.entry, user=row.user, address=row.address, concern="know")


def queries(run) -> int:
    with CaptureQueriesContext(connection) as found:
        run()
    return len(found)


def test_ten_are_written_down_in_as_many_queries_as_one(summary, staff, box, people, city_centre):
    """Sending takes the two updates of each mail besides."""
    staff.deputy.groups.clear()
    submit(summary, staff.editor)
    entry = LedgerEntry.objects.last()
    costs = []
    for number in (1, 10):
        for n in range(2, number + 1):
            people.lead("450202", f"lead-{n}")
        TransitionMail.objects.all().delete()
        written = queries(lambda: promise(entry))
        assert TransitionMail.objects.count() == number
        costs.append((written, queries(lambda: deliver.call(entry.pk)) - 2 * number))
    assert costs[0] == costs[1]
    assert costs[0][0] == 5
    assert len(box.taken) == 11
    assert DBTaskResult.objects.filter(enqueued_at__gt=timezone.now() - timedelta(minutes=5)).exists()
