"""Template context of a featured work."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from .. import queries, tree
from ..cards import cards_of_listings
from ..contexts import article_context, is_preview
from .kinds import BY_SLUG

MOST_RELATED, MOST_EVENTS = 6, 8


def work_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of a featured work shows, the page's own facts among it."""
    if not is_preview(request):
        for relation in page.fact_relations:
            setattr(page, relation, queries.rows_of(page, relation))  # once; they are asked for several times
    context = article_context(page, request)
    if page.year:
        context["source_line"].insert(0, f"{page.year} 年")
    context |= {
        "kind": page.kind,
        "figures": page.shown_figures(),
    }
    return context | beside(page) | page.shown_facts()


def beside(page: Page) -> dict[str, Any]:
    """Cards of what the same site published besides: the pages that this work counts, and others."""
    if not page.path:
        return {"events": [], "related": [], "siblings": {}}
    site = tree.prefix(page.path, tree.SITE_DEPTH)
    counted = {spec.source for spec in page.figure_specs if spec.source}
    of_year = ~Q(kind__in=counted) | Q(year=page.year)
    found = queries.latest_of_each_kind(site, MOST_EVENTS, of_year & ~Q(page=page.pk), pictures=False)
    events = [one for one in found if one.kind in counted]
    related = sorted(
        (one for one in found if one.kind not in counted),
        key=lambda one: (one.year != page.year, _order(one.kind)),
    )
    return {
        "events": cards_of_listings(events, names={}, pictures=False),
        "related": cards_of_listings(related[:MOST_RELATED], names={}, pictures=False),
        "siblings": _siblings(
            page, [one for one in related if one.year == page.year and one.kind in BY_SLUG]
        ),
    }


def _siblings(page: Page, works: list) -> dict[str, Any]:
    """The works before and after *page* by number, of *works* that the same site published in the same year."""
    works = sorted(works, key=lambda one: _order(one.kind))
    before = [one for one in works if _order(one.kind) < page.kind.number][-1:]
    after = [one for one in works if _order(one.kind) > page.kind.number][:1]
    cards = [cards_of_listings(one, names={}, pictures=False) for one in (before, after)]
    return {"previous": next(iter(cards[0]), None), "next": next(iter(cards[1]), None)}


def _order(kind: str) -> int:
    return BY_SLUG[kind].number if kind in BY_SLUG else len(BY_SLUG) + 1
