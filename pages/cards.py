"""The card: how any page looks in any list."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from . import models, queries, tree


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
    coming: bool = False


def cards_for(pages: Iterable[Page], request=None, names: dict[str, str] | None = None) -> list[Card]:
    """Return the cards of *pages*. *names*, ``{path: title}`` of counties and sites, saves the query for them.

    A page type may define ``card_image`` and ``card_meta``, and that its cards bear no date.
    """
    pages = list(pages)
    if names is None:
        names = queries.names_by_path(pages)
    return [_card(page, names, request) for page in pages]


def cards_of_listings(
    listings: "Iterable[models.Listing]",
    request=None,
    names: dict[str, str] | None = None,
    pictures: bool = True,
) -> list[Card]:
    """Return the cards of *listings*, see ``queries.listings``; without *pictures* for lists of plain lines."""
    listings = list(listings)
    today = timezone.localdate()
    if names is None:
        names = queries.names_by_path([listing.page for listing in listings])
    return [
        Card(
            title=listing.page.title,
            url=listing.page.get_url(request),
            image=listing.image if pictures else None,
            tag=listing.page.cached_content_type.model_class().short_type_name,
            **_places(listing.page, names),
            date=listing.date,
            meta=listing.note,
            coming=listing.date > today,
        )
        for listing in listings
    ]


def _card(page: Page, names: dict[str, str], request) -> Card:
    published = page.first_published_at
    return Card(
        title=page.title,
        url=page.get_url(request),
        image=getattr(page, "card_image", None) or getattr(page, "lead_image", None),
        tag=page.short_type_name,
        **_places(page, names),
        date=timezone.localdate(published) if published and page.card_dated else None,
        meta=getattr(page, "card_meta", ""),
    )


def _places(page: Page, names: dict[str, str]) -> dict[str, str]:
    """Names of county and site that *page* stands under, never its own."""
    return {
        name: names.get(tree.prefix(page.path, depth), "") if page.depth > depth else ""
        for name, depth in [("county_name", tree.COUNTY_DEPTH), ("site_name", tree.SITE_DEPTH)]
    }
