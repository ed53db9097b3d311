"""A site's year on one screen: each work and the summary with its state, and one tap to begin or go on."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import NullIf
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.models import Page

from pages import queries
from pages.models import SitePage, WorkPage
from pages.models.works import MODELS
from pages.reach import is_own
from pages.works.copying import copy_for_year
from pages.works.kinds import WorkKind
from reports.guidance.queries import number_at
from reports.ledger import Report, ledger
from reports.models import ReportingYear, WorkPlanPage, YearEndSummaryPage
from reports.rules import MAX_CHARACTERS, MAX_ITEMS, MAX_PHOTOS, MIN_ITEMS, MIN_PHOTOS
from reports.status import Duty

from ..workflow.stage import Stage, stage_of
from .quick.access import may_record

DEMANDS = {
    WorkPlanPage: f"打造 {MIN_ITEMS}—{MAX_ITEMS} 项特色亮点，写明措施、目标、时限和责任人。",
    YearEndSummaryPage: f"正文 {MAX_CHARACTERS:,} 字以内，照片 {MIN_PHOTOS} 至 {MAX_PHOTOS} 张。",
}


@dataclass(frozen=True)
class Row:
    """One thing that the site may write: its page of the year, if begun, and last year's to copy from."""

    label: str
    demand: str
    kind: WorkKind | None
    page: Page | None
    stage: Stage
    add_url: str
    earlier: Page | None
    earlier_year: int | None
    report: Report | None = None  # how a plan or summary stands to its deadline
    word_url: str = ""  # where a Word file begins or fills it

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk]) if self.page else ""


def board(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the board of the site *page_id* for the year in the query, else for the year that takes reports."""
    site = get_object_or_404(SitePage, pk=page_id)
    if not is_own(request.user, site):
        raise PermissionDenied
    pages = list(_pages_of(site))
    years = _years(pages)
    wanted = request.GET.get("year", "")
    year = int(wanted) if wanted in map(str, years) else _current_year()
    context = {
        "header_title": site.draft_title or site.title,
        "site": site,
        "year": year,
        "years": years,
        "rows": [_row(site, model, pages, year) for model in MODELS if model.fits(site)],
        "reports": _reports(site, pages, year),
        "may_record": may_record(request.user, site),
        "may_write": site.permissions_for_user(request.user).can_add_subpage(),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[site.pk]),
        "visits": number_at(site, request.user),
    }
    return render(request, "cms/site_board.html", context)


@require_POST
def copy_work(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make last year's work the draft of the year that was sent, and open it."""
    page = get_object_or_404(Page, pk=page_id).specific
    year = request.POST.get("year", "")
    if not isinstance(page, WorkPage) or not year.isdecimal() or not 2010 <= int(year) <= 2100:
        raise PermissionDenied
    parent = page.get_parent().specific
    may_write = page.permissions_for_user(request.user).can_edit()
    if not may_write or not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    blank = type(page)(year=int(year))
    blank.intended_parent = parent
    begun = queries.other_of_year(blank)
    if begun:
        messages.info(request, f"{year} 年的这一项已经开始写了，请接着写。")
        return redirect("wagtailadmin_pages:edit", begun.pk)
    copied = copy_for_year(page, int(year), request.user)
    messages.success(
        request, f"已复制为 {year} 年的草稿。带日期的记录和照片没有复制，请补上今年的；文字也请逐处核对。"
    )
    return redirect("wagtailadmin_pages:edit", copied.pk)


_YEAR = KeyTextTransform("year", "latest_revision__content")  # SQLite gives JSON's null as the word "null"


def _pages_of(site: SitePage) -> QuerySet:
    """Pages under *site* with state and the year that their editors have given them."""
    return (
        Page.objects.child_of(site)
        .annotate(year_now=NullIf(_YEAR, Value("null", output_field=TextField())))
        .prefetch_workflow_states()
        .order_by("path")
    )


def _reports(site: SitePage, pages: list[Page], year: int) -> list[Row]:
    """Plan and summary of the year, with what the ledger says of them if the year is one of reporting."""
    reporting = ReportingYear.objects.filter(year=year).first()
    rows = ledger(reporting, (site.path,), timezone.now()).rows if reporting else []
    return [
        _row(site, model, pages, year, rows[0].report(duty) if rows else None)
        for duty, model in ((Duty.PLAN, WorkPlanPage), (Duty.SUMMARY, YearEndSummaryPage))
    ]


def _row(
    site: SitePage, model: type[Page], pages: list[Page], year: int, report: Report | None = None
) -> Row:
    own = [page for page in pages if page.cached_content_type.model_class() is model and page.year_now]
    now = next((page for page in own if int(page.year_now) == year), None)
    before = [page for page in own if int(page.year_now) < year] if issubclass(model, WorkPage) else []
    earlier = max(before, key=lambda page: int(page.year_now)) if before and not now else None
    kind = getattr(model, "kind", None)
    args: list[Any] = [model._meta.app_label, model._meta.model_name, site.pk]
    return Row(
        label=kind.short_name if kind else model._meta.verbose_name,
        demand=kind.demand if kind else DEMANDS[model],
        kind=kind,
        page=now,
        stage=stage_of(now),
        add_url=reverse("wagtailadmin_pages:add", args=args),
        earlier=earlier,
        earlier_year=int(earlier.year_now) if earlier else None,
        report=report,
        word_url=_word_url(site, model, now, year),
    )


def _word_url(site: SitePage, model: type[Page], page: Page | None, year: int) -> str:
    """Where a Word file begins the year's summary, or fills it while it is with nobody."""
    if model is not YearEndSummaryPage or (page and page.workflow_in_progress):
        return ""
    if page:
        return reverse("cms_word_fill", args=[page.pk])
    return f"{reverse('cms_word_new', args=[site.pk])}?kind=summary&year={year}"


def _current_year() -> int:
    reporting = ReportingYear.objects.filter(is_open=True).first()
    return reporting.year if reporting else timezone.localdate().year


def _years(pages: list[Page]) -> list[int]:
    written = {int(page.year_now) for page in pages if page.year_now}
    return sorted(written | {_current_year(), timezone.localdate().year}, reverse=True)
