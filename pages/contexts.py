"""Template contexts that several page types share: breadcrumb, place, articles."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from . import models, queries, tree


@dataclass(frozen=True)
class Crumb:
    title: str
    url: str = ""


CITY = "柳州市"


def place_context(page: Page) -> dict[str, Any]:
    """Breadcrumb and county of *page*, from one query for its ancestors."""
    ancestors = queries.ancestors_of(page)
    crumbs = [
        Crumb("首页" if one.depth == tree.HOME_DEPTH else one.title, one.get_url() or "")
        for one in ancestors
        if one.live
    ]
    return {
        "breadcrumbs": [*crumbs, Crumb(page.title)],
        "county": next((one for one in [*ancestors, page] if is_county(one)), None),
    }


def is_county(page: Page) -> bool:
    """Whether *page*, of whatever class it was loaded as, is a county; the city's sections stand as high."""
    return page.depth == tree.COUNTY_DEPTH and issubclass(page.specific_class, models.CountyPage)


def article_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """What every page that a county publishes shows around its text: place, site, source, gallery."""
    place = place_context(page)
    published = page.first_published_at or timezone.now()
    county = place["county"].title if place["county"] else ""
    return place | {
        "site": queries.site_of(page),
        "source_line": [
            f"来源：{county or CITY}妇联",
            f"发布：{timezone.localdate(published):%Y-%m-%d}",
            "审签：县区主要领导、市妇联组联部" if county else "审签：市妇联组联部",
        ],
        "gallery": page.photos.all() if is_preview(request) else list(queries.gallery_of(page)),
    }


def is_preview(request: HttpRequest) -> bool:
    """Whether a draft is shown to its staff, whose rows are not those of the database."""
    return getattr(request, "is_preview", False)
