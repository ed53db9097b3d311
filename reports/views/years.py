"""Opening a year, and which sites are on its list: for whoever may add or change reporting years."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from pages import tree
from pages.models import CountyPage

from .. import queries
from ..models import ReportingSite, ReportingYear
from ..status import Duty


@require_POST
def open_year(request: HttpRequest) -> HttpResponse:
    """Open the year that is due, with the notice's deadlines and all sites; a second click changes nothing."""
    if not request.user.has_perm("reports.add_reportingyear"):
        raise PermissionDenied
    wanted = request.POST.get("year", "")
    years = list(ReportingYear.objects.all())
    there = next((one for one in years if str(one.year) == wanted), None)
    if there:
        messages.info(request, f"{there.year} 年度已经开启，没有重复建立。")
        return redirect(f"{reverse('reports_ledger')}?year={there.year}")
    due = queries.year_to_open(years)
    if not due or str(due) != wanted:
        messages.error(request, "现在没有要开启的年度。")
        return redirect("reports_ledger")
    year = ReportingYear.open(due)
    number = year.sites.count()
    messages.success(
        request,
        f"{year.year} 年度已开启：计划表 {_day(year.plan_deadline)}截止，总结 {_day(year.summary_deadline)}截止，"
        f"{number} 个示范点都要报送。截止日期和报送名单都可以再改；往年的内容照样可以查看。",
    )
    return redirect(f"{reverse('reports_ledger')}?year={year.year}")


def _day(day) -> str:
    return f"{day.month} 月 {day.day} 日"


@never_cache
@require_http_methods(["GET", "POST"])
def sites(request: HttpRequest, year: int) -> HttpResponse:
    """The list of a year's sites, and which of the reports each owes."""
    if not request.user.has_perm("reports.change_reportingyear"):
        raise PermissionDenied
    reporting_year = get_object_or_404(ReportingYear, year=year)
    rows = list(_rows(reporting_year))
    if request.method == "POST":
        changed = _save(rows, request.POST)
        messages.success(request, f"报送名单已保存，{changed} 个示范点有变动。" if changed else "没有变动。")
        return redirect(f"{reverse('reports_ledger')}?year={reporting_year.year}")
    names = dict(CountyPage.objects.values_list("path", "title"))
    by_county = groupby(rows, key=lambda row: tree.prefix(row.site.path, tree.COUNTY_DEPTH))
    context = {
        "year": reporting_year,
        "groups": [(names.get(path, ""), list(own)) for path, own in by_county],
        "duties": Duty,
    }
    return render(request, "reports/ledger/sites.html", context)


def _rows(year: ReportingYear) -> QuerySet[ReportingSite]:
    rows = ReportingSite.objects.filter(reporting_year=year).select_related("site")
    return rows.defer("site__introduction").order_by("site__path")


@transaction.atomic
def _save(rows: list[ReportingSite], data) -> int:
    """Write down which boxes are ticked; rows that the form did not show stay as they are. Return how many changed."""
    shown = set(data.getlist("shown"))
    chosen = {duty: set(data.getlist(duty.value)) for duty in Duty}
    changed = []
    for row in rows:
        if str(row.pk) not in shown:
            continue
        wanted = {duty.value: str(row.pk) in chosen[duty] for duty in Duty}
        if wanted != {duty.value: row.owes(duty) for duty in Duty}:
            for name, value in wanted.items():
                setattr(row, name, value)
            changed.append(row)
    ReportingSite.objects.bulk_update(changed, [duty.value for duty in Duty])
    return len(changed)
