"""What surrounds every page, kept in the cache: organiser, addresses of the notices and of the stories.

Forgotten on commit whenever something changes that it shows.
"""

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from . import models

IDENTITY, SECTIONS = "pages.chrome.identity", "pages.chrome.sections"
SECONDS = 60 * 60


def identity(request: HttpRequest) -> "models.SiteIdentity":
    """The site's name, organiser and record numbers."""
    found = cache.get(IDENTITY)
    if found is None:
        found = models.SiteIdentity.for_request(request)
        cache.set(IDENTITY, found, SECONDS)
    return found


def notices_url() -> str | None:
    """Address of the section of notices; ``None`` if it is not published."""
    return _section_urls().get(models.NoticeIndexPage.__name__)


def stories_url() -> str | None:
    """Address of the section of stories; ``None`` if it is not published."""
    return _section_urls().get(models.StoryIndexPage.__name__)


def _section_urls() -> dict[str, str | None]:
    found = cache.get(SECTIONS)
    if found is None:
        pages = Page.objects.live().type(models.NoticeIndexPage, models.StoryIndexPage)
        found = {page.specific_class.__name__: page.get_url() for page in pages}
        cache.set(SECTIONS, found, SECONDS)
    return found


def forget(**kwargs) -> None:
    """Drop what is cached, once the change is committed."""
    transaction.on_commit(lambda: cache.delete_many([IDENTITY, SECTIONS]))


def connect() -> None:
    """Listen for changes; called once when the application starts."""
    sections = [models.NoticeIndexPage, models.StoryIndexPage]
    about_sections = [post_delete, page_published, page_unpublished, page_slug_changed, post_page_move]
    for signal, sender in [
        (post_save, models.SiteIdentity),
        (post_delete, models.SiteIdentity),
        *((signal, section) for signal in about_sections for section in sections),
    ]:
        signal.connect(forget, sender=sender, dispatch_uid=f"pages.chrome.{sender.__name__}.{id(signal)}")
