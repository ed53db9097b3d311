"""Pages of the tree as such: by address, above and beside others."""

from django.db.models import QuerySet
from wagtail.models import Page

from .. import models, tree


def page_at(url_path: str) -> Page | None:
    """Return the specific published page at *url_path*, with the pictures that its template needs."""
    found = Page.objects.filter(url_path=url_path, live=True).only("pk", "content_type_id").first()
    model = found and found.specific_class
    if not model:
        return None
    pages = model.objects.filter(pk=found.pk, live=True)
    # Without names select_related() would follow every foreign key.
    return (pages.select_related(*model.shown_relations) if model.shown_relations else pages).first()


def was_public(url_path: str) -> bool:
    """Whether the page at *url_path* was published once and is not now."""
    return Page.objects.filter(url_path=url_path, live=False, first_published_at__isnull=False).exists()


def ancestors_of(page: Page) -> list[Page]:
    """Return home and what stands between it and *page*, top down; one query for a page object.

    A county comes with its division code, as ``countypage.code``.
    """
    if not hasattr(page, "_ancestors"):
        above = page.get_ancestors().filter(depth__gte=tree.HOME_DEPTH).select_related("countypage")
        above = above.defer("countypage__introduction", "countypage__support")
        page._ancestors = list(above.order_by("path"))
    return page._ancestors


def notices_under(index: Page | None = None) -> QuerySet:
    """Published notices, newest first, bodies left out."""
    notices = (
        models.NoticePage.objects.live().defer("body").order_by("-issued_on", "-first_published_at", "-pk")
    )
    return notices.child_of(index) if index else notices


def other_of_year(page: Page) -> Page | None:
    """Another page of the same type and year beside *page*, published or not, as its editors have it now."""
    if page.year is None or not page.parent_path:
        return None
    beside = (
        type(page)
        .objects.filter(path__startswith=page.parent_path, depth=len(page.parent_path) // tree.STEP + 1)
        .exclude(pk=page.pk)
        .select_related("latest_revision")
        .order_by("path")
    )
    return next((one for one in beside if _year_now(one) == page.year), None)


def _year_now(page: Page) -> int | None:
    revision = page.latest_revision
    return revision.content.get("year") if revision else page.year
