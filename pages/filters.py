"""The filters that several lists share."""

from django.db.models.functions import Substr
from django.utils import timezone

from . import tree
from .events.times import EARLIEST
from .hooks import Choice, ListFilter
from .lists import Labels


def county_filter(path: str = "path") -> ListFilter:
    """The filter by county that every list has; *path* is the lookup of the page's path."""

    def choices(labels: Labels) -> list[Choice]:
        return [Choice(county.code, county.short_name, county.path) for county in labels.counties]

    return ListFilter("county", "县区", choices, _ancestor(path, tree.COUNTY_DEPTH), f"{path}__startswith")


def site_filter(path: str) -> ListFilter:
    """The filter by site, offered when a county is chosen."""

    def choices(labels: Labels) -> list[Choice]:
        return [Choice(str(pk), title, place) for pk, title, place in labels.sites]

    group = _ancestor(path, tree.SITE_DEPTH)
    return ListFilter("site", "示范点", choices, group, f"{path}__startswith", within="county", folded=True)


def year_filter() -> ListFilter:
    """The filter by year of a list of ``Listing``."""

    def choices(labels: Labels) -> list[Choice]:
        newest = timezone.localdate().year + 1
        return [Choice(str(year), f"{year} 年", year) for year in range(newest, EARLIEST.year - 1, -1)]

    return ListFilter("year", "年份", choices, "year")


def term_filter(name: str, label: str, vocabulary: str, lookup: str, folded: bool = False) -> ListFilter:
    """The filter by a choice of *vocabulary*, which pages have at *lookup*."""

    def choices(labels: Labels) -> list[Choice]:
        return [Choice(str(term.pk), term.name) for term in labels.terms if term.vocabulary == vocabulary]

    return ListFilter(name, label, choices, lookup, folded=folded)


def fixed_filter(name: str, label: str, pairs: list[tuple[str, str]], lookup: str) -> ListFilter:
    """The filter by one of *pairs* of value and label, which never change."""
    offered = [Choice(value, words) for value, words in pairs]
    return ListFilter(name, label, lambda labels: offered, lookup)


def _ancestor(path: str, depth: int) -> Substr:
    return Substr(path, 1, depth * tree.STEP)
