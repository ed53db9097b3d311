"""What a site's page shows: its people, the five lights, today's rotating chair, and what it published."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from . import hooks, models, queries
from .contexts import place_context
from .place_page import Published, sections


@dataclass(frozen=True)
class PostGroup:
    """The members of one post."""

    post: str
    label: str
    members: list[Any]


def site_context(page: Page) -> dict[str, Any]:
    """Return all that is shown beside the site's own fields, in a fixed number of queries."""
    context = place_context(page)
    county = context["county"]
    names = {one.path: one.title for one in (county, page) if one}
    chosen = {"county": county.countypage.code if county else "", "site": str(page.pk)}
    published, groups = Published(page), people(page)
    photos = [member.photo for group in groups for member in group.members]
    queries.fetch_renditions([page.lead_image, *photos, *published.images])
    return (
        context
        | sections(published, published.works, names, chosen)
        | {
            "people": groups,
            "chair_today": queries.rotating_chair_of(page, timezone.localdate()),
            "lights": queries.lights_of(page),
            "more": [
                SimpleNamespace(template=section.template, **found)
                for section in hooks.site_page_sections
                if (found := section.context(page)) is not None
            ],
        }
    )


def people(site: Page) -> list[PostGroup]:
    """Return the members by post, posts without members left out."""
    # A site's draft in memory has its own rows; a published one's are asked for with their photos.
    members = site.members.all() if _in_memory(site) else queries.members_of(site)
    groups = [
        PostGroup(post, label, [member for member in members if member.post == post and member.public_name])
        for post, label in models.Post.choices
    ]
    return [group for group in groups if group.members]


def _in_memory(site: Page) -> bool:
    return "members" in getattr(site, "_cluster_related_objects", {})
