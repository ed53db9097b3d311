"""Which documents the public may fetch: those that a published page shows."""

from django.db.models import IntegerField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from media.access import register_public_use
from media.models import CustomDocument


def used_by_published_page(document: CustomDocument) -> bool:
    """Whether a page that is live now refers to *document*, in its published content."""
    references = ReferenceIndex.get_references_to(document).annotate(
        page_id=Cast("object_id", IntegerField())
    )
    page_type = ReferenceIndex._get_base_content_type(Page)
    ids = references.filter(base_content_type=page_type).values("page_id")
    return Page.objects.live().filter(pk__in=ids).exists()


def connect() -> None:
    """Tell ``media``; called once when the application starts."""
    register_public_use(used_by_published_page)
