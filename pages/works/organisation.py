"""What the notice asks of the federation at a resettlement site (part one, 7), as pure functions over the facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

LEAST_EXECUTIVES, CHAIRS, LEAST_VICE_CHAIRS = 11, 1, 5
GROUP_LEADERS, GROUP_MEMBERS = 1, range(3, 6)


@dataclass(frozen=True)
class Requirement:
    """One demand: *field* it is about, its name, what the notice asks, what the site has, and whether that is enough."""

    field: str
    label: str
    demand: str
    actual: str
    met: bool


def requirements(facts: Any, groups: Sequence[Any]) -> list[Requirement]:
    """Return all demands on *facts* (the page's fields) and its *groups* (``name``, ``leaders``, ``members``)."""
    found = [
        _number(
            facts, "executives", "执委", f"执委不少于 {LEAST_EXECUTIVES} 人", lambda n: n >= LEAST_EXECUTIVES
        ),
        _number(facts, "chairs", "主席", f"设主席 {CHAIRS} 人", lambda n: n == CHAIRS),
        Requirement(
            "part_time_vice_chairs",
            "副主席",
            f"副主席（含专兼职）不少于 {LEAST_VICE_CHAIRS} 人",
            f" {facts.vice_chairs} 人",
            facts.vice_chairs >= LEAST_VICE_CHAIRS,
        ),
        *(_group(number, group) for number, group in enumerate(groups, start=1)),
        _yes(facts, "chair_from_committees", "主席人选", "提倡由“两委”女性成员担任主席"),
        _yes(facts, "chair_by_due_procedure", "主席产生", "主席经法定程序产生"),
        _minority(facts),
        _yes(facts, "home_established", "妇女之家", "成立“妇女之家”"),
        _number(facts, "women", "妇女人数", "摸清妇女人数", lambda n: n > 0),
        _yes(facts, "roster_kept", "花名册", "建立花名册"),
        _yes(facts, "ledger_kept", "工作台账", "建立工作台账"),
        _yes(facts, "planned_together", "同部署", "与星级“妇女之家”同部署"),
        _yes(facts, "managed_together", "同管理", "与星级“妇女之家”同管理"),
        _yes(facts, "assessed_together", "同考核", "与星级“妇女之家”同考核"),
    ]
    if not groups:
        found.insert(3, Requirement("groups", "妇女小组", "设妇女小组", "：没有", False))
    return [one for one in found if one]


def _number(facts, name: str, label: str, demand: str, enough) -> Requirement:
    value = getattr(facts, name)
    actual = "：没有填" if value is None else f" {value} 人"
    return Requirement(name, label, demand, actual, value is not None and enough(value))


def _yes(facts, name: str, label: str, demand: str) -> Requirement:
    value = getattr(facts, name)
    actual = "：没有填" if value is None else "：是" if value else "：否"
    return Requirement(name, label, demand, actual, bool(value))


def _group(number: int, group: Any) -> Requirement:
    demand = f"每组组长 {GROUP_LEADERS} 名、组员 {GROUP_MEMBERS[0]}—{GROUP_MEMBERS[-1]} 名"
    actual = f"组长 {group.leaders or 0} 名、组员 {group.members or 0} 名"
    met = group.leaders == GROUP_LEADERS and group.members in GROUP_MEMBERS
    return Requirement("groups", group.name or f"第 {number} 个妇女小组", demand, actual, met)


def _minority(facts) -> Requirement | None:
    """Asked only where the minority population is concentrated."""
    if not facts.minority_area:
        return None
    return _number(
        facts, "minority_members", "少数民族妇女", "妇联组织中有一定比例的少数民族妇女", lambda n: n > 0
    )
