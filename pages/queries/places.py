"""Counties, sites and what belongs to their pages."""

from collections.abc import Iterable
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet, Subquery, prefetch_related_objects
from wagtail.models import Page

from .. import models, tree


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


def site_draft_of(page: Page):
    """The site that *page* stands or is to stand under, as its editors have it now; ``None`` outside a site."""
    path = page.parent_path
    if len(path) < tree.SITE_DEPTH * tree.STEP:
        return None
    site = models.SitePage.objects.filter(path=tree.prefix(path, tree.SITE_DEPTH)).first()
    return site.get_latest_revision_as_object() if site else None


def county_path(page: Page) -> str:
    """Path of the county that *page* stands or is to stand under; empty for the city's own pages."""
    path = tree.prefix(page.parent_path, tree.COUNTY_DEPTH)
    return path if models.CountyPage.objects.filter(path=path).exists() else ""


def site_path(page: Page) -> str:
    """Path of the site that *page* stands or is to stand under; empty outside a site."""
    path = page.parent_path
    return (
        tree.prefix(path, tree.SITE_DEPTH)
        if len(path) >= tree.SITE_DEPTH * tree.STEP and county_path(page)
        else ""
    )


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


def names_of_sites() -> dict[str, str]:
    """``{path: title}`` of all published sites."""
    return dict(models.SitePage.objects.live().values_list("path", "title"))


def site_names(county: Page) -> QuerySet:
    """``(pk, title, path)`` of the published sites of one county."""
    return (
        models.SitePage.objects.live()
        .descendant_of(county)
        .order_by("path")
        .values_list("pk", "title", "path")
    )


def names_by_path(pages: Iterable[Page]) -> dict[str, str]:
    """Return ``{path: title}`` of the counties and published sites that *pages* stand under, in one query.

    The name of a county is its administrators' and public before its page is.
    """
    paths = {
        tree.prefix(page.path, depth) for page in pages for depth in (tree.COUNTY_DEPTH, tree.SITE_DEPTH)
    }
    county_type = ContentType.objects.get_for_model(models.CountyPage)  # the city's sections stand as high
    return dict(
        Page.objects.filter(
            Q(depth=tree.COUNTY_DEPTH, content_type=county_type) | Q(depth__gt=tree.COUNTY_DEPTH, live=True),
            path__in=paths,
        ).values_list("path", "title")
    )


def rows_of(page: Page, relation: str) -> list:
    """Published rows of *relation*, with their pictures and renditions where they have some."""
    rows = getattr(page, relation).order_by("sort_order")
    if "image" not in {field.name for field in rows.model._meta.fields}:
        return list(rows)
    return list(rows.select_related("image").prefetch_related("image__renditions"))


def gallery_of(page: Page) -> QuerySet:
    """Photos of a published page with images and renditions."""
    return page.photos.select_related("image").prefetch_related("image__renditions").order_by("sort_order")


def members_of(site: Page, day: date) -> list:
    """Published members of *site* with their photos, in their order; each row also has the ``chair`` of *day*.

    That is the rotating chair's ``chair_name``, ``chair_from`` and ``chair_until``, ``None`` without one.
    """
    chair = _terms_of(site, day)
    members = site.members.select_related("photo").order_by("sort_order")
    return list(
        members.annotate(
            chair_name=Subquery(chair.values("name")[:1]),
            chair_from=Subquery(chair.values("starts_on")[:1]),
            chair_until=Subquery(chair.values("ends_on")[:1]),
        )
    )


def fetch_renditions(images: Iterable) -> None:
    """Fetch the renditions of all *images*, of whatever parts of a page, in one query; ``None`` among them is no harm."""
    prefetch_related_objects([image for image in images if image], "renditions")


def rotating_chair_of(site: Page, day: date):
    """The published term of a rotating chair at *site* on *day*, or ``None``."""
    return _terms_of(site, day).first()


def _terms_of(site: Page, day: date) -> QuerySet:
    terms = models.works.committee.RotatingChairTerm.objects.filter(
        page__live=True, page__path__startswith=site.path, starts_on__lte=day, ends_on__gte=day
    )
    return terms.order_by("-starts_on", "sort_order")


def lights_of(site: Page) -> list:
    """The five lights of the newest year that *site* published, in their order."""
    rows = models.works.lights.PlaqueLight.objects.filter(page__live=True, page__path__startswith=site.path)
    found = list(
        rows.order_by("-page__year", "page", "sort_order").select_related("page")[
            : len(models.works.lights.Light)
        ]
    )
    return [row for row in found if row.page_id == found[0].page_id]


def site_path_of(parent: Page) -> str:
    """Path of the site that *parent* is or stands under; empty outside a site."""
    path = tree.prefix(parent.path, tree.SITE_DEPTH)
    deep_enough = len(path) == tree.SITE_DEPTH * tree.STEP
    return path if deep_enough and models.SitePage.objects.filter(path=path).exists() else ""


def team_names(place: Page) -> list[str]:
    """Names of the volunteer teams that works at or below *place* have, drafts included."""
    teams = models.works.volunteering.VolunteerTeam.objects.filter(page__path__startswith=place.path)
    return list(teams.exclude(name="").order_by("name").values_list("name", flat=True).distinct())
