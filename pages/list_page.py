"""Template context of a public list, at an address of its own or on a page of the tree."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from . import lists
from .addresses import with_query
from .cards import cards_for
from .contexts import Crumb
from .hooks import ListType
from .pager import pager_context

PER_PAGE = 12


class CountedPaginator(Paginator):
    """A paginator of what was counted before."""

    def __init__(self, queryset: QuerySet, count: int) -> None:
        super().__init__(queryset, PER_PAGE)
        self.count = count


def list_context(list_type: ListType, request: HttpRequest, query: QueryDict | None = None) -> dict[str, Any]:
    """Return heading, filters, cards and pager for what *query*, or the address, asks of *list_type*."""
    query = request.GET if query is None else query
    selection = lists.narrow(list_type, query)
    current = CountedPaginator(selection.queryset, selection.count).get_page(query.get("page"))
    cards = list_type.cards or cards_for
    return {
        "heading": list_type.heading,
        "intro": list_type.introduction,
        "filters": selection,
        "count": selection.count,
        "cards": cards(current, request),
        "pager": pager_context(current, selection.query),
        "empty_hint": list_type.empty_hint,
        "links": [(reverse(name), words) for name, words in list_type.links],
        "canonical_url": canonical_url(request.path, selection.query, current.number),
        "breadcrumbs": [Crumb("首页", "/"), Crumb(list_type.heading)],
    }


def canonical_url(path: str, query: QueryDict, page: int = 1) -> str:
    """Return the one whole address of what *path* shows for *query*."""
    return settings.SITE_URL + path + with_query(query, page).removesuffix("?")
