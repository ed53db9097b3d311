"""The overview of one featured work: totals of the city and of each county in one year, and the latest items."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Sum
from django.db.models.functions import Substr

from .. import charts, figures, queries, tree
from ..figures import FigureSpec, Number
from ..models.works import MODELS
from .kinds import WorkKind

BEGUN = 4  # a year with fewer than a quarter of the last one's items has hardly begun
COUNTY_PREFIX = tree.COUNTY_DEPTH * tree.STEP


@dataclass(frozen=True)
class CountyRow:
    """A county in the table: its items, and its figures in the order of the columns."""

    name: str
    code: str
    bar: charts.Bar
    values: list[Number]


def specs_of(kind: WorkKind) -> tuple[FigureSpec, ...]:
    """The figures of the works of *kind*."""
    return next(model.figure_specs for model in MODELS if model.kind == kind)


def item_counts() -> Counter[str]:
    """Number of published works by kind, in one query."""
    rows = queries.listings(pictures=False).order_by().values_list("kind").annotate(Count("pk"))
    return Counter(dict(rows))


def years_of(kind: WorkKind) -> dict[int, int]:
    """Years in which works of *kind* are published, newest first, with their numbers."""
    years = queries.listings(pictures=False).filter(kind=kind.slug, year__isnull=False).order_by("-year")
    return dict(years.values_list("year").annotate(Count("pk")))


def year_to_open(years: dict[int, int]) -> int | None:
    """Return the newest of *years*, or the one before while the newest has hardly begun."""
    newest, *others = [*years, None]
    before = others[0] if others else None
    return before if before and years[newest] * BEGUN < years[before] else newest


def totals_context(kind: WorkKind, year: int | None, county_code: str) -> dict[str, Any]:
    """Totals of *year*, of all the city or of one county, and a row for each county that has anything."""
    specs = specs_of(kind)
    counties = list(queries.counties())
    items = _items_by_county(kind, year)
    sums = sums_by_county(specs, year)
    bars = charts.bars([(county.title, items[county.path]) for county in counties], "篇")
    rows = [
        CountyRow(county.title, county.code, bar, [_value(sums, county.path, spec) for spec in specs])
        for county, bar in zip(counties, bars, strict=True)
        if items[county.path] or any(sums[county.path].values())
    ]
    chosen = [county.path for county in counties if county.code == county_code] or [c.path for c in counties]
    total = Counter()
    for path in chosen:
        total.update(sums[path])
    return {
        "figures": figures.shown(specs, total),
        "columns": specs,
        "rows": rows,
        "sites": sum(items[path] for path in chosen),
    }


def _value(sums: Mapping[str, Mapping[str, Number]], path: str, spec: FigureSpec) -> Number:
    return figures.whole(sums[path].get(spec.name, 0))


def _items_by_county(kind: WorkKind, year: int | None) -> Counter[str]:
    listed = queries.listings(pictures=False).filter(kind=kind.slug, year=year).order_by()
    rows = listed.annotate(county=Substr("page__path", 1, COUNTY_PREFIX)).values_list("county")
    return Counter(dict(rows.annotate(Count("pk"))))


def sums_by_county(specs: Iterable[FigureSpec], year: int | None) -> dict[str, Counter[str]]:
    """Sums of the published figures *specs* of *year* by the county's path and the figure's name; one query."""
    rows = queries.figure_sums(year=year).filter(name__in=[spec.name for spec in specs]).order_by()
    rows = rows.annotate(county=Substr("listing__page__path", 1, COUNTY_PREFIX)).values_list("county", "name")
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for county, name, value in rows.annotate(Sum("value")):
        found[county][name] = value
    return found
