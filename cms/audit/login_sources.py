"""Logins and failed ones, as django-axes keeps them."""

from axes.models import AccessBase, AccessFailureLog, AccessLog
from django.db.models import Q
from django.utils import timezone

from ..county import County
from .kinds import Kind
from .row import Row
from .source import Source, people_named, people_of


class LoginBase(Source):
    """What both tables share: they keep the name that was typed, not the account."""

    time = "attempt_time"

    def in_county(self, county: County) -> Q:
        return Q(username__in=people_of(county).values("username"))

    def by_person(self, words: str) -> Q:
        return Q(username__icontains=words) | Q(username__in=people_named(words).values("username"))

    def about(self, words: str) -> Q:
        return Q(pk__in=[])

    def _row(self, found: AccessBase, kind: Kind, act: str, more: str) -> Row:
        said = [f"来自 {found.ip_address}" if found.ip_address else "", more]
        return Row(
            at=found.attempt_time,
            kind=kind,
            act=act,
            detail="，".join(part for part in said if part),
            username=found.username or "",
        )


class LoginSource(LoginBase):
    model = AccessLog
    kinds = {Kind.LOGIN: Q()}

    def row(self, found: AccessLog) -> Row:
        end = found.logout_time
        return self._row(
            found, Kind.LOGIN, "登录", f"{timezone.localtime(end):%Y-%m-%d %H:%M} 退出" if end else ""
        )


class FailedLoginSource(LoginBase):
    model = AccessFailureLog
    kinds = {Kind.FAILED_LOGIN: Q()}

    def row(self, found: AccessFailureLog) -> Row:
        return self._row(found, Kind.FAILED_LOGIN, "登录失败", "账号因此暂停" if found.locked_out else "")
