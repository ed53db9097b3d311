"""Titles of pages in the admin: a draft's new title is for its own county and the city."""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Page

from pages.reach import is_own

from .viewer import viewer

HIDDEN = "（未公开的页面）"
_stock = Page.get_admin_display_title


def title_for(user: AbstractBaseUser, page: Page) -> str:
    """Return the title of *page* that *user* may read: the draft's, the published one, or none."""
    if is_own(user, page):
        return _stock(page)
    return page.title if page.live else HIDDEN


def _for_viewer(page: Page) -> str:
    user = viewer()
    return title_for(user, page) if user else _stock(page)


def connect() -> None:
    """Put it in place of Wagtail's method, which lists call on the base class too; called once at the start."""
    Page.get_admin_display_title = _for_viewer
