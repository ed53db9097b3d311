"""材料导出: what can be had of a year, and what the user has ordered. Everybody sees her own exports only."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from ..exports.papers import PAPERS, Paper
from ..exports.scope import CITY, Scope
from ..exports.shown import MOST, Shown, is_queue_slow, shown
from ..models import Export, ReportingYear
from .access import paths_of, sees_all
from .chosen import chosen_county, chosen_year, counties_within


@dataclass(frozen=True)
class Card:
    """One paper on offer."""

    paper: Paper
    is_on_offer: bool


@never_cache
@require_GET
def papers_view(request: HttpRequest) -> HttpResponse:
    """Show what can be made of the year and county in the query, and the user's own exports."""
    paths = paths_of(request.user)
    counties = counties_within(paths)
    try:
        county = chosen_county(request.GET.get("county", ""), paths, counties)
    except LookupError:
        county = chosen_county("", paths, counties)
    years = list(ReportingYear.objects.all())
    year = chosen_year(request, years)
    scope = Scope(year.year, county) if year else None
    now = timezone.now()
    mine = [shown(export, now) for export in Export.objects.filter(user=request.user)[:MOST]]
    of_county = urlencode({"county": county.code}) if county else ""
    context = {
        "header_title": "材料导出",
        "years": years,
        "year": year,
        "counties": counties if len(counties) > 1 else [],
        "county": county,
        "city": CITY if sees_all(paths) else "",
        "place": scope.place if scope else "",
        "cards": [Card(paper, paper.covers(scope)) for paper in PAPERS.values()] if scope else [],
        "mine": mine,
        "is_busy": any(one.is_unfinished for one in mine),
        "is_slow": is_queue_slow(mine, now),
        "county_query": f"?{of_county}" if of_county else "",
        "year_suffix": f"&{of_county}" if of_county else "",
        "state_url": reverse("reports_papers_state"),
    }
    return render(request, "reports/papers/papers.html", context)


@never_cache
@require_GET
def state_view(request: HttpRequest) -> JsonResponse:
    """Tell how those of the user's own exports stand that the query names by ``id``; finished ones with their row."""
    paths_of(request.user)
    ids = [int(one) for one in request.GET.getlist("id") if one.isdecimal()][:MOST]
    now = timezone.now()
    found = [shown(export, now) for export in Export.objects.filter(user=request.user, pk__in=ids)]
    return JsonResponse(
        {"exports": [_as_json(request, one) for one in found], "slow": is_queue_slow(found, now)}
    )


def _as_json(request: HttpRequest, one: Shown) -> dict:
    answer = {
        "id": one.export.pk,
        "state": one.state,
        "words": one.words,
        "done": one.export.done,
        "total": one.export.total,
        "html": render_to_string("reports/papers/item.html", {"one": one}, request),
    }
    if not one.is_unfinished:
        answer["said"] = f"{one.export.file_name}：{one.label}。{one.words}"
    return answer
