"""Keeping the index right where saving a page does not: what stands below a place bears the place's name."""

from django.db import transaction
from wagtail.models import Page
from wagtail.search.backends import get_search_backends
from wagtail.signals import page_published, page_unpublished, post_page_move

from media.background import background_task

from ..models import CountyPage, SitePage

AT_ONCE = 100  # pages; more are left to the background worker
CHUNK = 200


def reindex_below(path: str) -> int:
    """Index the pages below *path* anew, type by type; return how many there are."""
    below = Page.objects.filter(path__startswith=path, depth__gt=len(path) // Page.steplen)
    number = 0
    for pk in range(0, below.count(), CHUNK):
        chunk = list(below.order_by("path")[pk : pk + CHUNK].specific())
        by_type: dict[type[Page], list[Page]] = {}
        for page in chunk:
            by_type.setdefault(type(page), []).append(page)
        for model, pages in by_type.items():
            for backend in get_search_backends(with_auto_update=True):
                backend.add_bulk(model, pages)
        number += len(chunk)
    return number


@background_task
def reindex_later(path: str) -> None:
    """Index the pages below *path* anew when the worker comes to it."""
    reindex_below(path)


def _renamed(sender, instance: Page, **kwargs) -> None:
    """A place was published, perhaps by another name, or withdrawn: its name is found with what stands below it."""
    if isinstance(instance, SitePage | CountyPage):
        _reindex(instance.path)


def _moved(sender, instance: Page, **kwargs) -> None:
    page = Page.objects.get(pk=instance.pk).specific
    for backend in get_search_backends(with_auto_update=True):
        backend.add(page)
    _reindex(page.path)


def _reindex(path: str) -> None:
    number = Page.objects.filter(path__startswith=path).count() - 1
    if number > AT_ONCE:
        reindex_later.enqueue(path)
    elif number > 0:
        with transaction.atomic():
            reindex_below(path)


def connect() -> None:
    """Listen to publishing, withdrawal and moving; called once when the application starts."""
    for signal, listener in [
        (page_published, _renamed),
        (page_unpublished, _renamed),
        (post_page_move, _moved),
    ]:
        signal.connect(listener, dispatch_uid=f"pages.search.{listener.__name__}")
