"""The numbers beside the filters: what each choice would find together with the other filters."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .. import tree
from ..works.kinds import BY_SLUG, KINDS
from . import kinds, knowledge
from .hits import Hit

_TO_COUNTY = tree.COUNTY_DEPTH * tree.STEP
NAMES = ("county", "kind", "work", "year")


@dataclass(frozen=True)
class FacetChoice:
    """One choice of a facet: its *value* in the address, how many it finds, and whether it is chosen."""

    value: str
    label: str
    count: int
    current: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[FacetChoice]


Chosen = dict[str, str]
_LABELS = {"county": "县区", "kind": "类型", "work": "工作", "year": "年份"}


def chosen(county: Any = None, kind: Any = None, work: Any = None, year: Any = None) -> Chosen:
    """Return the filters that mean something; others are ignored, not errors."""
    given = {"county": county, "kind": kind, "work": work, "year": year}
    known = {
        "county": {one.code for one in knowledge.current().counties},
        "kind": set(kinds.labels()),
        "work": set(BY_SLUG),
    }
    return {
        name: str(value)
        for name, value in given.items()
        if value and (str(value) in known[name] if name in known else _is_year(str(value)))
    }


def narrowed(hits: list[Hit], filters: Chosen) -> list[Hit]:
    """Return those of *hits* that all *filters* let through, in their order."""
    tests = [_test(name, value) for name, value in filters.items()]
    return [hit for hit in hits if all(test(hit) for test in tests)] if tests else hits


def facets(hits: list[Hit], filters: Chosen) -> list[Facet]:
    """Return all facets of *hits*; a choice that would find nothing is left out unless it is chosen."""
    codes = {one.path: one.code for one in knowledge.current().counties}
    alike = Counter([(hit.path[:_TO_COUNTY], hit.kind, hit.work, hit.year) for hit in hits])
    rows = [
        ((codes.get(path, ""), kind, work, str(year or "")), number)
        for (path, kind, work, year), number in alike.items()
    ]
    found = []
    for place, name in enumerate(NAMES):
        others = [(NAMES.index(other), value) for other, value in filters.items() if other != name]
        counts: Counter[str] = Counter()
        for values, number in rows:
            if all(values[at] == value for at, value in others):
                counts[values[place]] += number
        choices = [
            FacetChoice(value, label, counts[value], filters.get(name) == value)
            for value, label in _offered(name, counts)
            if counts[value] or filters.get(name) == value
        ]
        found.append(Facet(name, _LABELS[name], choices))
    return found


def _offered(name: str, counts: Counter) -> list[tuple[str, str]]:
    if name == "county":
        return [(one.code, one.short_name) for one in knowledge.current().counties]
    if name == "kind":
        return list(kinds.labels().items())
    if name == "work":
        return [(kind.slug, kind.short_name) for kind in KINDS]
    return [(year, f"{year} 年") for year in sorted(filter(None, counts), reverse=True)]


def _test(name: str, value: str) -> Callable[[Hit], bool]:
    if name == "county":
        path = next(one.path for one in knowledge.current().counties if one.code == value)
        return lambda hit: hit.path.startswith(path)
    if name == "year":
        return lambda hit: hit.year == int(value)
    return lambda hit: getattr(hit, name) == value


def _is_year(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) == 4
