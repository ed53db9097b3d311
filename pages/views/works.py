from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from .. import queries
from ..cards import cards_of_listings
from ..contexts import Crumb
from ..filters import county_filter
from ..hooks import Choice, ListFilter, ListType
from ..list_page import canonical_url, list_context
from ..works import overview
from ..works.kinds import BY_SLUG
from ..works.tiles import work_tiles

HEADING = "八项工作"


def works_view(request: HttpRequest) -> HttpResponse:
    """The eight featured works, each with what the notice asks and how many items there are."""
    context = {
        "heading": HEADING,
        "intro": "市妇联的通知请各示范点围绕八项工作打造特色亮点。每一项都能看到各县区怎么做。",
        "works": work_tiles(),
        "breadcrumbs": [Crumb("首页", "/"), Crumb(HEADING)],
        "canonical_url": canonical_url(request.path, QueryDict()),
    }
    return render(request, "pages/works.html", context)


def overview_view(request: HttpRequest, slug: str) -> HttpResponse:
    """One work over all counties: demand, totals of the year, per county, latest items filtered by plain links."""
    kind = BY_SLUG.get(slug)
    if kind is None:
        raise Http404
    years = overview.years_of(kind)
    query = request.GET.copy()
    usual = str(overview.year_to_open(years) or "")
    if query.get("year") not in map(str, years):
        query["year"] = usual
    year = int(query["year"]) if query["year"] else None
    context: dict[str, Any] = list_context(_list_type(kind, years), request, query) | {
        "kind": kind,
        "description": f"{kind.tagline}。{kind.demand}",
        "year": year,
        "breadcrumbs": [Crumb("首页", "/"), Crumb(HEADING, reverse("works")), Crumb(kind.short_name)],
    }
    if query["year"] == usual:  # the same without the year
        known = context["filters"].query.copy()
        known.pop("year", None)
        context["canonical_url"] = canonical_url(request.path, known, context["pager"].number)
    context |= overview.totals_context(kind, year, query.get("county", ""))
    return render(request, "pages/work_overview.html", context)


def _list_type(kind, years: Iterable[int]) -> ListType:
    choices = [Choice(str(year), f"{year} 年", year) for year in years]
    return ListType(
        key=kind.slug,
        heading=kind.title,
        introduction="",
        queryset=lambda: queries.listings_of(kind.slug),
        filters=[
            county_filter("page__path"),
            ListFilter("year", "年份", lambda labels: choices, "year", optional=False),
        ],
        cards=cards_of_listings,
    )
