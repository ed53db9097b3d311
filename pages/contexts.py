"""Template contexts of county and site pages, and the breadcrumb that all pages share."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from . import hooks, queries
from .cards import cards_for


@dataclass(frozen=True)
class Crumb:
    title: str
    url: str = ""


LATEST = 6


def breadcrumbs_for(page: Page) -> list[Crumb]:
    """Return the way from home to *page*; the last crumb is the page itself, without a link."""
    ancestors = page.get_ancestors().filter(depth__gte=2).live().order_by("path")
    crumbs = [Crumb("首页" if one.depth == 2 else one.title, one.get_url() or "") for one in ancestors]
    return [*crumbs, Crumb(page.title)]


def county_context(page: Page) -> dict[str, Any]:
    """Sites of the county and the latest of what they published."""
    return {
        "breadcrumbs": breadcrumbs_for(page),
        "sites": cards_for(queries.sites_of(page)),
        "latest": cards_for(_latest_under(page)),
    }


def site_context(page: Page) -> dict[str, Any]:
    """Works and summaries of the site."""
    return {
        "breadcrumbs": breadcrumbs_for(page),
        "county": page.county_page,
        "works": [],
        "summaries": cards_for(_latest_under(page)),
    }


def _latest_under(page: Page) -> list[Page]:
    """Latest published pages of all listed kinds below *page*, sites left out."""
    found: list[Page] = []
    for key, list_type in hooks.list_types.items():
        if key != "sites":
            found += list_type.queryset().descendant_of(page)[:LATEST]
    return sorted(found, key=lambda one: one.first_published_at, reverse=True)[:LATEST]
