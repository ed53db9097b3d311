"""The newest public pages, whatever their kind."""

from django.db.models import QuerySet
from wagtail.models import Page

from .. import models, tree

FIELDS = (
    "path", "depth", "title", "url_path", "content_type", "translation_key", "first_published_at",
    "last_published_at", "search_description", "listing__note",
)  # fmt: skip


def newest(below: str = "", work: str = "") -> QuerySet:
    """Published pages of counties and city, latest first publication first; sections and home left out.

    *below* is the path of a county, *work* the slug of a featured work. Listings come along.
    """
    found = Page.objects.live().filter(path__startswith=below, depth__gt=tree.HOME_DEPTH)
    found = found.filter(first_published_at__isnull=False)
    found = found.not_exact_type(models.StoryIndexPage, models.NoticeIndexPage)
    if work:
        found = found.filter(listing__work=work)
    return found.select_related("listing").only(*FIELDS).order_by("-first_published_at", "-pk")
