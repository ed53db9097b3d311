"""Searching as the public does: only live pages of kinds that are searched are found, counted or suggested."""

from dataclasses import dataclass, field
from math import ceil
from typing import Any

from django.utils import timezone

from .facets import Chosen, Facet, chosen, facets, narrowed
from .hits import hits_of, public_pages
from .items import Item, items_of
from .query import Question, understand

PER_PAGE = 12


@dataclass(frozen=True)
class Results:
    """One page of what was found.

    *items* are those of the page *number*; *total* counts all under the filters; *facets* have for every choice what
    it would find beside the other filters; *filters* are those that were understood; *question* is what was asked.
    """

    text: str
    question: Question
    total: int = 0
    items: list[Item] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    filters: Chosen = field(default_factory=dict)
    number: int = 1
    pks: list[int] = field(default_factory=list)

    @property
    def num_pages(self) -> int:
        """How many pages of results there are; one if nothing was found."""
        return max(1, ceil(self.total / PER_PAGE))


def find(
    text: str,
    *,
    county: str | None = None,
    kind: str | None = None,
    work: str | None = None,
    year: Any = None,
    page: Any = 1,
    request=None,
) -> Results:
    """Return what *text* finds among what is public, the best first; of any text whatever.

    *county* is a division code, *kind* one of ``kinds.labels()``, *work* the slug of a featured work, *year* four
    digits; values that mean nothing are ignored. A page beyond the last is the last. At most eight queries, whatever
    number is found; with *request* urls are those of its site.
    """
    question = understand(text)
    filters = chosen(county, kind, work, year)
    every = hits_of(question, text)
    found = narrowed(every, filters)
    number = _number(page, len(found))
    shown = [hit.pk for hit in found[(number - 1) * PER_PAGE : number * PER_PAGE]]
    return Results(
        text=text,
        question=question,
        total=len(found),
        items=items_of(shown, question.terms, request) if shown else [],
        facets=facets(every, filters),
        filters=filters,
        number=number,
        pks=[hit.pk for hit in found],
    )


def latest(limit: int = 6, request=None) -> list[Item]:
    """Return the *limit* latest public pages, for when nothing was asked or found."""
    newest = public_pages().filter(search_document__date__lte=timezone.localdate())
    newest = newest.exclude(search_document__kind__in=("county", "site"))
    pks = newest.order_by("-search_document__date", "-pk").values_list("pk", flat=True)[:limit]
    return items_of(list(pks), (), request)


def _number(page: Any, total: int) -> int:
    try:
        number = int(page)
    except (TypeError, ValueError, OverflowError):
        return 1
    return min(max(1, number), max(1, ceil(total / PER_PAGE)))
