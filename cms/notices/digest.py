"""Who gets a digest on a day: everybody for whom something was written down since her last one."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from .models import ReviewDigest, TransitionMail
from .reach import Reach
from .sending import deliver_digest
from .standing import keep_valid


def promise_digests(now: datetime) -> list[tuple[ReviewDigest, int]]:
    """Have the digests of the day of *now* sent; return those that were not written down before, with their length.

    Safe to repeat and to run twice at once. What an earlier digest could not deliver is part of the new one.
    """
    day = timezone.localdate(now)
    had = ReviewDigest.objects.filter(day=day, user__isnull=False).values_list("user_id", flat=True)
    waiting = _left(day).exclude(user__in=list(had)).select_related("entry", "user")
    rows: dict[int, list[TransitionMail]] = {}
    for row in keep_valid(list(waiting.prefetch_related("user__groups")), Reach()):
        rows.setdefault(row.user_id, []).append(row)
    promised = []
    for of_person in rows.values():
        digest = _promise(day, of_person)
        if digest:
            promised.append((digest, len(of_person)))
    return promised


def _left(day):
    """What belongs to no digest, or to one of an earlier day that never was begun."""
    failed = Q(digest__day__lt=day, digest__begun_at=None, digest__sent_at=None)
    return TransitionMail.objects.filter(
        Q(digest=None) | failed, at_once=False, begun_at=None, sent_at=None, moot_at=None
    ).exclude(user=None)


def _promise(day, rows: list[TransitionMail]) -> ReviewDigest | None:
    user = rows[0].user
    if not user.email:
        return None
    try:
        with transaction.atomic():
            digest = ReviewDigest.objects.create(user=user, address=user.email, day=day)
            _left(day).filter(pk__in=[row.pk for row in rows]).update(digest=digest)
            deliver_digest.enqueue(digest.pk)
    except IntegrityError:  # another run was quicker
        return None
    return digest
