"""How far a visit is. A visit is in exactly one state, and in the database by the same rule as in memory."""

from typing import Any

from django.db.models import F, Q, TextChoices


class State(TextChoices):
    """States of a visit, in the order of its life."""

    DRAFT = "draft", "草稿"
    AWAITING = "awaiting", "待回复"
    ANSWERED = "answered", "已回复"
    CLOSED = "closed", "已办结"


_OPEN = Q(sent_at__isnull=False, closed_at=None)
WHERE = {
    State.DRAFT: Q(sent_at=None),
    State.AWAITING: _OPEN & (Q(answered_at=None) | Q(answered_at__lt=F("asked_at"))),
    State.ANSWERED: _OPEN & Q(answered_at__gte=F("asked_at")),
    State.CLOSED: Q(sent_at__isnull=False, closed_at__isnull=False),
}


def state_of(visit: Any) -> State:
    """State of *visit*, which has the fields of ``GuidanceVisit``."""
    if visit.sent_at is None:
        return State.DRAFT
    if visit.closed_at is not None:
        return State.CLOSED
    answered = visit.answered_at is not None and visit.answered_at >= visit.asked_at
    return State.ANSWERED if answered else State.AWAITING
