"""Where a Word file may begin a page, and which pages it may fill, for whom."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from pages.models import LecturePage, OnSiteMeetingPage, StoryPage, VolunteerActivityPage
from reports.models import YearEndSummaryPage

from ...county import County

# What a file may begin, by the word in the address.
MODELS: dict[str, type[Page]] = {
    "summary": YearEndSummaryPage,
    "lecture": LecturePage,
    "activity": VolunteerActivityPage,
    "meeting": OnSiteMeetingPage,
    "story": StoryPage,
}


def kind_of(model: type[Page] | None) -> str:
    """Return the word for *model* in addresses; empty if no file may begin one."""
    return next((slug for slug, one in MODELS.items() if one is model), "")


def _writes_at(user: AbstractBaseUser, parent: Page) -> bool:
    """Whether *user* may write under *parent*: a county's own people there, the city's at the city's pages."""
    county = County.of(parent)
    own = county is None or county.has_member(user) or user.is_superuser
    return own and parent.permissions_for_user(user).can_add_subpage()


def _kinds_under(parent: Page) -> list[str]:
    allowed = parent.allowed_subpage_models()
    return [slug for slug, model in MODELS.items() if model in allowed and model.can_create_at(parent)]


def parent_for(user: AbstractBaseUser, page_id: int) -> tuple[Page, list[str]]:
    """Return the place *page_id* and what *user* may begin there.

    Raises ``PermissionDenied`` where she may not write and ``Http404`` where no such pages stand.
    """
    parent = get_object_or_404(Page, pk=page_id).specific
    if not _writes_at(user, parent):
        raise PermissionDenied
    kinds = _kinds_under(parent)
    if not kinds:
        raise Http404
    return parent, kinds


def page_for(user: AbstractBaseUser, page_id: int) -> Page:
    """Return the specific page *page_id*, if *user* may write in it at all.

    Raises ``PermissionDenied`` if not and ``Http404`` for types without text and photos.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    if not takes_word(type(page)):
        raise Http404
    return page


def takes_word(model: type[Page]) -> bool:
    """Whether pages of *model* have what a Word file brings: a text and photos."""
    return hasattr(model, "body") and hasattr(model, "photos")


def is_closed(user: AbstractBaseUser, page: Page) -> bool:
    """Whether *page* may not be filled now: it lies with a reviewer, or somebody has locked it."""
    return page.workflow_in_progress or page.permissions_for_user(user).page_locked()
