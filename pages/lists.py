"""Filtering and counting of the public lists."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Substr
from django.http import QueryDict

from . import queries, tree
from .hooks import ListFilter, ListType


@dataclass(frozen=True)
class Chip:
    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class ChipGroup:
    label: str
    chips: list[Chip]


def county_filter(path: str = "path") -> ListFilter:
    """The filter by county that every list has; *path* is the lookup of the page's path."""

    def choices() -> list[tuple[str, str]]:
        return [(county.code, county.short_name) for county in queries.counties()]

    def apply(queryset: QuerySet, code: str) -> QuerySet:
        above = Substr(OuterRef(path), 1, tree.COUNTY_DEPTH * tree.STEP)
        return queryset.filter(Exists(queries.counties().filter(code=code, path=above)))

    return ListFilter("county", "县区", choices, apply)


def narrow(list_type: ListType, query: QueryDict) -> tuple[QuerySet, list[ChipGroup]]:
    """Return the queryset that *query* asks for and the chips; unknown values are ignored, not errors."""
    queryset, groups = list_type.queryset(), []
    for one in list_type.filters:
        choices, value = one.choices(), query.get(one.name, "")
        if value in dict(choices):
            queryset = one.apply(queryset, value)
        else:
            value = ""
        shown = [("", "全部"), *choices] if one.optional else choices
        chips = [Chip(label, _url(query, one.name, key), key == value) for key, label in shown]
        groups.append(ChipGroup(one.label, chips))
    return queryset, groups


def _url(query: QueryDict, name: str, value: str) -> str:
    parameters = query.copy()
    parameters.pop("page", None)
    parameters.pop(name, None)
    if value:
        parameters[name] = value
    # One address for one combination, in whatever order the chips were touched.
    ordered = sorted((key, one) for key in parameters for one in parameters.getlist(key))
    return f"?{urlencode(ordered)}" if ordered else "?"
