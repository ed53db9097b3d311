"""What a county's page shows: its sites, and what they and the county itself published."""

from typing import Any

from wagtail.models import Page

from . import queries
from .cards import cards_for
from .contexts import place_context
from .place_page import Published, sections


def county_context(page: Page) -> dict[str, Any]:
    """Return all that is shown beside the county's own fields, in a fixed number of queries."""
    sites = list(queries.sites_of(page).prefetch_related(None))
    published = Published(page)
    queries.fetch_renditions([page.lead_image, *(site.lead_image for site in sites), *published.images])
    names = {one.path: one.title for one in [page, *sites]}
    shared = sections(published, published.newest_work_of_each_kind(), names, {"county": page.code})
    return place_context(page) | shared | {"sites": cards_for(sites, names=names)}
