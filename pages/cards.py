"""The card: how any page looks in any list."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from . import queries, tree


@dataclass
class Card:
    """What a card shows; empty parts are left out by the template."""

    title: str
    url: str | None
    image: Any = None
    kicker: str = ""
    county_name: str = ""
    site_name: str = ""
    date: datetime.date | None = None
    meta: str = ""
    tag: str = ""


def cards_for(pages: Iterable[Page], request=None, names: dict[str, str] | None = None) -> list[Card]:
    """Return the cards of *pages*. *names*, ``{path: title}`` of counties and sites, saves the query for them.

    A page type may define ``card_image`` and ``card_meta``, and that its cards bear no date.
    """
    pages = list(pages)
    if names is None:
        names = queries.names_by_path(pages)
    return [_card(page, names, request) for page in pages]


def _card(page: Page, names: dict[str, str], request) -> Card:
    published = page.first_published_at
    return Card(
        title=page.title,
        url=page.get_url(request),
        image=getattr(page, "card_image", None) or getattr(page, "lead_image", None),
        tag=page.short_type_name,
        county_name=names.get(tree.prefix(page.path, tree.COUNTY_DEPTH), "")
        if page.depth > tree.COUNTY_DEPTH
        else "",
        site_name=names.get(tree.prefix(page.path, tree.SITE_DEPTH), "")
        if page.depth > tree.SITE_DEPTH
        else "",
        date=timezone.localdate(published) if published and page.card_dated else None,
        meta=getattr(page, "card_meta", ""),
    )
