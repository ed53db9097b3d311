"""Every queryset that public pages and lists are made of.

Each returns just what its page needs, in a fixed number of queries. Models are looked up when called, since the
models' own pages use these functions.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
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
    """Return the published ``SitePage`` that *page* is or stands under, or ``None``.

    An unpublished site's row holds what its editors saved last; nobody approved that.
    """
    if not page.path or page.depth < tree.SITE_DEPTH:
        return None
    if isinstance(page, models.SitePage):
        return page
    return models.SitePage.objects.live().filter(path=tree.prefix(page.path, tree.SITE_DEPTH)).first()


def counties() -> QuerySet:
    """All counties in the order of their division codes, published or not, without long texts."""
    return models.CountyPage.objects.order_by("code").defer("introduction", "support")


def sites() -> QuerySet:
    """All published demonstration sites, ordered by county and title."""
    return (
        models.SitePage.objects.live()
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
        models.NoticePage.objects.live().defer("body").order_by("-issued_on", "-first_published_at", "-pk")
    )
    return notices.child_of(index) if index else notices


def ancestors_of(page: Page) -> list[Page]:
    """Return home and what stands between it and *page*, top down; one query for a page object."""
    if not hasattr(page, "_ancestors"):
        page._ancestors = list(page.get_ancestors().filter(depth__gte=tree.HOME_DEPTH).order_by("path"))
    return page._ancestors


def page_at(url_path: str) -> Page | None:
    """Return the specific published page at *url_path*, with the pictures that its template needs."""
    found = Page.objects.filter(url_path=url_path, live=True).only("pk", "content_type_id").first()
    model = found and found.specific_class
    if not model:
        return None
    pages = model.objects.filter(pk=found.pk, live=True)
    # Without names select_related() would follow every foreign key.
    return (pages.select_related(*model.shown_relations) if model.shown_relations else pages).first()


def names_by_path(pages: Iterable[Page]) -> dict[str, str]:
    """Return ``{path: title}`` of the counties and published sites that *pages* stand under, in one query.

    The name of a county is its administrators' and public before its page is.
    """
    paths = {
        tree.prefix(page.path, depth) for page in pages for depth in (tree.COUNTY_DEPTH, tree.SITE_DEPTH)
    }
    return dict(
        Page.objects.filter(
            Q(depth=tree.COUNTY_DEPTH) | Q(depth__gt=tree.COUNTY_DEPTH, live=True), path__in=paths
        ).values_list("path", "title")
    )
