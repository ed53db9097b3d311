"""Which stored files the public sees through pages, and which must therefore stay as they are."""

from django.db.models import IntegerField, Model
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex, WorkflowState
from wagtail.signals import page_unpublished

from media.access import register_public_use
from media.freezing import register_holder
from media.models import CustomImage
from media.renditions import withdraw

from .content import file_key, file_keys, stored_files


def published_pages_using(file: Model):
    """Return the pages that are live now and show *file* in their published content."""
    references = ReferenceIndex.get_references_to(file).annotate(page_id=Cast("object_id", IntegerField()))
    page_type = ReferenceIndex._get_base_content_type(Page)
    return Page.objects.live().filter(pk__in=references.filter(base_content_type=page_type).values("page_id"))


def shown_to_the_public(file: Model) -> bool:
    """Whether a page that is live now shows *file*."""
    return published_pages_using(file).exists()


def reason_held(file: Model) -> str | None:
    """Why *file* must not change: a published page, or one that lies with a reviewer, shows it."""
    page = published_pages_using(file).first()
    if page:
        return f"正用在已发布的页面“{page.title}”上"
    key = file_key(file)
    submitted = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    ids = [int(pk) for pk in submitted.values_list("object_id", flat=True)]
    for page in Page.objects.filter(pk__in=ids).select_related("latest_revision"):
        if page.latest_revision and key in file_keys(page.latest_revision.as_object()):
            return f"正用在送审的页面“{page.draft_title}”上"
    return None


def _withdraw_pictures(sender, instance, **kwargs) -> None:
    """After a page was unpublished nobody gets its pictures any more, unless another page shows them."""
    for file in stored_files(file_keys(instance)):
        if isinstance(file, CustomImage) and not shown_to_the_public(file):
            withdraw(file)


def connect() -> None:
    """Tell ``media``; called once when the application starts."""
    register_public_use(shown_to_the_public)
    register_holder(reason_held)
    page_unpublished.connect(_withdraw_pictures, dispatch_uid="pages.files.withdraw")
