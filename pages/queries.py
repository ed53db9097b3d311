"""Every queryset that public pages and lists are made of.

Each returns just what its page needs, in a fixed number of queries. Models are looked up when called, since the
models' own pages use these functions.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone
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
    county_type = ContentType.objects.get_for_model(models.CountyPage)  # the city's sections stand as high
    return dict(
        Page.objects.filter(
            Q(depth=tree.COUNTY_DEPTH, content_type=county_type) | Q(depth__gt=tree.COUNTY_DEPTH, live=True),
            path__in=paths,
        ).values_list("path", "title")
    )


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


def site_draft_of(page: Page):
    """The site that *page* stands or is to stand under, as its editors have it now; ``None`` outside a site."""
    path = page.parent_path
    if len(path) < tree.SITE_DEPTH * tree.STEP:
        return None
    site = models.SitePage.objects.filter(path=tree.prefix(path, tree.SITE_DEPTH)).first()
    return site.get_latest_revision_as_object() if site else None


def listings(pictures: bool = True) -> QuerySet:
    """Published pages of all listed kinds, newest first, with what a card needs; *pictures* where it shows one."""
    found = models.Listing.objects.filter(page__live=True).select_related("page").order_by("-date", "-page")
    return found.select_related("image").prefetch_related("image__renditions") if pictures else found


def listings_of(kind: str) -> QuerySet:
    """Published pages of one kind, newest first, with what a card needs."""
    return listings().filter(kind=kind)


def terms() -> QuerySet:
    """All choices of all vocabularies in their order, hidden ones too: published pages have them."""
    return models.Term.objects.order_by("vocabulary", "sort_order", "pk")


def listings_under(page: Page) -> QuerySet:
    """Listings at or below *page*."""
    return listings().filter(page__path__startswith=page.path)


def figure_sums(**where) -> QuerySet:
    """Figures of published pages, to be narrowed and grouped; *where* are lookups on the listing."""
    lookups = {f"listing__{name}": value for name, value in where.items()}
    return models.ListedFigure.objects.filter(listing__page__live=True, **lookups)


def figures_of_site(page: Page, kinds: Iterable[str], year: int | None) -> dict[str, Decimal]:
    """Sums by name over what the site that *page* stands under published of *kinds* in *year*."""
    site = tree.prefix(page.parent_path, tree.SITE_DEPTH)
    rows = figure_sums(kind__in=list(kinds), year=year, page__path__startswith=site)
    return dict(rows.values_list("name").annotate(Sum("value")).order_by())


def gallery_of(page: Page) -> QuerySet:
    """Photos of a published page with images and renditions."""
    return page.photos.select_related("image").prefetch_related("image__renditions").order_by("sort_order")


def rows_of(page: Page, relation: str) -> list:
    """Published rows of *relation*, with their pictures and renditions where they have some."""
    rows = getattr(page, relation).order_by("sort_order")
    if "image" not in {field.name for field in rows.model._meta.fields}:
        return list(rows)
    return list(rows.select_related("image").prefetch_related("image__renditions"))


def members_of(site: Page) -> list:
    """Published members of *site* with photos and renditions, in their order."""
    return list(
        site.members.select_related("photo").prefetch_related("photo__renditions").order_by("sort_order")
    )


def rotating_chair_of(site: Page, day: date):
    """The published term of a rotating chair at *site* on *day*, or ``None``."""
    terms = models.works.committee.RotatingChairTerm.objects.filter(
        page__live=True, page__path__startswith=site.path, starts_on__lte=day, ends_on__gte=day
    )
    return terms.order_by("-starts_on", "sort_order").first()


def lights_of(site: Page) -> list:
    """The five lights of the newest year that *site* published, in their order."""
    rows = models.works.lights.PlaqueLight.objects.filter(page__live=True, page__path__startswith=site.path)
    found = list(
        rows.order_by("-page__year", "page", "sort_order").select_related("page")[
            : len(models.works.lights.Light)
        ]
    )
    return [row for row in found if row.page_id == found[0].page_id]


def site_path(page: Page) -> str:
    """Path of the site that *page* stands or is to stand under; empty outside a site."""
    path = page.parent_path
    return (
        tree.prefix(path, tree.SITE_DEPTH)
        if len(path) >= tree.SITE_DEPTH * tree.STEP and county_path(page)
        else ""
    )


def county_path(page: Page) -> str:
    """Path of the county that *page* stands or is to stand under; empty for the city's own pages."""
    path = tree.prefix(page.parent_path, tree.COUNTY_DEPTH)
    return path if models.CountyPage.objects.filter(path=path).exists() else ""


def listed_neighbours(page: Page) -> SimpleNamespace:
    """``previous`` and ``next`` published page of the same kind under the same parent, each may be ``None``.

    In the order of the lists, by day; one query, whatever number there is.
    """
    day = page.listing_date or (
        timezone.localdate(page.first_published_at) if page.first_published_at else None
    )
    if not page.path or day is None:
        return SimpleNamespace(previous=None, next=None)
    beside = models.Listing.objects.filter(
        kind=page.listing_kind,
        page__live=True,
        page__depth=page.depth,
        page__path__startswith=page.parent_path,
    )
    before = beside.filter(Q(date__lt=day) | Q(date=day, page__lt=page.pk)).order_by("-date", "-page")
    after = beside.filter(Q(date__gt=day) | Q(date=day, page__gt=page.pk)).order_by("date", "page")
    found = models.Listing.objects.filter(
        Q(pk=Subquery(before.values("pk")[:1])) | Q(pk=Subquery(after.values("pk")[:1]))
    ).select_related("page")
    place = {(one.date, one.page_id) < (day, page.pk): one.page for one in found}
    return SimpleNamespace(previous=place.get(True), next=place.get(False))


def team_names(place: Page) -> list[str]:
    """Names of the volunteer teams that works at or below *place* have, drafts included."""
    teams = models.works.volunteering.VolunteerTeam.objects.filter(page__path__startswith=place.path)
    return list(teams.exclude(name="").order_by("name").values_list("name", flat=True).distinct())


def featured_on(day: date) -> QuerySet:
    """What is featured on *day*, in the organisation department's order."""
    featured = models.FeaturedStory.objects.filter(story__live=True, starts_on__lte=day)
    return featured.filter(Q(ends_on=None) | Q(ends_on__gte=day))


def featured_stories(day: date) -> list:
    """The published stories that are featured on *day*, in the organisation department's order."""
    featured = (
        featured_on(day)
        .select_related("story__listing__image", "story__site")
        .prefetch_related("story__listing__image__renditions")
        .defer("story__body")
    )
    return [one.story for one in featured]


def stories_to_show(day: date, number: int) -> list:
    """Listings of the first *number* stories: those featured on *day* in their order, then the latest."""
    stories = models.Listing.objects.filter(kind="story", page__live=True)
    latest = stories.order_by("-date", "-page").values("pk")[:number]
    featured = featured_on(day)
    own = featured.filter(story=OuterRef("page")).order_by("sort_order", "-starts_on", "pk")
    found = (
        listings_of("story")
        .filter(Q(page__in=featured.order_by().values("story")) | Q(pk__in=latest))
        .annotate(
            place=Subquery(own.values("sort_order")[:1]), featured=Subquery(own.values("starts_on")[:1])
        )
        .order_by(F("place").asc(nulls_last=True), "-featured", "-date", "-page")
    )
    return list(found[:number])


def named_by_live_story(place: Page) -> bool:
    """Whether a published story names *place* or a site below it, so that deleting it would change what is live."""
    return models.StoryPage.objects.live().filter(site__path__startswith=place.path).exists()
