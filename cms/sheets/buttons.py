"""Where staff finds the sheet: the menu beside a page's title, and what the review says after the decision."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from pages import tree
from pages.reach import is_own

from ..county import County
from .access import may_see

LABEL = "审签单"


def url_of(page: Page) -> str:
    """The address of the sheet of *page*'s newest publication."""
    return reverse("cms_sheet", args=[page.pk])


def has_sheet(page: Page) -> bool:
    """Whether *page* was published by the workflow, as far as can be told without asking: home was founded."""
    return page.first_published_at is not None and page.depth > tree.HOME_DEPTH


def header_buttons(
    page: Page, user: AbstractBaseUser, view_name: str, next_url: str = ""
) -> Iterator[Button]:
    """Yield the button of a page that has sheets; called by the hook ``register_page_header_buttons``."""
    if page.pk and has_sheet(page) and is_own(user, page):
        yield Button(LABEL, url_of(page), icon_name="clipboard-list", priority=68)


def message_buttons(page: Page, user: AbstractBaseUser) -> list[tuple]:
    """Return the buttons of a message to *user* about *page*, which leads to the sheet once there is one for her."""
    page, county = Page.objects.get(pk=page.pk), County.of(page)
    if not (page.live and has_sheet(page) and may_see(user, county.code if county else "")):
        return []
    return [messages.button(url_of(page), LABEL)]
