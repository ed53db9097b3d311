"""Reading accounts: who works for which unit, in what state, as the pages and the rules see it."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet

from ..membership import display_name
from .models import Deputy
from .rules import Holder, Standing
from .units import EDITOR, LEAD, ROLES, Unit, all_units


@dataclass
class Account:
    """A user with what she is here; made by ``accounts_of`` and ``account``."""

    user: AbstractBaseUser
    units: list[Unit]  # all there are

    def __post_init__(self) -> None:
        self.group_ids = {group.pk for group in self.user.groups.all()}
        self.deputy: Deputy | None = getattr(self.user, "deputy", None)
        if self.deputy and self.deputy.is_over:
            self.group_ids -= {self.deputy.county.leads_id} if self.deputy.ended_at is None else set()
        staff = getattr(self.user, "staff_account", None)
        self.post = staff.post if staff else ""

    @property
    def holder(self) -> Holder:
        """The account as the rules see it. Whoever stood in for a lead once stays the county's to manage."""
        known = {group for unit in self.units for group in unit.groups.values()}
        roles = {unit.place for unit in self.units if unit.role_in(self.group_ids)}
        return Holder(
            pk=self.user.pk,
            is_active=self.user.is_active,
            is_superuser=self.user.is_superuser,
            beyond=self.user.is_staff
            or bool(self.user.user_permissions.all())
            or not self.group_ids <= known,
            in_department=Standing.DEPARTMENT in roles,
            in_county=Standing.COUNTY in roles or self.deputy is not None,
        )

    @property
    def name(self) -> str:
        """The full name, or the account's."""
        return display_name(self.user)

    @property
    def unit(self) -> Unit | None:
        """The unit that the account belongs to; the first if Wagtail's own views put it into several."""
        found = (unit for unit in reversed(self.units) if unit.role_in(self.group_ids))
        past = (unit for unit in self.units if self.deputy and unit.county == self.deputy.county)
        return next(found, None) or next(past, None)

    @property
    def is_deputy(self) -> bool:
        """Whether she stands in for a lead today."""
        return self.deputy is not None and not self.deputy.is_over

    def role_in(self, unit: Unit) -> str:
        """Her own role in *unit*: a deputy who is an editor otherwise is an editor."""
        standing_in = self.is_deputy and unit.county == self.deputy.county
        groups = self.group_ids - ({unit.groups[LEAD]} if standing_in else set())
        return unit.role_in(groups)

    @property
    def role_words(self) -> str:
        """Her roles in words, with the unit, as the record of changes has them."""
        words = [f"{unit.name} {ROLES[self.role_in(unit)]}" for unit in self.units if self.role_in(unit)] + (
            [f"{self.deputy.county} 临时代理审定至 {self.deputy.until:%Y-%m-%d}"] if self.is_deputy else []
        )
        return "；".join(words)

    @property
    def label(self) -> str:
        """The role as the unit's own page names it."""
        role = ROLES.get(self.role_in(self.unit), "") if self.unit else ""
        if self.is_deputy:
            return f"{role}，临时代理审定" if role else "临时代理审定"
        return role or ("代理已结束" if self.deputy else "没有角色")

    @property
    def state(self) -> str:
        """A word for the list's colours: closed, without, new or open."""
        if not self.user.is_active:
            return "closed"
        if not self.user.has_usable_password():
            return "without"
        return "open" if self.user.last_login else "new"

    @property
    def state_words(self) -> str:
        """The state in words."""
        return {"closed": "停用", "without": "还没有设置密码", "new": "未登录过", "open": "开通"}[self.state]


def users() -> QuerySet:
    """Users with all that an ``Account`` asks for, in three queries."""
    found = get_user_model().objects.select_related("staff_account", "deputy__county")
    return found.prefetch_related("groups", "user_permissions")


def accounts_of(unit: Unit, units: list[Unit]) -> list[Account]:
    """All accounts of *unit*, closed ones last: leads first, then deputies, then editors."""
    wanted = Q(groups__in=unit.groups.values())
    if unit.county:
        wanted |= Q(deputy__county=unit.county)
    found = [Account(user, units) for user in users().filter(wanted).distinct().order_by("username")]
    order = {LEAD: 0, EDITOR: 2}
    return sorted(
        found,
        key=lambda one: (not one.user.is_active, 1 if one.is_deputy else order.get(one.role_in(unit), 3)),
    )


def account(user_id: int, units: list[Unit] | None = None) -> Account | None:
    """The account of the user with that id."""
    user = users().filter(pk=user_id).first()
    return Account(user, units or all_units()) if user else None


def holder_of(user: AbstractBaseUser) -> Holder:
    """*user* as the rules see her, read anew."""
    found = account(user.pk) if user.pk else None
    return found.holder if found else Holder(0, is_active=False)
