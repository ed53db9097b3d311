"""Keeping ``Listing`` in step with what is published, so that lists and totals need no page's own tables."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from .models import BasePage, ListedFigure, Listing

MOST_NOTE = 120


def list_page(page: BasePage) -> None:
    """Write the listing of the published *page*, a specific page as readers see it; pages of no kind have none."""
    if not page.listing_kind:
        return
    image = page.listing_image
    with transaction.atomic():
        listing, _ = Listing.objects.update_or_create(
            page_id=page.pk,
            defaults={
                "kind": page.listing_kind,
                "year": page.listing_year,
                "date": page.listing_date or timezone.localdate(page.first_published_at),
                "image_id": image.pk if image else None,
                "note": page.listing_note[:MOST_NOTE],
                "work": page.listing_work,
                "highlight": page.highlight,
            },
        )
        listing.figures.all().delete()
        figures = [ListedFigure(listing=listing, name=n, value=v) for n, v in page.own_figures().items() if v]
        ListedFigure.objects.bulk_create(figures)


def relist_all() -> int:
    """Write all listings anew, for a release that lists something else; return how many there are."""
    listed = 0
    Listing.objects.exclude(page__live=True).delete()
    for page in Page.objects.live().specific().iterator(chunk_size=100):
        if getattr(page, "listing_kind", ""):
            list_page(page)
            listed += 1
    return listed


def _published(sender, instance, **kwargs) -> None:
    if isinstance(instance, BasePage):
        list_page(instance)


def _unpublished(sender, instance, **kwargs) -> None:
    Listing.objects.filter(page_id=instance.pk).delete()


def connect() -> None:
    """Listen to publishing and withdrawal; called once when the application starts."""
    page_published.connect(_published, dispatch_uid="pages.listing.published")
    page_unpublished.connect(_unpublished, dispatch_uid="pages.listing.unpublished")
