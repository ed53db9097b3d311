"""Deputies: named until a day, ended before it, or taken away after it."""

from datetime import date

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from .changes import Did, checked
from .models import Deputy
from .people import Account, account
from .record import record
from .rules import Act
from .sessions import end_sessions
from .units import EDITOR, LEAD


@transaction.atomic
def deputise(actor: AbstractBaseUser, user_id: int, until: date) -> None:
    """Let an editor, or somebody who did so before, stand in for the lead of her county to the end of *until*."""
    one = checked(actor, Act.DEPUTISE, user_id)
    unit = one.unit
    if unit is None or unit.county is None or not one.user.is_active or one.role_in(unit) not in ("", EDITOR):
        raise PermissionDenied
    before = one.role_words
    Deputy.objects.update_or_create(
        user=one.user, defaults={"county": unit.county, "until": until, "ended_at": None}
    )
    one.user.groups.add(unit.groups[LEAD])
    record(Did.DEPUTISED, actor, one.user, before, account(user_id).role_words)


@transaction.atomic
def end_deputy(actor: AbstractBaseUser, user_id: int) -> None:
    """End it before its day."""
    one = checked(actor, Act.DEPUTISE, user_id)
    if one.is_deputy:
        _remove(one, actor)
        end_sessions(one.user)


@transaction.atomic
def end_overdue(user_id: int) -> bool:
    """Remove the membership of a deputy whose last day is over; return whether there was something to do."""
    get_user_model().objects.select_for_update().filter(pk=user_id).first()
    if not Deputy.objects.overdue().filter(user=user_id).exists():
        return False
    _remove(account(user_id), None)
    return True


def _remove(one: Account, actor: AbstractBaseUser | None) -> None:
    deputy = one.deputy
    one.user.groups.remove(deputy.county.leads_id)
    Deputy.objects.filter(pk=deputy.pk).update(ended_at=timezone.now())
    record(
        Did.DEPUTY_ENDED,
        actor,
        one.user,
        f"{deputy.county} 临时代理审定至 {deputy.until:%Y-%m-%d}",
        account(one.user.pk).role_words,
    )
