"""Counties and demonstration sites. Nothing of a person is told: no members, no telephone."""

from django.db.models import Q, QuerySet

from .. import models, queries
from ..models.site import SiteKind
from ..text import plain_text
from . import parts
from .errors import bad
from .parameters import WHOLE, by_county, by_type
from .parts import Answer, Places
from .resources import Resource, register, register_details


def _after(value: str) -> Q:
    if not WHOLE.fullmatch(value):
        raise bad("invalid_cursor", "cursor 不对。请照抄上一次回答里 next 的地址。")
    return Q(pk__gt=int(value))


def _counties() -> QuerySet:
    found = models.CountyPage.objects.live().defer("introduction", "support")
    return found.select_related("lead_image").prefetch_related("lead_image__renditions")


def _tell_counties(counties: list) -> list[Answer]:
    return [
        {
            "id": county.pk,
            "code": county.code,
            "name": county.title,
            "type": county.kind,
            "type_name": county.get_kind_display(),
            "url": parts.address(county),
            "picture": parts.picture(county.lead_image),
            "published_at": parts.moment(county.first_published_at),
            "updated_at": parts.moment(county.last_published_at),
        }
        for county in counties
    ]


def _tell_sites(sites: list) -> list[Answer]:
    places = Places(sites)
    return [
        {
            "id": site.pk,
            "name": site.title,
            "type": site.kind,
            "type_name": site.get_kind_display(),
            "county": places.county(site),
            "township": site.township,
            "brand": site.brand_name,
            "brand_slogan": site.brand_slogan,
            "home_established": site.home_established,
            "home_stars": site.home_stars,
            "named_year": site.named_year,
            "url": parts.address(site),
            "picture": parts.picture(site.lead_image),
            "published_at": parts.moment(site.first_published_at),
            "updated_at": parts.moment(site.last_published_at),
        }
        for site in sites
    ]


def connect() -> None:
    """Register both; called once when the application starts."""
    common = {"path": "path", "order": ("pk",), "cursor": lambda row: str(row.pk), "after": _after}
    register(Resource(10, "counties", "县区", _counties, tell=_tell_counties, **common))
    register(
        Resource(
            20,
            "sites",
            "示范点",
            lambda: queries.sites(),
            tell=_tell_sites,
            parameters={"county": by_county, "type": by_type("kind", dict(SiteKind.choices))},
            **common,
        )
    )
    register_details(models.CountyPage, lambda page: {"text": plain_text(page.introduction)})
    register_details(
        models.SitePage, lambda page: {"address": page.address, "text": plain_text(page.introduction)}
    )
