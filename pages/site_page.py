"""What a site's page shows: its people, the five lights, today's rotating chair, works and summaries."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from . import models, queries
from .cards import cards_of_listings
from .contexts import place_context
from .works.kinds import BY_SLUG

MOST_LISTED = 60
MOST_SHOWN = 12


@dataclass(frozen=True)
class PostGroup:
    """The members of one post."""

    post: str
    label: str
    members: list[Any]


def site_context(page: Page) -> dict[str, Any]:
    """Return all that is shown beside the site's own fields, in a fixed number of queries."""
    context = place_context(page)
    names = {one.path: one.title for one in (context["county"], page) if one}
    listings = list(queries.listings_under(page)[:MOST_LISTED])
    works = [one for one in listings if one.kind in BY_SLUG]
    others = [one for one in listings if one.kind not in BY_SLUG]
    works.sort(key=lambda one: (-(one.year or 0), BY_SLUG[one.kind].number))
    return context | {
        "people": people(page),
        "chair_today": queries.rotating_chair_of(page, timezone.localdate()),
        "lights": queries.lights_of(page),
        "works": cards_of_listings(works[:MOST_SHOWN], names=names),
        "latest": cards_of_listings(others[:MOST_SHOWN], names=names),
    }


def people(site: Page) -> list[PostGroup]:
    """Return the members by post, posts without members left out."""
    # A site's draft in memory has its own rows; a published one's come with their photos.
    members = site.members.all() if _in_memory(site) else queries.members_of(site)
    groups = [
        PostGroup(post, label, [member for member in members if member.post == post and member.public_name])
        for post, label in models.Post.choices
    ]
    return [group for group in groups if group.members]


def _in_memory(site: Page) -> bool:
    return "members" in getattr(site, "_cluster_related_objects", {})
