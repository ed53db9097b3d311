"""Mails about accounts, sent in the background. A link is made when its mail is sent, and stands in no table."""

import unicodedata

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser

from media.background import background_task
from pages.mail.message import Mail, absolute, make
from reports.status import LIUZHOU

from ..membership import display_name
from . import links
from .models import OfficeContact

SOON = 5  # before reminders and pictures: somebody waits for it
SUBJECTS = {
    "opened": "您的账号已开通，请设置密码",
    "reset": "请重新设置密码",
    "reopened": "您的账号已重新启用",
    "forgotten": "重设密码",
}


@background_task(priority=SOON)
def send_link(user_id: int, reason: str, serial: int) -> int:
    """Send *user* a link, unless the account was closed or a newer link was ordered; return how many were sent."""
    user = get_user_model().objects.filter(pk=user_id, is_active=True).exclude(email="").first()
    if user is None or links.serial_of(user) != serial:
        return 0
    _link(user, reason).send()
    return 1


@background_task(priority=SOON)
def send_forgotten(address: str) -> int:
    """Send a link to each open account with that *address*, if there is any; return how many were sent.

    The look-up is done here, so that the page takes the same time whether or not there is one.
    """
    users = get_user_model().objects.filter(email__iexact=address, is_active=True)
    own = [user for user in users if _folded(user.email) == _folded(address)]
    for user in own:
        _link(user, "forgotten").send()
    return len(own)


@background_task(priority=SOON)
def tell_former_address(user_id: int, former: str) -> int:
    """Tell the *former* address that the account has another one now."""
    user = get_user_model().objects.filter(pk=user_id).first()
    if user is None:
        return 0
    _mail("address", user, "您账号的邮箱已更改", {}, to=former).send()
    return 1


def _link(user: AbstractBaseUser, reason: str) -> Mail:
    context = {
        "reason": reason,
        "link": links.address(user),
        "until": links.good_until().astimezone(LIUZHOU),
    }
    return _mail("link", user, SUBJECTS[reason], context)


def _mail(template: str, user: AbstractBaseUser, subject: str, context: dict, to: str = "") -> Mail:
    context |= {
        "person": {"name": display_name(user)},
        "username": user.get_username(),
        "office": OfficeContact.words(),
        "login": absolute("wagtailadmin_login"),
    }
    return make(f"cms/mail/{template}", to or user.email, subject, context)


def _folded(address: str) -> str:
    # As Django does: databases take addresses for equal that are not.
    return unicodedata.normalize("NFKC", address).casefold()
