"""Writing down that a mail is owed, once, and sending it in the background."""

import logging
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from media.background import background_task
from pages.mail.message import Mail
from pages.mail.once import send_once

from ..hooks import Person
from ..models import Reminder
from .situation import written_on

# What a mail says about days holds for its own day: written at eight in the morning, it is good until midnight.
GOOD_FOR = timedelta(hours=16)

logger = logging.getLogger(__name__)


def promise(person: Person, day: date, keys: Sequence[str], mail: Callable[[list[str]], Mail]) -> bool:
    """Write down that *person* gets a mail on *day* about the reasons *keys*, and have it sent; return whether.

    Rows and task are of one transaction. Of reasons that another run has written down meanwhile it is silent:
    *mail* makes the mail about those that are left.
    """
    for _ in range(2):
        try:
            with transaction.atomic():
                rows = Reminder.objects.bulk_create(
                    Reminder(user_id=person.pk, address=person.email, day=day, reason=key)
                    for key in sorted(keys)
                )
                deliver.enqueue([row.pk for row in rows], mail(list(keys)).as_json())
            return True
        except IntegrityError:
            written = written_on(day)
            keys = [key for key in keys if (person.pk, key) not in written]
            if not keys:
                return False
    return False


@background_task
def deliver(ids: list[int], mail: dict[str, str]) -> int:
    """Send *mail*, for which the rows *ids* stand, unless that was done or begun before; return how many were sent.

    A failure is raised, to be tried again. A run that was killed while the mail server had the mail is not repeated,
    since nobody can tell whether it went: its rows stay without ``sent_at`` and are told to the department.
    """
    rows = Reminder.objects.filter(pk__in=ids)
    first, now = rows.filter(pk=min(ids)), timezone.now()
    if not send_once(first.filter(created_at__gt=now - GOOD_FOR), Mail(**mail).send):
        if first.filter(begun_at=None, sent_at=None).exists():
            logger.warning("A mail to %s is out of date and was not sent: %s", mail["to"], mail["subject"])
        return 0
    rows.update(begun_at=now, sent_at=timezone.now())
    return 1
