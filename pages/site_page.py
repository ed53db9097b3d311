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
    published, members = Published(page), members_of(page)
    groups = people(members)
    photos = [member.photo for group in groups for member in group.members]
    queries.fetch_renditions([page.lead_image, *photos, *published.images])
    return (
        context
        | sections(published, published.works, names, chosen)
        | {
            "people": groups,
            "chair_today": chair_of(page, members),
            "lights": queries.lights_of(page),
            "more": [
                SimpleNamespace(template=section.template, **found)
                for section in hooks.site_page_sections
                if (found := section.context(page)) is not None
            ],
        }
    )


def members_of(site: Page) -> list:
    """The members: a draft's in memory has its own rows, a published site's are asked for with photos and chair."""
    return list(site.members.all()) if _in_memory(site) else queries.members_of(site, timezone.localdate())


def chair_of(site: Page, members: list) -> Any:
    """Who is in the rotating chair today, with ``name``, ``starts_on`` and ``ends_on``; ``None`` if nobody is."""
    if not members or _in_memory(site):
        return queries.rotating_chair_of(site, timezone.localdate()) if members else None
    one = members[0]
    if one.chair_name is None:
        return None
    return SimpleNamespace(name=one.chair_name, starts_on=one.chair_from, ends_on=one.chair_until)


def people(members: list) -> list[PostGroup]:
    """Return *members* by post, posts without members left out."""
    groups = [
        PostGroup(post, label, [member for member in members if member.post == post and member.public_name])
        for post, label in models.Post.choices
    ]
    return [group for group in groups if group.members]


def _in_memory(site: Page) -> bool:
    return "members" in getattr(site, "_cluster_related_objects", {})
