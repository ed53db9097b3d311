"""What lists and sums are made of, see ``pages/listing.py``."""

from collections.abc import Iterable
from decimal import Decimal
from types import SimpleNamespace

from django.db.models import F, Q, QuerySet, Subquery, Sum, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from wagtail.models import Page

from .. import models, tree

NOTHING_MORE = Q()


def listings(pictures: bool = True) -> QuerySet:
    """Published pages of all listed kinds, newest first, with what a card needs; *pictures* where it shows one."""
    found = models.Listing.objects.filter(page__live=True).select_related("page").order_by("-date", "-page")
    return found.select_related("image").prefetch_related("image__renditions") if pictures else found


def listings_of(kind: str) -> QuerySet:
    """Published pages of one kind, newest first, with what a card needs."""
    return listings().filter(kind=kind)


def latest_of_each_kind(path: str, number: int, where: Q = NOTHING_MORE, pictures: bool = True) -> QuerySet:
    """The latest *number* listings of each kind at or below *path*, newest first, however many of a kind there are."""
    place = Window(RowNumber(), partition_by=[F("kind")], order_by=[F("date").desc(), F("page").desc()])
    found = listings(pictures).filter(where, page__path__startswith=path)
    return found.annotate(place_in_kind=place).filter(place_in_kind__lte=number)


def listed_neighbours(page: Page) -> SimpleNamespace:
    """``previous`` and ``next`` published page of the same kind under the same parent, each may be ``None``.

    In the order of the lists, by day; one query, whatever number there is.
    """
    day = page.listing_date or (
        timezone.localdate(page.first_published_at) if page.first_published_at else None
    )
    if not page.path or day is None:
        return SimpleNamespace(previous=None, next=None)
    beside = models.Listing.objects.filter(
        kind=page.listing_kind,
        page__live=True,
        page__depth=page.depth,
        page__path__startswith=page.parent_path,
    )
    before = beside.filter(Q(date__lt=day) | Q(date=day, page__lt=page.pk)).order_by("-date", "-page")
    after = beside.filter(Q(date__gt=day) | Q(date=day, page__gt=page.pk)).order_by("date", "page")
    found = models.Listing.objects.filter(
        Q(pk=Subquery(before.values("pk")[:1])) | Q(pk=Subquery(after.values("pk")[:1]))
    ).select_related("page")
    place = {(one.date, one.page_id) < (day, page.pk): one.page for one in found}
    return SimpleNamespace(previous=place.get(True), next=place.get(False))


def terms() -> QuerySet:
    """All choices of all vocabularies in their order, hidden ones too: published pages have them."""
    return models.Term.objects.order_by("vocabulary", "sort_order", "pk")


def figure_sums(**where) -> QuerySet:
    """Figures of published pages, to be narrowed and grouped; *where* are lookups on the listing."""
    lookups = {f"listing__{name}": value for name, value in where.items()}
    return models.ListedFigure.objects.filter(listing__page__live=True, **lookups)


def figures_of_site(page: Page, kinds: Iterable[str], year: int | None) -> dict[str, Decimal]:
    """Sums by name over what the site that *page* stands under published of *kinds* in *year*."""
    site = tree.prefix(page.parent_path, tree.SITE_DEPTH)
    rows = figure_sums(kind__in=list(kinds), year=year, page__path__startswith=site)
    return dict(rows.values_list("name").annotate(Sum("value")).order_by())
