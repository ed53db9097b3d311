"""Changing accounts. Each function asks the rules, changes, and writes down what it did, all or nothing."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

from . import links, mails, rules
from .models import AccountChange, Deputy, StaffAccount
from .people import Account, account, holder_of
from .record import record
from .rules import Act
from .sessions import end_sessions
from .units import LEAD, Unit

Did = AccountChange.Action


@dataclass(frozen=True)
class Details:
    """What a form says of a person. No password and no right is among it."""

    name: str
    post: str
    email: str

    def __str__(self) -> str:
        return f"{self.name}，{self.post or '（没有职务）'}，{self.email or '（没有邮箱）'}"


@transaction.atomic
def open_account(
    actor: AbstractBaseUser, unit: Unit, role: str, username: str, details: Details, until: date | None = None
) -> AbstractBaseUser:
    """Make an account of *unit* that nobody can use until its owner has set a password; with *until*, a deputy."""
    rules.check(rules.may_place(holder_of(actor), unit.place) and role in unit.groups)
    rules.check(until is None or role == LEAD)
    user = get_user_model()(username=username, first_name=details.name, email=details.email)
    user.set_unusable_password()
    user.save()
    user.groups.set([unit.groups[role]])
    StaffAccount.objects.create(user=user, post=details.post)
    if until:
        Deputy.objects.create(user=user, county=unit.county, until=until)
    opened = account(user.pk)
    record(Did.OPENED, actor, user, after=f"{opened.role_words}；{details}")
    _mail_link(actor, user, "opened")
    return user


@transaction.atomic
def edit(actor: AbstractBaseUser, user_id: int, details: Details) -> bool:
    """Change name, post and mail. A new address ends old links, and the former one is told.

    Whoever has no password yet gets a link at the new address; returns whether that was so.
    """
    one = checked(actor, Act.EDIT, user_id)
    user, former = one.user, Details(one.name, one.post, one.user.email)
    if former == details:
        return False
    user.first_name, user.last_name, user.email = details.name, "", details.email
    user.save(update_fields=["first_name", "last_name", "email"])
    StaffAccount.objects.update_or_create(user=user, defaults={"post": details.post})
    if former.email != details.email:
        links.revoke(user)
        if former.email:
            mails.tell_former_address.enqueue(user.pk, former.email)
    record(Did.EDITED, actor, user, str(former), str(details))
    waits = former.email != details.email and user.is_active and not user.has_usable_password()
    return waits and _mail_link(actor, user, "opened")


@transaction.atomic
def move(actor: AbstractBaseUser, user_id: int, unit: Unit, role: str) -> None:
    """Give the account *role* in *unit* and nothing else; it has to log in again."""
    one = checked(actor, Act.MOVE, user_id)
    rules.check(rules.may_place(holder_of(actor), unit.place) and role in unit.groups)
    before = one.role_words
    Deputy.objects.filter(user=one.user).delete()
    one.user.groups.set([unit.groups[role]])
    end_sessions(one.user)
    record(Did.MOVED, actor, one.user, before, account(user_id).role_words)


@transaction.atomic
def close(actor: AbstractBaseUser, user_id: int) -> None:
    """Nobody can log in with the account any more, and its sessions and links end at once. All that it did stays."""
    one = checked(actor, Act.CLOSE, user_id)
    if not one.user.is_active:
        return
    one.user.is_active = False
    one.user.save(update_fields=["is_active"])
    links.revoke(one.user)
    end_sessions(one.user)
    record(Did.CLOSED, actor, one.user, one.role_words)


@transaction.atomic
def reopen(actor: AbstractBaseUser, user_id: int) -> None:
    """Open a closed account again, with the roles that it had and a new password."""
    one = checked(actor, Act.REOPEN, user_id)
    if one.user.is_active:
        return
    one.user.is_active = True
    one.user.set_unusable_password()
    one.user.save(update_fields=["is_active", "password"])
    record(Did.REOPENED, actor, one.user, after=one.role_words)
    _mail_link(actor, one.user, "reopened")


@transaction.atomic
def order_link(actor: AbstractBaseUser, user_id: int) -> str:
    """Mail a link to set a password; for an account without mail return one, to be shown this once."""
    user = checked(actor, Act.LINK, user_id).user
    if not user.is_active:
        raise PermissionDenied
    if user.email:
        _mail_link(actor, user, "reset")
        return ""
    links.revoke(user)
    record(Did.LINK_SHOWN, actor, user)
    return links.address(user)


def _mail_link(actor: AbstractBaseUser, user: AbstractBaseUser, reason: str) -> bool:
    if user.email:
        serial = links.revoke(user)
        mails.send_link.enqueue(user.pk, reason, serial)
        record(Did.LINK_MAILED, actor, user, after=user.email)
    return bool(user.email)


def checked(actor: AbstractBaseUser, act: Act, user_id: int) -> Account:
    """The account, locked until the end of the transaction. Raises ``PermissionDenied`` if it is not the actor's."""
    get_user_model().objects.select_for_update().filter(pk=user_id).first()
    one = account(user_id)
    rules.check(one is not None and rules.may(holder_of(actor), act, one.holder))
    return one
