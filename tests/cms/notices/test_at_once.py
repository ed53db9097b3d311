"""Several workers and runs at the same moment, in threads with connections of their own, before a real mail server."""

from threading import Barrier, Lock, Semaphore

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.county import County
from cms.models import MailChoice, ReviewDigest, TransitionMail
from cms.notices.digest import promise_digests
from cms.notices.sending import deliver, deliver_digest
from cms.workflow.ledger import LedgerEntry
from tests.factories.pages import make_site, make_summary
from tests.flow import submit
from tests.threads import RUNS, at_once

CODE = "450202"
LEADS = 3


@pytest.fixture
def page(snapshot, transactional_db, people):
    """A draft in a county with some leads."""
    snapshot.restore()
    for n in range(LEADS):
        people.lead(CODE, f"lead-{n}")
    page = make_summary(make_site(County.objects.get(code=CODE)))
    DBTaskResult.objects.all().delete()
    return page


def test_workers_that_have_the_same_task_send_each_mail_once(page, people, box):
    """The server keeps the first mail until all the other workers are through."""
    through = Semaphore(0)
    first = Lock()

    def wait_for_the_others() -> None:
        if first.acquire(blocking=False):
            for _ in range(RUNS - 1):
                assert through.acquire(timeout=20)

    box.before_taking = wait_for_the_others
    submit(page, people.editor(CODE))
    entry = LedgerEntry.objects.last()

    def run(barrier: Barrier) -> int:
        barrier.wait()
        sent = deliver.call(entry.pk)
        through.release()
        return sent

    assert sum(at_once(run)) == LEADS
    assert box.addresses == sorted(f"lead-{n}@example.org" for n in range(LEADS))
    assert not TransitionMail.objects.filter(sent_at=None).exists()


def test_runs_at_once_write_one_digest_each_and_workers_send_it_once(page, people, box):
    for user in (people.lead(CODE, f"lead-{n}") for n in range(LEADS)):
        MailChoice.objects.create(user=user, to_do="daily")
    submit(page, people.editor(CODE))
    now = timezone.now()

    def run(barrier: Barrier) -> int:
        barrier.wait()
        return len(promise_digests(now))

    assert sum(at_once(run)) == LEADS
    assert ReviewDigest.objects.count() == LEADS
    assert DBTaskResult.objects.filter(task_path="cms.notices.sending.deliver_digest").count() == LEADS
    ids = list(ReviewDigest.objects.values_list("pk", flat=True))

    def send(barrier: Barrier) -> int:
        barrier.wait()
        return sum(deliver_digest.call(pk) for pk in ids)

    assert sum(at_once(send)) == LEADS
    assert box.addresses == sorted(f"lead-{n}@example.org" for n in range(LEADS))
