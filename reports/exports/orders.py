"""What a user does with her exports: ordering, cancelling, ordering again, deleting."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from ..models import Export
from ..models.export import UNFINISHED, State
from .jobs import make_export
from .papers import Paper
from .scope import Scope

AT_ONCE = 3


class TooMany(Exception):
    """The user has as many unfinished exports as one may have."""


@dataclass(frozen=True)
class Order:
    """The export that somebody asked for, and whether it was made anew for this."""

    export: Export
    is_new: bool


@transaction.atomic
def order(user: AbstractBaseUser, paper: Paper, scope: Scope) -> Order:
    """Have *paper* made of *scope*; a second click finds the first one's. Raises ``TooMany``.

    The caller has asked whether *user* may have it, and whether *paper* covers *scope*.
    """
    get_user_model().objects.select_for_update().get(pk=user.pk)  # two clicks come one after the other
    mine = Export.objects.filter(user=user)
    mine.end_broken_off(timezone.now())
    unfinished = mine.unfinished()
    there = unfinished.filter(paper=paper.key, year=scope.year, county=scope.county).first()
    if there:
        return Order(there, is_new=False)
    if unfinished.count() >= AT_ONCE:
        raise TooMany
    export = Export.objects.create(
        user=user, paper=paper.key, year=scope.year, county=scope.county, file_name=paper.file_name(scope)
    )
    make_export.enqueue(export.pk)
    return Order(export, is_new=True)


def cancel(export: Export) -> bool:
    """Cancel *export* and tell whether there was still something to cancel; its builder learns it from ``progress``."""
    unfinished = Export.objects.filter(pk=export.pk, state__in=UNFINISHED)
    return bool(unfinished.update(state=State.CANCELLED, finished_at=timezone.now()))


def remove(export: Export) -> bool:
    """Delete a finished *export* with its file; return whether it was finished."""
    Export.objects.filter(pk=export.pk).end_broken_off(timezone.now())
    with transaction.atomic():
        row = Export.objects.select_for_update().filter(pk=export.pk).exclude(state__in=UNFINISHED).first()
        if row is None:
            return False
        row.delete()
    if row.file:
        row.file.storage.delete(row.file.name)
    return True
