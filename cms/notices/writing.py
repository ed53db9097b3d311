"""Writing down who is to hear of a transition, in its own transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models.signals import post_save

from ..workflow.ledger import LedgerEntry
from .models import MailChoice, TransitionMail
from .people import told_of
from .sending import deliver

_muted: ContextVar[bool] = ContextVar("muted", default=False)


def connect() -> None:
    """Hang on the approval ledger; called once when the application starts.

    One entry is one transition: nothing comes to pass without one, none is ever saved a second time, and it is
    committed or rolled back with what it tells of. Signals of Wagtail's workflow know neither the hand-over nor the
    withdrawal, and come twice where a step is skipped.
    """
    post_save.connect(_written, sender=LedgerEntry, dispatch_uid="cms.notices.written")


@contextmanager
def muted() -> Iterator[None]:
    """Let nobody hear of the transitions within: those of a demonstration that is being loaded."""
    token = _muted.set(True)
    try:
        yield
    finally:
        _muted.reset(token)


def _written(sender, instance: LedgerEntry, raw: bool = False, **kwargs) -> None:
    if not raw and not _muted.get():
        promise(instance)


def promise(entry: LedgerEntry) -> None:
    """Write down who hears of *entry*, and have sent what is to go at once."""
    rows = []
    for user, concern in told_of(entry).items():
        choice = getattr(user, "mail_choice", None) or MailChoice()
        when = choice.for_concern(concern)
        if when != MailChoice.ToKnow.NEVER:
            at_once = when == MailChoice.ToDo.AT_ONCE
            rows.append(
                TransitionMail(entry=entry, user=user, address=user.email, concern=concern, at_once=at_once)
            )
    TransitionMail.objects.bulk_create(rows)
    if any(row.at_once for row in rows):
        deliver.enqueue(entry.pk)
