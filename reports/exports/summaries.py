"""The approved summaries of a year, a county at a time, so that memory does not grow with the city."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from pages import tree
from pages.models import CountyPage, SitePage

from ..models import YearEndSummaryPage
from ..models.summary import SummaryPhoto
from .scope import Scope


@dataclass(frozen=True)
class Chapter:
    """The summaries of one county in the order of its sites, the county's own first."""

    county: CountyPage
    summaries: list["OneSummary"]


@dataclass(frozen=True)
class OneSummary:
    """One summary as it is published. *site* is ``None`` where the county wrote it; *covered* names its sites then."""

    page: YearEndSummaryPage
    site: SitePage | None
    covered: list[str]
    photos: list[SummaryPhoto]


def approved(scope: Scope) -> QuerySet[YearEndSummaryPage]:
    """Return what is published: what a lead and the city approved, and nothing written since."""
    return YearEndSummaryPage.objects.live().filter(year=scope.year, path__startswith=scope.path)


def chapters(scope: Scope) -> Iterator[Chapter]:
    """Yield a chapter for each county that has summaries in *scope*, in the order of the tree; five queries each."""
    counties = CountyPage.objects.filter(path__startswith=scope.path).order_by("path")
    for county in counties:
        found = list(
            approved(scope)
            .filter(path__startswith=county.path)
            .order_by("path")
            .prefetch_related(
                Prefetch("photos", SummaryPhoto.objects.select_related("image").order_by("sort_order", "pk")),
                Prefetch("covers", SitePage.objects.order_by("path").only("title", "path")),
            )
        )
        if found:
            yield Chapter(county, _with_sites(county, found))


def _with_sites(county: CountyPage, found: list[YearEndSummaryPage]) -> list[OneSummary]:
    sites = {site.path: site for site in SitePage.objects.filter(path__startswith=county.path)}
    return [
        OneSummary(
            page,
            sites.get(tree.prefix(page.path, tree.SITE_DEPTH)) if not page.is_of_county else None,
            [site.title for site in page.covers.all()],
            list(page.photos.all()),
        )
        for page in found
    ]
