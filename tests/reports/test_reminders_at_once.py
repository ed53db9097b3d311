"""Two runs at the same moment, in threads with connections of their own, on the database that the suite runs on."""

from threading import Barrier, Semaphore

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.county import County
from reports.models import Reminder
from reports.reminders.run import due, send
from reports.reminders.sending import deliver
from reports.reminders.situation import survey
from tests.background import work
from tests.factories.pages import make_site
from tests.threads import RUNS, at_once

from .reminder_world import CITY_CENTRE, THREE_LEFT, eight, open_year

EDITORS = 6


class SlowBackend(EmailBackend):
    """A mail server that answers when all the other workers are through."""

    through = Semaphore(0)

    def send_messages(self, messages) -> int:
        for _ in range(RUNS - 1):
            self.through.acquire(timeout=10)
        return super().send_messages(messages)


@pytest.fixture
def editors(snapshot, transactional_db, people):
    """Editors of a county with a site whose plan is due."""
    snapshot.restore()
    make_site(County.objects.get(code=CITY_CENTRE))
    open_year(2028)
    DBTaskResult.objects.all().delete()
    return [people.editor(CITY_CENTRE, f"editor-{n}") for n in range(EDITORS)]


def test_runs_that_have_all_seen_nothing_written_write_once(editors):
    def run(barrier: Barrier) -> list[str]:
        situation = survey(eight(THREE_LEFT))
        assert not situation.written
        reminders, _ = due(situation)
        assert len(reminders) == EDITORS
        barrier.wait()
        return [one.person.email for one in send(situation, reminders)]

    done = [address for addresses in at_once(run) for address in addresses]
    assert sorted(done) == sorted(user.email for user in editors)
    assert Reminder.objects.count() == EDITORS
    assert DBTaskResult.objects.count() == EDITORS
    work()
    assert sorted(message.to[0] for message in mail.outbox) == sorted(done)


def test_workers_that_have_the_same_task_send_once_and_wait_for_nobody(editors, settings):
    """While the mail server has the mail nothing is locked: the others see that it was begun, and end."""
    settings.EMAIL_BACKEND = f"{__name__}.SlowBackend"
    situation = survey(eight(THREE_LEFT))
    (one, *_), _ = due(situation)
    send(situation, [one])
    arguments = DBTaskResult.objects.get().args_kwargs["args"]

    def run(barrier: Barrier) -> int:
        barrier.wait()
        sent = deliver.call(*arguments)
        SlowBackend.through.release()
        return sent

    assert sorted(at_once(run)) == [0] * (RUNS - 1) + [1]
    assert len(mail.outbox) == 1
    assert Reminder.objects.get().sent_at <= timezone.now()
