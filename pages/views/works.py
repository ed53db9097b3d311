from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from .. import queries
from ..cards import cards_of_listings
from ..contexts import Crumb
from ..hooks import ListFilter, ListType
from ..lists import county_filter, narrow
from ..pager import pager_context
from ..works import overview
from ..works.kinds import BY_SLUG
from ..works.tiles import work_tiles
from .lists import PER_PAGE

HEADING = "八项工作"


def works_view(request: HttpRequest) -> HttpResponse:
    """The eight featured works, each with what the notice asks and how many items there are."""
    context = {
        "heading": HEADING,
        "intro": "市妇联的通知请各示范点围绕八项工作打造特色亮点。每一项都能看到各县区怎么做。",
        "works": work_tiles(),
        "breadcrumbs": [Crumb("首页", "/"), Crumb(HEADING)],
    }
    return render(request, "pages/works.html", context)


def overview_view(request: HttpRequest, slug: str) -> HttpResponse:
    """One work over all counties: demand, totals of the year, per county, latest items filtered by plain links."""
    kind = BY_SLUG.get(slug)
    if kind is None:
        raise Http404
    years = overview.years_of(kind)
    query = request.GET.copy()
    if query.get("year") not in map(str, years):
        query["year"] = str(overview.year_to_open(years) or "")
    listed, filters = narrow(_list_type(kind, years), query)
    year = int(query["year"]) if query["year"] else None
    current = Paginator(listed, PER_PAGE).get_page(query.get("page"))
    context: dict[str, Any] = {
        "heading": kind.title,
        "kind": kind,
        "year": year,
        "filters": filters,
        "cards": cards_of_listings(current, request),
        "count": current.paginator.count,
        "pager": pager_context(current, query),
        "breadcrumbs": [Crumb("首页", "/"), Crumb(HEADING, reverse("works")), Crumb(kind.short_name)],
    }
    context |= overview.totals_context(kind, year, query.get("county", ""))
    return render(request, "pages/work_overview.html", context)


def _list_type(kind, years: Iterable[int]) -> ListType:
    def of_year(listed, value: str):
        return listed.filter(year=int(value))

    choices = [(str(year), f"{year} 年") for year in years]
    return ListType(
        key=kind.slug,
        heading=kind.title,
        introduction="",
        queryset=lambda: queries.listings().filter(kind=kind.slug),
        filters=[
            county_filter("page__path"),
            ListFilter("year", "年份", lambda: choices, of_year, optional=False),
        ],
    )
