"""Template contexts of the featured works: one work, and the overview of one kind."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from .. import queries, tree
from ..cards import cards_of_listings
from ..contexts import article_context, is_preview
from .kinds import BY_SLUG

MOST_RELATED = 6


def work_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of a featured work shows besides the page's own facts."""
    if not is_preview(request):
        for relation in page.fact_relations:
            getattr(page, relation).get_object_list()  # once; figures and template ask several times
    context = article_context(page, request)
    if page.year:
        context["source_line"].insert(0, f"{page.year} 年")
    return context | {"kind": page.kind, "figures": page.shown_figures(), "related": related(page)}


def related(page: Page) -> list:
    """Cards of what the same site published besides, this year's first."""
    if not page.path:
        return []
    site = tree.prefix(page.path, tree.SITE_DEPTH)
    found = queries.listings().filter(page__path__startswith=site).exclude(page=page.pk)[: MOST_RELATED * 2]
    ordered = sorted(found, key=lambda one: (one.year != page.year, _order(one.kind)))
    return cards_of_listings(ordered[:MOST_RELATED], names={})


def _order(kind: str) -> int:
    return BY_SLUG[kind].number if kind in BY_SLUG else len(BY_SLUG) + 1
