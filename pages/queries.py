"""Every queryset that public pages and lists are made of.

Each returns just what its page needs, in a fixed number of queries. Models are looked up when called, since the
models' own pages use these functions.
"""

from collections.abc import Iterable

from django.db.models import QuerySet
from wagtail.models import Page

from . import models, tree


def county_of(page: Page):
    """Return the ``CountyPage`` that *page* is or stands under; ``None`` for the city's own pages."""
    if not page.path or page.depth < tree.COUNTY_DEPTH:
        return None
    if isinstance(page, models.CountyPage):
        return page
    return models.CountyPage.objects.filter(path=tree.prefix(page.path, tree.COUNTY_DEPTH)).first()


def site_of(page: Page):
    """Return the ``SitePage`` that *page* is or stands under; ``None`` if it stands higher."""
    if not page.path or page.depth < tree.SITE_DEPTH:
        return None
    if isinstance(page, models.SitePage):
        return page
    return models.SitePage.objects.filter(path=tree.prefix(page.path, tree.SITE_DEPTH)).first()


def counties() -> QuerySet:
    """All counties in the order of their division codes, published or not, without long texts."""
    return models.CountyPage.objects.order_by("code").defer("introduction", "support")


def sites() -> QuerySet:
    """All published demonstration sites, ordered by county and title."""
    return (
        models.SitePage.objects.live()
        .public()
        .select_related("lead_image")
        .prefetch_related("lead_image__renditions")
        .defer("introduction")
        .order_by("path")
    )


def sites_of(county: Page) -> QuerySet:
    """Published sites of one county."""
    return sites().descendant_of(county)


def notices_under(index: Page | None = None) -> QuerySet:
    """Published notices, newest first, bodies left out."""
    notices = (
        models.NoticePage.objects.live()
        .public()
        .defer("body")
        .order_by("-issued_on", "-first_published_at", "-pk")
    )
    return notices.child_of(index) if index else notices


def names_by_path(pages: Iterable[Page]) -> dict[str, str]:
    """Return ``{path: title}`` of the counties and sites that *pages* stand under, in one query."""
    paths = {
        tree.prefix(page.path, depth) for page in pages for depth in (tree.COUNTY_DEPTH, tree.SITE_DEPTH)
    }
    return dict(
        Page.objects.filter(path__in=paths, depth__gte=tree.COUNTY_DEPTH).values_list("path", "title")
    )
