"""Links by which people set their own password: good for one use, for a time, and until a newer one is made."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db.models import F
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from pages.mail.message import absolute

from .models import StaffAccount


class LinkTokens(PasswordResetTokenGenerator):
    """Django's tokens, which end with the password that they change, and here also with a newer link or a closure."""

    key_salt = "cms.accounts.links.LinkTokens"

    def _make_hash_value(self, user: AbstractBaseUser, timestamp: int) -> str:
        return f"{super()._make_hash_value(user, timestamp)}{user.is_active}{serial_of(user)}"


tokens = LinkTokens()


def serial_of(user: AbstractBaseUser) -> int:
    """The number of the newest link that was ordered for *user*."""
    found = StaffAccount.objects.filter(user=user.pk).values_list("link_serial", flat=True).first()
    return found or 0


def revoke(user: AbstractBaseUser) -> int:
    """Let all links of *user* end; return the number of the next one."""
    StaffAccount.objects.get_or_create(user=user)
    StaffAccount.objects.filter(user=user).update(link_serial=F("link_serial") + 1)
    return serial_of(user)


def address(user: AbstractBaseUser) -> str:
    """A link for *user*, made now."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return absolute("wagtailadmin_password_reset_confirm", uid, tokens.make_token(user))


def good_until() -> datetime:
    """When a link that is made now ends."""
    return timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
