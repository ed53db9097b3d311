"""What is done for pages in the background."""

import json
import re

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models.signals import post_save
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from media.background import background_task
from media.models import CustomImage
from media.renditions import is_prepared, prepare

from .checks.links import outside_links
from .content import file_keys, stored_files
from .links import check_due, remember

# Links of one run: even if nobody answers, it ends long before a worker would be taken for dead.
LINKS_AT_ONCE = 20
AFTER_PICTURES = -10
ADDRESS = re.compile("https?://")


class PicturesFailed(Exception):
    """Some sizes could not be made; the message, for the administrator, says of which pictures and why."""


@background_task
def prepare_pictures(page_id: int) -> int:
    """Make the missing sizes of a page's pictures, published and newest version; return of how many pictures."""
    page = Page.objects.filter(pk=page_id).specific().first()
    if page is None:
        return 0
    keys = {key for version in (page, page.get_latest_revision_as_object()) for key in file_keys(version)}
    images = [file for file in stored_files(keys) if isinstance(file, CustomImage)]
    missing = [image for image in images if not is_prepared(image)]
    failed = {image: error for image in missing if (error := _failure(image))}
    if failed:
        reasons = "；".join(f"“{image.title}”（编号 {image.pk}）：{error}" for image, error in failed.items())
        raise PicturesFailed(f"{len(failed)} 张图片没有做成：{reasons}") from next(iter(failed.values()))
    return len(missing)


def _failure(image: CustomImage) -> Exception | None:
    """Prepare *image*; one that is broken keeps none of the others from being made."""
    try:
        prepare(image)
    except Exception as error:
        return error
    return None


@background_task(priority=AFTER_PICTURES)
def check_links(urls: list[str]) -> int:
    """Write down which of *urls* are new, and ask for those that are due; return how many were asked for.

    Of a long list the rest becomes a task of its own. Nothing is done where ``CHECK_LINKS`` is off.
    """
    if not settings.CHECK_LINKS:
        return 0
    if rest := urls[LINKS_AT_ONCE:]:
        check_links.enqueue(rest)
    first = urls[:LINKS_AT_ONCE]
    remember(first)
    return check_due(first)


def _saved(sender, instance: Revision, created: bool, **kwargs) -> None:
    if created and instance.base_content_type_id == _page_type_id():
        prepare_pictures.enqueue(int(instance.object_id))
        if urls := _outside(instance):
            check_links.enqueue(urls)


def _outside(revision: Revision) -> list[str]:
    """Return the addresses of other sites in *revision*; most pages have none and cost nothing."""
    if not (settings.CHECK_LINKS and ADDRESS.search(json.dumps(revision.content, cls=DjangoJSONEncoder))):
        return []
    return outside_links(revision.as_object())


def _published(sender, instance: Page, **kwargs) -> None:
    """Withdrawal deletes the sizes of a page's pictures: they are made anew when it is published again."""
    prepare_pictures.enqueue(instance.pk)


def _page_type_id() -> int:
    return ContentType.objects.get_for_model(Page).pk


def connect() -> None:
    """Listen to saving and publishing; called once when the application starts."""
    post_save.connect(_saved, sender=Revision, dispatch_uid="pages.tasks.saved")
    page_published.connect(_published, dispatch_uid="pages.tasks.published")
