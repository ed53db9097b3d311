"""All that is found, light as it is: one query, from which total, facets and the order are made."""

from typing import NamedTuple

from django.db.models import TextField, Value
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.search.backends import get_search_backend

from .backends.asked import Asked
from .expressions import NOTHING, Expression
from .pinyin import typed
from .query import Question

IN_COUNTY, OF_YEAR = 1.25, 1.15  # how much more a page of the county or year that was named counts
STEPS = (
    50  # scores that differ by less than one of so many parts of the best are alike, and the newer is first
)


class Hit(NamedTuple):
    """One page that was found: key, place in the tree, what it is narrowed by, and how well it fits.

    *date* is written as the database writes it, for sorting only.
    """

    pk: int
    path: str
    kind: str
    work: str
    year: int | None
    date: str
    score: float


def public_pages() -> PageQuerySet:
    """Pages that the public may find: live and behind no restriction."""
    return Page.objects.filter(live=True).public()


def hits_of(question: Question, text: str, pages: PageQuerySet | None = None) -> list[Hit]:
    """Return what *question* finds among *pages*, by default all that are public, the best first.

    It is asked more and more loosely while nothing is found; at last *text* is taken for the beginning of a name.
    """
    pages = public_pages() if pages is None else pages
    backend = get_search_backend()
    for expression in dict.fromkeys((question.strict, question.relaxed, question.loose)):
        if expression != NOTHING and (found := _found(backend.search, pages, expression)):
            return _ordered(found, question, _as_typed(backend, pages, question))
    by_name = typed(text)  # pinyin
    return _ordered(_found(backend.autocomplete, pages, by_name), question) if by_name != NOTHING else []


def _as_typed(backend, pages, question: Question) -> set[int] | None:
    """Keys of the pages that have the very words; ``None`` if nothing else was looked for."""
    if question.typed in (NOTHING, question.strict):
        return None
    found = backend.search(Asked(question.typed), pages, order_by_relevance=False).get_queryset()
    return set(found.order_by().values_list("pk", flat=True))


def _found(search, pages, expression: Expression) -> list[Hit]:
    results = search(Asked(expression), pages, order_by_relevance=False)
    rows = results.annotate_score("score").get_queryset().filter(search_document__isnull=False).order_by()
    # As text: of thousands of dates only the order matters.
    date = Coalesce(Cast("search_document__date", TextField()), Value("", TextField()))
    names = [f"search_document__{name}" for name in ("kind", "work", "year")]
    return [Hit._make(row) for row in rows.values_list("pk", "path", *names, date, "score")]


def _ordered(hits: list[Hit], question: Question, first: set[int] | None = None) -> list[Hit]:
    county = question.county.path if question.county else None

    def weight(hit: Hit) -> float:
        more = IN_COUNTY if county and hit.path.startswith(county) else 1
        return hit.score * more * (OF_YEAR if question.year and hit.year == question.year else 1)

    weights = [weight(hit) for hit in hits]
    steps = STEPS / (max(weights, default=0) or 1)

    def place(one: tuple[float, Hit]) -> tuple:
        return first is not None and one[1].pk in first, round(steps * one[0]), one[1].date, one[1].pk

    return [hit for _, hit in sorted(zip(weights, hits, strict=True), key=place, reverse=True)]
