"""Template contexts of lectures, activities, meetings and stories."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from .. import hooks, queries
from ..contexts import article_context, place_context
from ..figures import shown
from ..list_page import list_context


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
    """Return the list of all published stories, the city's and the counties', under the page's own words."""
    listed = list_context(hooks.list_types["stories"], request)
    return (
        listed | place_context(page) | {"heading": page.title, "intro": page.introduction or listed["intro"]}
    )
