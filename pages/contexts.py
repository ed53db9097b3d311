"""Template contexts that several page types share: breadcrumb, county and site pages."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from . import hooks, queries, tree
from .cards import cards_for


@dataclass(frozen=True)
class Crumb:
    title: str
    url: str = ""


LATEST = 6
SITES = "sites"


def place_context(page: Page) -> dict[str, Any]:
    """Breadcrumb and county of *page*, from one query for its ancestors."""
    ancestors = queries.ancestors_of(page)
    crumbs = [
        Crumb("首页" if one.depth == tree.HOME_DEPTH else one.title, one.get_url() or "")
        for one in ancestors
        if one.live
    ]
    return {
        "breadcrumbs": [*crumbs, Crumb(page.title)],
        "county": next((one for one in [*ancestors, page] if one.depth == tree.COUNTY_DEPTH), None),
    }


def county_context(page: Page) -> dict[str, Any]:
    """Sites of the county and the latest of what they published."""
    sites = list(queries.sites_of(page))
    names = {one.path: one.title for one in [page, *sites]}
    return place_context(page) | {
        "sites": cards_for(sites, names=names),
        "latest": cards_for(_latest_under(page), names=names),
    }


def site_context(page: Page) -> dict[str, Any]:
    """Works and summaries of the site."""
    context = place_context(page)
    names = {one.path: one.title for one in (context["county"], page) if one}
    return context | {"works": [], "summaries": cards_for(_latest_under(page), names=names)}


def _latest_under(page: Page) -> list[Page]:
    """Latest published pages of all listed kinds below *page*, sites left out."""
    found: list[Page] = []
    for key, list_type in hooks.list_types.items():
        if key != SITES:
            found += list_type.queryset().descendant_of(page)[:LATEST]
    return sorted(found, key=lambda one: one.first_published_at, reverse=True)[:LATEST]
