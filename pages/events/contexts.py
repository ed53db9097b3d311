"""Template contexts of lectures, activities, meetings and stories."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from wagtail.models import Page

from .. import queries
from ..cards import cards_of_listings
from ..contexts import article_context, place_context
from ..figures import shown
from ..pager import pager_context

PER_PAGE = 12


def event_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Return what the page shows besides its own facts: place in the tree, gallery, figures, neighbours."""
    return article_context(page, request) | {
        "figures": shown(page.figure_specs, page.own_figures()),
        "siblings": queries.listed_neighbours(page),
    }


def story_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """As ``event_context``, with the site that the story is about."""
    context = event_context(page, request)
    told_of = context["site"] or page.site
    return context | {"site": told_of if told_of and told_of.live else None}


def index_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Return the cards of all published stories, the city's and the counties', twelve a page."""
    paginator = Paginator(queries.listings().filter(kind="story"), PER_PAGE)
    current = paginator.get_page(request.GET.get("page"))
    return place_context(page) | {
        "cards": cards_of_listings(current, request),
        "pager": pager_context(current, request.GET),
        "count": paginator.count,
    }
