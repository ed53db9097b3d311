"""How many people each unit has, and whether anybody there can decide."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from ..membership import members
from .days import today
from .models import Deputy
from .people import Account
from .units import LEAD, ROLES, Unit


@dataclass
class Summary:
    """How many open accounts a unit has."""

    unit: Unit
    counts: dict[str, int]
    without_password: int
    deputies: list[Deputy]

    @property
    def numbers(self) -> list[tuple[str, int]]:
        """The role's word and the number, for each of the unit's roles."""
        return [(ROLES[role], self.counts.get(role, 0)) for role in self.unit.groups]

    @property
    def has_no_lead(self) -> bool:
        """Whether nobody can decide there."""
        return LEAD in self.unit.groups and not self.counts.get(LEAD)


def overview(units: list[Unit]) -> list[Summary]:
    """Each of *units* with its numbers, in two queries whatever their size."""
    roles = {group: (unit.code, role) for unit in units for role, group in unit.groups.items()}
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    without: dict[str, set[int]] = defaultdict(set)
    for pk, group, password in members(roles).values_list("pk", "group", "password"):
        code, role = roles[group]
        counts[code][role] += 1
        if password.startswith(UNUSABLE_PASSWORD_PREFIX):
            without[code].add(pk)
    standing_in = defaultdict(list)
    deputies = Deputy.objects.filter(ended_at=None, until__gte=today(), user__is_active=True)
    for deputy in deputies.select_related("user").order_by("until"):
        standing_in[deputy.county_id].append(deputy)
    return [
        Summary(
            unit,
            counts[unit.code],
            len(without[unit.code]),
            standing_in[unit.county.pk] if unit.county else [],
        )
        for unit in units
    ]


def is_last_lead(found: Account) -> bool:
    """Whether nobody could decide in the account's county without it."""
    unit = found.unit
    if not unit or not unit.county or not found.user.is_active or unit.groups[LEAD] not in found.group_ids:
        return False
    return not members([unit.groups[LEAD]]).exclude(pk=found.user.pk).exists()
