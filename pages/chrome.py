"""What surrounds every page, kept in the cache: organiser and address of the notices.

Forgotten on commit whenever something changes that it shows.
"""

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from . import models

IDENTITY, NOTICES = "pages.chrome.identity", "pages.chrome.notices"
SECONDS = 60 * 60
MISSING = object()


def identity(request: HttpRequest) -> "models.SiteIdentity":
    """The site's name, organiser and record numbers."""
    found = cache.get(IDENTITY)
    if found is None:
        found = models.SiteIdentity.for_request(request)
        cache.set(IDENTITY, found, SECONDS)
    return found


def notices_url() -> str | None:
    """Address of the section of notices; ``None`` if it is not published."""
    found = cache.get(NOTICES, MISSING)
    if found is MISSING:
        index = models.NoticeIndexPage.objects.live().first()
        found = index.get_url() if index else None
        cache.set(NOTICES, found, SECONDS)
    return found


def forget(**kwargs) -> None:
    """Drop what is cached, once the change is committed."""
    transaction.on_commit(lambda: cache.delete_many([IDENTITY, NOTICES]))


def connect() -> None:
    """Listen for changes; called once when the application starts."""
    for signal, sender in [
        (post_save, models.SiteIdentity),
        (post_delete, models.SiteIdentity),
        (post_delete, models.NoticeIndexPage),
        (page_published, models.NoticeIndexPage),
        (page_unpublished, models.NoticeIndexPage),
        (page_slug_changed, models.NoticeIndexPage),
        (post_page_move, models.NoticeIndexPage),
    ]:
        signal.connect(forget, sender=sender, dispatch_uid=f"pages.chrome.{sender.__name__}.{id(signal)}")
