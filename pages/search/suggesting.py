"""Suggestions while somebody types: by characters, by pinyin in full and by initials."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from wagtail.search.backends import get_search_backend

from ..works.kinds import KINDS
from . import kinds, knowledge
from .backends.asked import Asked
from .expressions import NOTHING, All, Expression, Token
from .folding import fold
from .hits import public_pages
from .pinyin import typed, typed_tokens

LOOKED_AT = 40  # of the pages that fit, the best of which are offered
_PLACES = {"county": 0, "site": 1}  # kinds that come before others that fit as well


@dataclass(frozen=True)
class Suggestion:
    """Something to look for: its words, what it is, and its address where it is a page or section of its own."""

    text: str
    label: str
    url: str | None = None


def suggest(text: str, limit: int = 8, request=None) -> list[Suggestion]:
    """Return at most *limit* names that *text* may be the beginning of: works, counties, sites and titles.

    What begins with *text* comes first. Only what is public is suggested; the names of counties and works are.
    """
    wanted = typed(text)
    if wanted == NOTHING:
        return []
    start = fold(text.strip()[:60])
    found = [*_names(wanted), *_pages(wanted, request)]
    found.sort(key=lambda one: not fold(one.text).startswith(start))
    return _each_once(found)[:limit]


def _each_once(found: list[Suggestion]) -> list[Suggestion]:
    """The first of each text; with an address, if any of them has one."""
    each: dict[str, Suggestion] = {}
    for one in found:
        if one.text not in each or (one.url and not each[one.text].url):
            each[one.text] = one
    return list(each.values())


def _names(wanted: Expression) -> Iterator[Suggestion]:
    for kind in KINDS:
        if _fits(wanted, kind.short_name):
            yield Suggestion(kind.short_name, kinds.WORK_LABEL, reverse("work_overview", args=[kind.slug]))
    for county in knowledge.current().counties:
        if _fits(wanted, county.title):
            yield Suggestion(county.title, "县区")


def _pages(wanted: Expression, request) -> list[Suggestion]:
    results = get_search_backend().autocomplete(Asked(wanted), public_pages())
    rows = results.get_queryset().filter(search_document__isnull=False)
    pages = rows.select_related("search_document").defer("search_document__text")[:LOOKED_AT]
    labels = kinds.labels()
    ordered = sorted(pages, key=lambda page: _PLACES.get(page.search_document.kind, len(_PLACES)))
    return [
        Suggestion(page.title, labels.get(page.search_document.kind, ""), page.get_url(request))
        for page in ordered
    ]


def _fits(wanted: Expression, name: str) -> bool:
    return _holds(wanted, set(typed_tokens(name)))


def _holds(wanted: Expression, tokens: set[str]) -> bool:
    if isinstance(wanted, Token):
        return (
            any(token.startswith(wanted.text) for token in tokens) if wanted.prefix else wanted.text in tokens
        )
    parts = (_holds(part, tokens) for part in wanted.parts)
    return all(parts) if isinstance(wanted, All) else any(parts)
