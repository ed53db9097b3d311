"""Where the quick form may add a page, and for whom."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from pages.models import EventPage

from ...county import County


def may_record(user: AbstractBaseUser, parent: Page) -> bool:
    """Whether *user* may use the quick form under *parent*, a specific page: the county's own people, who write there."""
    county = County.of(parent)
    own = county is not None and (county.has_member(user) or user.is_superuser)
    return own and parent.permissions_for_user(user).can_add_subpage()


def parent_for(user: AbstractBaseUser, page_id: int, model: type[EventPage]) -> tuple[Page, County]:
    """Return the site or county page *page_id* and its county, if *user* may add a *model* there.

    Raises ``PermissionDenied`` for other counties' and ``Http404`` for places that have no such pages.
    """
    parent = get_object_or_404(Page, pk=page_id).specific
    if not may_record(user, parent):
        raise PermissionDenied
    if model not in parent.allowed_subpage_models() or not model.can_create_at(parent):
        raise Http404
    return parent, County.of(parent)
