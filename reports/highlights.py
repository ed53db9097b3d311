"""What the highlights of a plan have produced: the works and activities that were published for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from pages.cards import Card, cards_of_listings
from pages.models import Listing
from pages.works.kinds import NUMERALS

from . import models

SHOWN = 5


@dataclass(frozen=True)
class Outputs:
    """The latest published pages of one highlight, newest first, and how many there are."""

    cards: list[Card] = field(default_factory=list)
    number: int = 0

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.number - len(self.cards)


@dataclass(frozen=True)
class Highlight:
    """One item of a plan as templates show it; without *outputs* nothing is said of what came of it."""

    number: int
    item: Any
    outputs: Outputs | None

    @property
    def numeral(self) -> str:
        return NUMERALS[self.number - 1]


def outputs_of(site_path: str, year: int | None, items: Sequence[Any]) -> dict[Any, Outputs]:
    """Return by item what the site at *site_path* published for it in *year*; one query whatever there is.

    A page that names a highlight of the plan is that one's; others belong to the first highlight of their kind of
    work, so that nothing is shown twice.
    """
    names = {item.name: item for item in items if item.name}
    of_work: dict[str, Any] = {}
    for item in items:
        of_work.setdefault(item.work, item)
    wanted = Q(highlight__in=names) | (
        ~Q(highlight__in=names) & Q(work__in=[work for work in of_work if work])
    )
    group = [F("highlight"), F("work")]
    found = (
        Listing.objects.filter(wanted, page__live=True, page__path__startswith=site_path, year=year)
        .annotate(
            place=Window(RowNumber(), partition_by=group, order_by=[F("date").desc(), F("page").desc()]),
            together=Window(Count("pk"), partition_by=group),
        )
        .filter(place__lte=SHOWN)
        .select_related("page")
        .order_by("-date", "-page")
    )
    rows: dict[Any, list] = {item: [] for item in items}
    numbers: dict[Any, dict[tuple, int]] = {item: {} for item in items}
    for one in found:
        item = names.get(one.highlight) or of_work[one.work]
        rows[item].append(one)
        numbers[item][one.highlight, one.work] = one.together
    return {item: _outputs(rows[item], numbers[item]) for item in items}


def _outputs(rows: list, numbers: dict[tuple, int]) -> Outputs:
    return Outputs(cards_of_listings(rows[:SHOWN], names={}, pictures=False), sum(numbers.values()))


def names_of(site_path: str) -> dict[str, list[str]]:
    """Return the names of a site's highlights by year, newest first: for choosing, so those of drafts too."""
    items = models.PlanItem.objects.filter(page__path__startswith=site_path).exclude(name="")
    rows: Iterable[tuple[int | None, str]] = items.order_by("-page__year", "sort_order").values_list(
        "page__year", "name"
    )
    found: dict[str, list[str]] = {}
    for year, name in rows:
        names = found.setdefault(f"{year} 年" if year else "未填年份", [])
        if name not in names:
            names.append(name)
    return found
