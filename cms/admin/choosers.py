"""What the page chooser offers: published pages, and drafts of the user's own part of the tree."""

from django.http import HttpRequest
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.reach import linkable


def pages_to_choose(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Limit *pages*; called by the hook ``construct_page_chooser_queryset``."""
    return pages.filter(pk__in=linkable(request.user, Page.objects.all()).values("pk"))
