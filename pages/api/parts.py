"""Parts of an answer that several resources share. What is not written here is not told."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from .. import queries, tree
from ..figures import ShownFigure
from ..meta.pictures import absolute, public_picture
from ..works.kinds import BY_SLUG
from .parameters import plain

Answer = dict[str, Any]


class Places:
    """Counties and published sites that pages stand under, in one query."""

    def __init__(self, pages: Iterable[Page]) -> None:
        paths = {
            tree.prefix(page.path, depth) for page in pages for depth in (tree.COUNTY_DEPTH, tree.SITE_DEPTH)
        }
        found = Page.objects.filter(path__in=paths).select_related("countypage")
        found = found.only("path", "depth", "title", "url_path", "live", "countypage__code")
        self.pages = {page.path: page for page in found} if paths else {}

    def county(self, page: Page) -> Answer | None:
        """The county of *page*; its address only when its page is public."""
        county = self.pages.get(tree.prefix(page.path, tree.COUNTY_DEPTH))
        if county is None or not hasattr(county, "countypage"):
            return None
        return {
            "code": county.countypage.code,
            "name": county.title,
            "url": address(county) if county.live else None,
        }

    def site(self, page: Page) -> Answer | None:
        """The site that *page* stands under, if it is public."""
        site = self.pages.get(tree.prefix(page.path, tree.SITE_DEPTH))
        if page.depth <= tree.SITE_DEPTH or site is None or not site.live:
            return None
        return {"id": site.pk, "name": site.title, "url": address(site)}


def address(page: Page) -> str:
    """The whole address of a published page."""
    return absolute(page.get_url() or "/")


def moment(value: datetime | None) -> str | None:
    """A moment by Liuzhou's clocks."""
    return timezone.localtime(value).isoformat(timespec="seconds") if value else None


def work(slug: str) -> Answer | None:
    """A featured work."""
    kind = BY_SLUG.get(slug)
    return {"slug": kind.slug, "name": kind.title} if kind else None


def picture(image: Any, photo: Any = None) -> Answer | None:
    """A picture in its public size; with the words of *photo*, a page's row, if it has some."""
    found = public_picture(image, photo)
    if found is None:
        return None
    told = {"url": found.url, "width": found.width, "height": found.height, "description": found.alt}
    return told if photo is None else told | {"caption": found.caption, "credit": found.photographer}


def photos(page: Page) -> list[Answer]:
    """The gallery of *page*, in three queries."""
    found = (picture(photo.image, photo) for photo in queries.gallery_of(page))
    return [one for one in found if one]


def figures(shown: Iterable[ShownFigure]) -> list[Answer]:
    """Figures as readers see them."""
    return [
        {"name": one.name, "label": one.label, "value": plain(one.value), "unit": one.unit} for one in shown
    ]
