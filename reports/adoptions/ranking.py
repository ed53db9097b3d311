"""积分排名: points of the counties in a year, quarter by quarter. Two queries, however many rows there are."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from pages.queries import counties

from ..models import Adoption

QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Score:
    """A county's items and points in a year."""

    county_id: int
    county: str
    quarters: tuple[int, int, int, int] = (0, 0, 0, 0)
    items: int = 0

    @property
    def total(self) -> int:
        return sum(self.quarters)


@dataclass(frozen=True)
class Place:
    """A line of the ranking."""

    rank: int | None  # none while nobody has a point
    score: Score


def ranked(scores: Iterable[Score]) -> list[Place]:
    """Return *scores* by points, highest first; equal points keep their order and share a rank (1, 1, 3)."""
    ordered = sorted(scores, key=lambda score: -score.total)
    somebody = any(score.total for score in ordered)
    totals = [score.total for score in ordered]
    return [Place(totals.index(score.total) + 1 if somebody else None, score) for score in ordered]


def scores_of(year: int) -> list[Score]:
    """Return what every county has in *year*, in the order of their codes; nothing counts as 0."""
    found = Adoption.objects.filter(adopted_on__year=year).order_by().values("county")
    by_quarter = {
        f"q{number}": Sum("points", filter=Q(adopted_on__quarter=number), default=0) for number in QUARTERS
    }
    rows = {row["county"]: row for row in found.annotate(items=Count("pk"), **by_quarter)}
    return [
        Score(
            pk,
            title,
            tuple(rows[pk][f"q{number}"] for number in QUARTERS) if pk in rows else (0, 0, 0, 0),
            rows[pk]["items"] if pk in rows else 0,
        )
        for pk, title in counties().values_list("pk", "title")
    ]


def whole(scores: Iterable[Score]) -> Score:
    """Return the sums over *scores*."""
    scores = list(scores)
    quarters = tuple(sum(score.quarters[number - 1] for score in scores) for number in QUARTERS)
    return Score(0, "合计", quarters, sum(score.items for score in scores))


def years(this_year: int) -> list[int]:
    """Return the years that can be chosen, newest first: those with rows, and *this_year*."""
    found = {day.year for day in Adoption.objects.dates("adopted_on", "year")}
    return sorted(found | {this_year}, reverse=True)
