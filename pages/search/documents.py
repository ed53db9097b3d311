"""Keeping ``SearchDocument`` in step with the index."""

from collections.abc import Iterable

from django.utils import timezone
from wagtail.models import Page

from ..models import BasePage, SearchDocument
from . import texts

FIELDS = ["kind", "work", "year", "date", "image", "text"]


def write(pages: Iterable[BasePage]) -> None:
    """Write the documents of *pages*, specific pages as the database has them; those of no kind have none."""
    rows = [document_of(page) for page in pages if page.search_kind]
    SearchDocument.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["page"], update_fields=FIELDS
    )


def document_of(page: BasePage) -> SearchDocument:
    """Return the document of *page*, not stored."""
    date = page.listing_date or getattr(page, "issued_on", None)
    if date is None and page.first_published_at:
        date = timezone.localdate(page.first_published_at)
    return SearchDocument(
        page_id=page.pk,
        kind=page.search_kind,
        work=page.listing_work,
        year=page.listing_year or (date.year if date and page.card_dated else None),
        date=date,
        image_id=_image(page),
        text=texts.read_text(page),
    )


def _image(page: Page) -> int | None:
    if hasattr(page, "lead_image_id"):
        return page.lead_image_id
    rows = list(page.photos.all()) if hasattr(page, "photos") else []
    return rows[0].image_id if rows else None
