"""Who may do what with whose account. Pure: no database, no request; every view and every change asks here.

- The organisation department opens, changes and closes accounts of counties, and nothing else.
- The administrator does so for the department's accounts too. Administrators' own accounts, and accounts with rights
  that no role gives, are left to Wagtail's views.
- Nobody does anything with her own account here, so that nobody can raise her own rights.
"""

from dataclasses import dataclass
from enum import Enum

from django.core.exceptions import PermissionDenied


class Standing(Enum):
    """What an account is, by the most that it may do."""

    ADMINISTRATOR = "系统管理员"
    OTHER = "另有权限的账号"
    DEPARTMENT = "市妇联组联部"
    COUNTY = "县区"
    NOBODY = "没有角色"


class Act(Enum):
    """What can be done with an account."""

    VIEW = "查看"
    EDIT = "修改资料"
    MOVE = "调整县区或角色"
    DEPUTISE = "临时代理"
    LINK = "重设密码"
    CLOSE = "停用"
    REOPEN = "重新启用"


@dataclass(frozen=True)
class Holder:
    """An account as the rules see it. *beyond*: the staff flag, permissions of its own, or a group of no role."""

    pk: int
    is_active: bool = True
    is_superuser: bool = False
    beyond: bool = False
    in_department: bool = False
    in_county: bool = False

    @property
    def standing(self) -> Standing:
        """What the account is when somebody wants to change it: the highest of its roles protects it."""
        if self.is_superuser:
            return Standing.ADMINISTRATOR
        if self.beyond:
            return Standing.OTHER
        if self.in_department:
            return Standing.DEPARTMENT
        return Standing.COUNTY if self.in_county else Standing.NOBODY

    @property
    def office(self) -> Standing:
        """In which capacity the account manages others."""
        if not self.is_active:
            return Standing.NOBODY
        if self.is_superuser:
            return Standing.ADMINISTRATOR
        return Standing.DEPARTMENT if self.in_department else Standing.NOBODY


EVERYTHING = frozenset(Act)
MAY: dict[tuple[Standing, Standing], frozenset[Act]] = {
    (Standing.DEPARTMENT, Standing.COUNTY): EVERYTHING,
    (Standing.ADMINISTRATOR, Standing.COUNTY): EVERYTHING,
    (Standing.ADMINISTRATOR, Standing.DEPARTMENT): EVERYTHING - {Act.DEPUTISE},
}
PLACES: dict[Standing, frozenset[Standing]] = {
    Standing.DEPARTMENT: frozenset({Standing.COUNTY}),
    Standing.ADMINISTRATOR: frozenset({Standing.COUNTY, Standing.DEPARTMENT}),
}


def manages(actor: Holder) -> bool:
    """Whether *actor* runs accounts at all."""
    return actor.office in PLACES


def may(actor: Holder, act: Act, target: Holder) -> bool:
    """Whether *actor* may do *act* with the account *target*."""
    return actor.pk != target.pk and act in MAY.get((actor.office, target.standing), frozenset())


def may_place(actor: Holder, place: Standing) -> bool:
    """Whether *actor* may open accounts in *place*, or move one there."""
    return place in PLACES.get(actor.office, frozenset())


def check(allowed: bool) -> None:
    """Raise ``PermissionDenied`` unless *allowed*."""
    if not allowed:
        raise PermissionDenied
