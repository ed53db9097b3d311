"""What is done with a visit, now or *at* another time. The caller has locked the visit and asked who may."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from ..models import GuidanceAnswer, GuidanceStep, GuidanceVisit
from .states import State

Kind = GuidanceStep.Kind


@dataclass(frozen=True)
class Words:
    """What may be corrected in a visit that was sent."""

    findings: str
    advice: str
    answer_due: date | None

    @classmethod
    def of(cls, visit: GuidanceVisit) -> "Words":
        """The words of *visit* as they are in memory."""
        return cls(visit.findings, visit.advice, visit.answer_due)


def name_of(user: AbstractBaseUser) -> str:
    """The name under which *user* is kept in a record that outlives the account."""
    return user.get_full_name() or user.get_username()


def save_draft(visit: GuidanceVisit, user: AbstractBaseUser) -> None:
    """Store *visit*, which the county does not see yet."""
    if visit.pk is None:
        visit.recorded_by = user
    else:
        visit.version += 1
    visit.save()


def send(visit: GuidanceVisit, user: AbstractBaseUser, at: datetime | None = None) -> None:
    """Store *visit* and let the county see it. A visit is sent once; raises ``ValueError`` after that."""
    if visit.sent_at:
        raise ValueError("The visit was sent before.")
    visit.sent_at = visit.asked_at = at or timezone.now()
    save_draft(visit, user)
    _record(visit, Kind.SENT, user, visit.sent_at)


def correct(
    visit: GuidanceVisit,
    before: Words,
    user: AbstractBaseUser,
    ask_again: bool = False,
    at: datetime | None = None,
) -> bool:
    """Store the words of *visit*, which were *before*, and tell whether there was anything to store.

    With *ask_again* the county is to answer once more.
    """
    now = at or timezone.now()
    changed = Words.of(visit) != before
    if changed:
        visit.corrected_at = now
        _record(visit, Kind.CORRECTED, user, now, before)
    if ask_again:
        visit.asked_at = now
        _record(visit, Kind.ASKED_AGAIN, user, now)
    if changed or ask_again:
        visit.read_until = visit.answered_at
        visit.version += 1
        visit.save()
    return changed or ask_again


def answer(visit: GuidanceVisit, text: str, user: AbstractBaseUser, at: datetime | None = None) -> bool:
    """Add an answer and tell whether it is new: the same words sent twice by one user are one answer."""
    last = visit.answers.last()
    if last and last.text == text and last.author_id == user.pk and visit.state is State.ANSWERED:
        return False
    now = at or timezone.now()
    GuidanceAnswer(visit=visit, text=text, author=user, author_name=name_of(user), created_at=now).save()
    visit.answered_at = now
    visit.save(update_fields=["answered_at"])
    return True


def close(visit: GuidanceVisit, user: AbstractBaseUser, at: datetime | None = None) -> None:
    """End *visit*: nothing more is expected of the county."""
    visit.closed_at, visit.read_until = at or timezone.now(), visit.answered_at
    visit.save(update_fields=["closed_at", "read_until"])
    _record(visit, Kind.CLOSED, user, visit.closed_at)


def reopen(visit: GuidanceVisit, user: AbstractBaseUser) -> None:
    """Take up *visit* again: the county is asked for an answer once more, without a day that has passed."""
    before = Words.of(visit)
    visit.closed_at, visit.asked_at = None, timezone.now()
    if visit.answer_due and visit.answer_due < timezone.localdate():
        visit.answer_due = None
    visit.version += 1
    visit.save(update_fields=["closed_at", "asked_at", "answer_due", "version"])
    _record(visit, Kind.REOPENED, user, visit.asked_at, before)


def looked_at(visit: GuidanceVisit) -> None:
    """Note that the department has seen the answers that *visit* has in memory."""
    if visit.has_unread_answer:
        GuidanceVisit.objects.filter(pk=visit.pk).update(read_until=visit.answered_at)


def _record(
    visit: GuidanceVisit, kind: Kind, user: AbstractBaseUser, at: datetime, before: Words | None = None
) -> None:
    words = (
        {"findings": before.findings, "advice": before.advice, "answer_due": before.answer_due}
        if before
        else {}
    )
    GuidanceStep(visit=visit, kind=kind, user=user, user_name=name_of(user), created_at=at, **words).save()
