"""The units that accounts belong to: the counties and other reporting units, and the department."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from ..county import County
from ..roles import ORGANISATION
from .rules import Standing

DEPARTMENT_CODE = "department"
EDITOR, LEAD, MODERATOR = "editor", "lead", "moderator"
ROLES = {EDITOR: "编辑", LEAD: "审定", MODERATOR: "审核"}


@dataclass(frozen=True)
class Unit:
    """One unit; *groups* has the id of the group of each role that it knows."""

    code: str
    name: str
    place: Standing
    groups: dict[str, int]
    county: County | None = None

    def role_in(self, group_ids: set[int]) -> str:
        """The role here of an account in these groups, the highest; empty if there is none."""
        return next((role for role in (MODERATOR, LEAD, EDITOR) if self.groups.get(role) in group_ids), "")

    def username_for(self, role: str) -> str:
        """How the first account of the role is called here."""
        return "zulianbu" if role == MODERATOR else f"{role}-{self.code}"


def all_units() -> list[Unit]:
    """All counties in the order of their codes, then the department; two queries."""
    units = [
        Unit(one.code, one.name, Standing.COUNTY, {EDITOR: one.editors_id, LEAD: one.leads_id}, one)
        for one in County.objects.all()
    ]
    department = Group.objects.filter(name=ORGANISATION).first()
    groups = {MODERATOR: department.pk} if department else {}
    return [*units, Unit(DEPARTMENT_CODE, ORGANISATION, Standing.DEPARTMENT, groups)]
