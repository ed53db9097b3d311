"""Whose list it is."""

from django.contrib.auth.models import AbstractBaseUser

from .. import roles


def may_see(user: AbstractBaseUser) -> bool:
    """Whether *user* belongs to the organisation department or is an administrator. Counties see nothing of it."""
    return user.is_superuser or roles.is_moderator(user)
