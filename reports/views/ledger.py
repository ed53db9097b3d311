"""报送台账 on the screen and as a spreadsheet, each user's own part of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from pages.works.kinds import KINDS

from .. import queries
from ..exports.ledger import ledger_xlsx
from ..ledger import Ledger, Report, ledger
from ..models import ReportingYear
from ..status import Duty
from . import progress
from .access import paths_of
from .chosen import chosen_year
from .filters import LedgerFilter, in_order
from .links import Links

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SORTED = [
    ("site", "示范点"),
    ("plan", "计划表"),
    ("summary", "总结"),
    ("items", "已发布"),
    ("last", "最近活动"),
]


@never_cache
@require_GET
def ledger_view(request: HttpRequest) -> HttpResponse:
    """Show the ledger of the year in the query, else of the newest that is open."""
    paths = paths_of(request.user)
    years = list(ReportingYear.objects.all())
    year = chosen_year(request, years)
    if year is None:
        return render(request, "reports/ledger/none.html", {"next_year": _to_open(request, years)})
    found = ledger(year, paths, timezone.now())
    form = LedgerFilter(request.GET, found)
    rows = in_order(form.rows(found.rows), request.GET.get("sort", ""))
    links = Links(request.user, paths)
    context = {
        "year": year,
        "years": years,
        "form": form,
        "rows": [links.row(row) for row in rows],
        "total": progress.summed(rows),
        "kinds": KINDS,
        "headings": _headings(request, SORTED if len(found.counties) == 1 else [("county", "县区"), *SORTED]),
        "of_many": len(found.counties) > 1,
        "export_url": f"{reverse('reports_ledger_export')}?{_query(request, year=year.year)}",
        "next_year": _to_open(request, years),
        "plans_query": _county_query(request),
        "extended": len(
            {row.county.pk for row in found.rows for one in row.reports if _is_extended(year, one)}
        ),
        "may_change": request.user.has_perm("reports.change_reportingyear"),
        **_map(request, found),
    }
    return render(request, "reports/ledger/ledger.html", context)


@never_cache
@require_GET
def export_view(request: HttpRequest) -> HttpResponse:
    """The same rows in the same order as XLSX."""
    paths = paths_of(request.user)
    year = chosen_year(request, list(ReportingYear.objects.all()))
    if year is None:
        raise Http404
    found = ledger(year, paths, timezone.now())
    rows = in_order(LedgerFilter(request.GET, found).rows(found.rows), request.GET.get("sort", ""))
    name = f"报送台账-{year.year}年"
    if len(found.counties) == 1:
        name += f"-{found.counties[0].title}"
    response = HttpResponse(ledger_xlsx(rows, f"{year.year}年报送台账"), content_type=XLSX)
    filename = f"{name}-{timezone.localdate():%Y-%m-%d}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, filename)
    return response


def _county_query(request: HttpRequest) -> str:
    """The county that the rows are narrowed to, for the address of the plan table."""
    county = request.GET.get("county", "")
    return f"?{urlencode({'county': county})}" if county else ""


def _is_extended(year: ReportingYear, report: Report) -> bool:
    return report.standing.deadline > year.deadline(report.duty)


def _to_open(request: HttpRequest, years: list[ReportingYear]) -> int | None:
    """The year that this user may open now."""
    return queries.year_to_open(years) if request.user.has_perm("reports.add_reportingyear") else None


def _map(request: HttpRequest, found: Ledger) -> dict[str, Any]:
    """Table and map of the counties, for whoever sees more than one."""
    if len(found.counties) < 2:
        return {"own": progress.summed(found.rows)}
    wanted = request.GET.get("map", "")
    duty = Duty(wanted) if wanted in Duty.values else progress.current_duty(found)
    counties = progress.counties(found)
    address = f"?{urlencode({'year': found.year.year, 'map': duty.value})}&county="
    viewbox, shapes = progress.map_shapes(counties, duty, address)
    return {
        "counties": progress.with_notes(counties, address),
        "all_counties": progress.summed(found.rows),
        "duty": duty,
        "duties": [(one, f"?{_query(request, map=one.value, year=found.year.year)}") for one in Duty],
        "map_viewbox": viewbox,
        "map_shapes": shapes,
    }


def _headings(request: HttpRequest, columns: list[tuple[str, str]]) -> list[dict[str, str]]:
    """The columns with the address that sorts by each; a second click turns the order round."""
    now = request.GET.get("sort", "")
    found = []
    for name, label in columns:
        wanted = f"-{name}" if now == name else name
        order = {name: "ascending", f"-{name}": "descending"}.get(now, "")
        found.append(
            {"name": name, "label": label, "url": f"?{_query(request, sort=wanted)}", "order": order}
        )
    return found


def _query(request: HttpRequest, **changes: Any) -> str:
    """The query of this request with *changes*."""
    query = request.GET.copy()
    for name, value in changes.items():
        query[name] = str(value)
    return query.urlencode()
