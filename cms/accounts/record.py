"""Writing the record of changes to accounts."""

from django.contrib.auth.models import AbstractBaseUser

from ..membership import display_name
from .models import AccountChange

SYSTEM = "系统"


def record(
    action: AccountChange.Action,
    actor: AbstractBaseUser | None,
    subject: AbstractBaseUser,
    before: str = "",
    after: str = "",
) -> None:
    """Write one entry; without *actor* it was the system."""
    AccountChange.objects.create(
        action=action,
        actor=actor,
        actor_name=_named(actor) if actor else SYSTEM,
        subject=subject,
        subject_name=_named(subject),
        before=before[:500],
        after=after[:500],
    )


def _named(user: AbstractBaseUser) -> str:
    name, username = display_name(user), user.get_username()
    return name if name == username else f"{name}（{username}）"
