"""The public search, and the suggestions while somebody types."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..addresses import with_query
from ..contexts import Crumb
from ..list_page import canonical_url
from ..lists import Chip, ChipGroup
from ..pager import pager_context
from ..search.facets import Facet
from ..search.find import PER_PAGE, Results, find, latest
from ..search.suggesting import suggest
from ..works.kinds import KINDS

HEADING = "搜索"
LONGEST = 100  # characters of a question that are kept in addresses and shown
FILTERS = ("county", "kind", "work", "year")
FOLDED = ("work", "year")  # on a phone, behind 更多筛选
FEW = 6


@require_safe
def search_view(request: HttpRequest) -> HttpResponse:
    """What the public finds for ``q``, narrowed by plain links; without ``q`` what there is to look for."""
    text = request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST]
    context: dict[str, Any] = {
        "heading": HEADING,
        "text": text,
        "breadcrumbs": [Crumb("首页", "/"), Crumb(HEADING)],
        "canonical_url": canonical_url(request.path, QueryDict()),
        "description": "按词语、地名、示范点名称或拼音查找已经发布的内容。",
    }
    if text:
        given = {name: request.GET.get(name) for name in FILTERS}
        results = find(text, **given, page=request.GET.get("page"), request=request)
        context |= _found(results, text)
    if not text or not context["results"].total:
        context |= {"latest": latest(FEW, request), "works": KINDS}
    return render(request, "pages/search.html", context)


@require_safe
@cache_control(public=True, max_age=300)
def suggest_view(request: HttpRequest) -> JsonResponse:
    """Names that begin with, or contain, ``q``: ``{"suggestions": [{"text", "note", "url"}]}``."""
    text = request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST]
    found = [
        {
            "text": one.text,
            "note": one.label,
            "url": one.url or reverse("search") + with_query({"q": one.text}),
        }
        for one in (suggest(text, request=request) if text else [])
    ]
    return JsonResponse(
        {"suggestions": found},
        json_dumps_params={"ensure_ascii": False},
    )


def _found(results: Results, text: str) -> dict[str, Any]:
    query = {"q": text, **results.filters}
    groups = [
        _group(facet, query, results.total)
        for facet in results.facets
        if len(facet.choices) > 1 or _is_set(facet)
    ]
    current = Paginator(range(results.total), PER_PAGE).get_page(results.number)
    return {
        "results": results,
        "filters": {
            "groups": groups,
            "open_groups": [group for group in groups if not group.folded],
            "folded_groups": [group for group in groups if group.folded],
            "unfolded": any(name in results.filters for name in FOLDED),
        },
        "removals": [
            Chip(facet.label, with_query({k: v for k, v in query.items() if k != facet.name}), False, 0)
            for facet in results.facets
            if facet.name in results.filters
        ],
        "narrower": _narrower(results, query),
        "pager": pager_context(current, query),
    }


def _is_set(facet: Facet) -> bool:
    return any(choice.current for choice in facet.choices)


def _group(facet: Facet, query: dict[str, str], total: int) -> ChipGroup:
    rest = {name: value for name, value in query.items() if name != facet.name}
    every = total if not _is_set(facet) else sum(choice.count for choice in facet.choices)
    chips = [Chip("全部", with_query(rest), not _is_set(facet), every)]
    chips += [
        Chip(choice.label, with_query(rest | {facet.name: choice.value}), choice.current, choice.count)
        for choice in facet.choices
    ]
    return ChipGroup(facet.label, chips, facet.name in FOLDED)


def _narrower(results: Results, query: dict[str, str]) -> list[Chip]:
    """Links to what the question itself names: its county, its year. Nothing that would find all or nothing."""
    named = {
        "county": results.question.county.code if results.question.county else "",
        "year": str(results.question.year or ""),
    }
    found = []
    for facet in results.facets:
        if facet.name in results.filters:
            continue
        found += [
            Chip(choice.label, with_query(query | {facet.name: choice.value}), False, choice.count)
            for choice in facet.choices
            if choice.value == named.get(facet.name) and 0 < choice.count < results.total
        ]
    return found
