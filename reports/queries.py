"""Querysets of what is reported."""

from types import SimpleNamespace

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from . import models


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


def neighbours(page) -> SimpleNamespace:
    """Return ``previous`` and ``next`` published summary of the same place by year, each may be ``None``."""
    siblings = (
        models.YearEndSummaryPage.objects.live()
        .sibling_of(page, inclusive=False)
        .only("title", "url_path", "year")
    )
    around = sorted((one for one in siblings if one.year is not None), key=lambda one: one.year)
    year = page.year or 0
    return SimpleNamespace(
        previous=next((one for one in reversed(around) if one.year < year), None),
        next=next((one for one in around if one.year > year), None),
    )
