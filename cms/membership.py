"""The groups of a user, asked once for a user object (Django keeps permissions in the same way)."""

from django.contrib.auth.models import AbstractBaseUser


def groups_of(user: AbstractBaseUser) -> dict[int, str]:
    """Return ``{id: name}`` of the groups of *user*; empty for anonymous and closed accounts."""
    if not user.is_active or user.pk is None:
        return {}
    if not hasattr(user, "_groups_by_id"):
        user._groups_by_id = dict(user.groups.values_list("pk", "name"))
    return user._groups_by_id


def display_name(user: AbstractBaseUser | None) -> str:
    """Return the name that staff read of *user*: the full name, or the account's; empty for nobody."""
    return (user.get_full_name() or user.get_username()) if user else ""
