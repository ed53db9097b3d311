"""The mails of this package."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from pages.mail.message import Mail, absolute, make
from reports.hooks import Person

from ..membership import display_name
from .audience import URGENCY, Concern
from .wording import Line


def of_transition(line: Line, user: AbstractBaseUser, address: str, now: datetime) -> Mail:
    """One transition, to be sent at once."""
    context = _context(user, address, now) | {"line": line, "waits": line.concern != Concern.KNOW}
    return make("cms/mail/transition", address, line.subject, context)


def of_day(lines: list[Line], user: AbstractBaseUser, address: str, now: datetime) -> Mail:
    """All of a day, grouped by what is to be done."""
    groups = [(concern, [line for line in lines if line.concern == concern]) for concern in URGENCY]
    groups = [(concern, found) for concern, found in groups if found]
    said = "，".join(f"{concern.label} {len(found)} 份" for concern, found in groups)
    return make(
        "cms/mail/digest", address, f"每日汇总：{said}", _context(user, address, now) | {"groups": groups}
    )


def of_test(address: str, now: datetime) -> Mail:
    """What ``send_test_mail`` sends: the same design, about nothing."""
    context = _look(now) | {"person": Person(0, address, address), "sender": settings.DEFAULT_FROM_EMAIL}
    return make("cms/mail/test", address, "测试邮件", context)


def _context(user: AbstractBaseUser, address: str, now: datetime) -> dict[str, Any]:
    return _look(now) | {"person": Person(user.pk, display_name(user), address)}


def _look(now: datetime) -> dict[str, Any]:
    return {
        "as_of": timezone.localtime(now),
        "home": absolute("wagtailadmin_home"),
        "home_label": "打开后台首页",
        "account": absolute("wagtailadmin_account") + "#tab-notifications",
    }
