"""The groups of a user, asked once for a user object (Django keeps permissions in the same way).

A deputy's membership counts until her last day. That is decided here and nowhere else, so that it ends at midnight
in Liuzhou even if nothing has removed it yet; ``cms.accounts.backend`` removes it before the next request is answered,
for Wagtail's permissions, and the command ``end_deputies`` every night.
"""

from collections.abc import Collection

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, F, OuterRef, QuerySet

from .accounts.models import Deputy


def groups_of(user: AbstractBaseUser) -> dict[int, str]:
    """Return ``{id: name}`` of the groups of *user*; empty for anonymous and closed accounts."""
    if not user.is_active or user.pk is None:
        return {}
    if not hasattr(user, "_groups_by_id"):
        over = Deputy.objects.overdue().filter(user=user.pk).values("county__leads")
        user._groups_by_id = dict(user.groups.exclude(pk__in=over).values_list("pk", "name"))
    return user._groups_by_id


def members(groups: Collection[int] | QuerySet) -> QuerySet:
    """Open accounts, a row for each membership in *groups* that counts today, with the id of the ``group``."""
    found = get_user_model().objects.filter(is_active=True, groups__in=groups).annotate(group=F("groups"))
    return found.alias(
        is_over=Exists(Deputy.objects.overdue().filter(user=OuterRef("pk"), county__leads=OuterRef("groups")))
    ).filter(is_over=False)


def display_name(user: AbstractBaseUser | None) -> str:
    """Return the name that staff read of *user*: the full name, or the account's; empty for nobody."""
    return (user.get_full_name() or user.get_username()) if user else ""
