"""What the page chooser offers: published pages, and drafts of the user's own part of the tree."""

from django.db.models import Q
from django.http import HttpRequest
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet


def pages_to_choose(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Limit *pages*; called by the hook ``construct_page_chooser_queryset``."""
    explorable = page_permission_policy.explorable_root_instance(request.user)
    own = page_permission_policy.instances_user_has_any_permission_for(request.user, {"add", "change"})
    if explorable is None:
        return pages.live()
    return pages.filter(Q(live=True) | Q(depth=1) | Q(pk__in=own.values("pk")))
