"""Sending what was written down, in the background."""

from smtplib import SMTPRecipientsRefused

from django.utils import timezone

from media.background import background_task
from pages.mail.once import send_once

from . import mails
from .models import ReviewDigest, TransitionMail
from .reach import Reach
from .standing import keep_valid
from .wording import Telling


@background_task
def deliver(entry_id: int) -> int:
    """Send the mails about one transition that are to go at once and have not gone; return how many were sent.

    A failure is raised, to be tried again for those that are left. One refused address does not keep the mail from
    the others. Whatever is no longer so is not sent.
    """
    waiting = _waiting().filter(entry=entry_id, at_once=True)
    reach, now = Reach(), timezone.now()
    rows = keep_valid(list(waiting), reach)
    telling = Telling([row.entry for row in rows[:1]], reach)
    sent, refused = 0, None
    for row in rows:
        mail = mails.of_transition(telling.line(row), row.user, row.address, now)
        try:
            sent += send_once(TransitionMail.objects.filter(pk=row.pk), mail.send)
        except SMTPRecipientsRefused as error:
            refused = error
    if refused:
        raise refused
    return sent


@background_task
def deliver_digest(digest_id: int) -> int:
    """Send a digest with what is still so; return how many were sent. One that has nothing to say any more is dropped."""
    digest = ReviewDigest.objects.select_related("user").filter(pk=digest_id).first()
    if digest is None or digest.user is None:
        return 0
    reach, now = Reach(), timezone.now()
    rows = keep_valid(list(_waiting().filter(digest=digest)), reach)
    row = ReviewDigest.objects.filter(pk=digest_id)
    if not rows:
        row.filter(begun_at=None).delete()
        return 0
    telling = Telling([row.entry for row in rows], reach)
    mail = mails.of_day([telling.line(row) for row in rows], digest.user, digest.address, now)
    if not send_once(row, mail.send):
        return 0
    TransitionMail.objects.filter(pk__in=[row.pk for row in rows]).update(
        begun_at=now, sent_at=timezone.now()
    )
    return 1


def _waiting():
    rows = TransitionMail.objects.filter(begun_at=None, sent_at=None, moot_at=None)
    return rows.select_related("entry", "user").prefetch_related("user__groups")
