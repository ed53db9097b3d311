"""Whether a mail that was written down still says what is so, when it is about to go."""

from collections import defaultdict

from django.utils import timezone

from ..workflow.ledger import LedgerEntry
from .audience import DONE_BY
from .models import TransitionMail
from .reach import Reach


def keep_valid(mails: list[TransitionMail], reach: Reach) -> list[TransitionMail]:
    """Return those of *mails*, which have ``entry`` and ``user``, that are still to go; mark the others as moot.

    Moot is what was decided, returned or taken back meanwhile, and what is about a county whose business is not hers
    any more. A fixed number of queries.
    """
    later = defaultdict(list)
    pages = {mail.entry.page_id for mail in mails}
    since = min((mail.entry_id for mail in mails), default=0)
    entries = LedgerEntry.objects.filter(page_id__in=pages, pk__gt=since)
    for page_id, pk, action in entries.values_list("page_id", "pk", "action"):
        later[page_id].append((pk, action))
    valid, moot = [], []
    for mail in mails:
        is_done = any(
            pk > mail.entry_id and action in DONE_BY[mail.concern] for pk, action in later[mail.entry.page_id]
        )
        holds = not is_done and reach.may_hear(mail.user, mail.entry.county_code)
        (valid if holds else moot).append(mail)
    if moot:
        TransitionMail.objects.filter(pk__in=[mail.pk for mail in moot]).update(moot_at=timezone.now())
    return valid
