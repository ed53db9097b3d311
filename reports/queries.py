"""Querysets of what is reported."""

from types import SimpleNamespace
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from pages import tree
from pages.problems import Problem

from . import models
from .rules import MAX_ITEMS

OCTOBER = 10


def published() -> QuerySet:
    """Published summaries as they are, for counting."""
    return models.YearEndSummaryPage.objects.live()


def summaries() -> QuerySet:
    """Published summaries, newest first, with their photos and renditions for cards."""
    return (
        published()
        .annotate(photo_count=Count("photos"))
        .prefetch_related(Prefetch("photos", _first_photos(), to_attr="first_photos"))
        .defer("body")
        .order_by("-first_published_at", "-pk")
    )


def _first_photos() -> QuerySet:
    # Not by a slice, which modelcluster's relation cannot prefetch.
    before = models.SummaryPhoto.objects.filter(page=OuterRef("page"), sort_order__lt=OuterRef("sort_order"))
    photos = models.SummaryPhoto.objects.filter(~Exists(before))
    return photos.select_related("image").prefetch_related("image__renditions")


def years() -> list[tuple[str, str]]:
    """Years as choices of a list filter."""
    found = models.ReportingYear.objects.values_list("year", flat=True)
    return [(str(year), f"{year} 年") for year in found]


def open_years() -> list[int]:
    """Years that take reports, newest first."""
    return list(models.ReportingYear.objects.filter(is_open=True).values_list("year", flat=True))


def is_open(year: int | None) -> bool:
    """Whether *year* takes reports."""
    return models.ReportingYear.objects.filter(year=year, is_open=True).exists()


def newest_plan(site) -> tuple[Any, list]:
    """The newest published plan of *site* and its items in their order, in one query; ``None`` if there is none."""
    rows = models.PlanItem.objects.filter(page__live=True, page__path__startswith=site.path)
    newest = rows.order_by("-page__year", "page", "sort_order").select_related("page")
    items = list(newest[:MAX_ITEMS])
    plan = items[0].page if items else None
    return plan, [item for item in items if item.page_id == plan.pk]


def year_problems(page, other) -> list[Problem]:
    """Return what is wrong with the year of a plan or summary; *other* is the one that is there for it already."""
    problems = []
    if not is_open(page.year):
        words = f"{page.year} 年度没有开放报送，请核对年份或联系市妇联组联部。"
        problems.append(Problem("year", "年份", words if page.year else "还没有选择年份。"))
    if other:
        words = f"这里已有 {page.year} 年的{page.short_type_name}“{other.draft_title}”，一年只报一份。"
        problems.append(Problem("year", "年份", words))
    return problems


def covering(path: str, year: int | None) -> QuerySet:
    """Summaries for *year* that stand under the county at or above *path*, drafts too."""
    county = tree.prefix(path, tree.COUNTY_DEPTH)
    return models.YearEndSummaryPage.objects.filter(year=year, depth=tree.SITE_DEPTH, path__startswith=county)


def is_covered_in_public(place) -> bool:
    """Whether a published summary names the site *place* or a site below it."""
    return models.YearEndSummaryPage.objects.live().filter(covers__path__startswith=place.path).exists()


def neighbours(page) -> SimpleNamespace:
    """Return ``previous`` and ``next`` published report of the same kind and place by year, each may be ``None``."""
    siblings = type(page).objects.live().sibling_of(page, inclusive=False).only("title", "url_path", "year")
    around = sorted((one for one in siblings if one.year is not None), key=lambda one: one.year)
    year = page.year or 0
    return SimpleNamespace(
        previous=next((one for one in reversed(around) if one.year < year), None),
        next=next((one for one in around if one.year > year), None),
    )


def year_to_open(years) -> int | None:
    """The next year that has not been opened: this one, and from October on the next; ``None`` if both are there."""
    today = timezone.localdate()
    there = {one.year for one in years}
    wanted = [today.year, today.year + 1] if today.month >= OCTOBER else [today.year]
    return next((year for year in wanted if year not in there), None)
