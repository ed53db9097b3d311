"""Works, events and stories, newest first; ``reports`` adds the summaries."""

import re
from collections.abc import Mapping
from datetime import date

from django.db.models import Q, QuerySet

from .. import models, queries
from ..blocks import counted_text
from ..figures import shown
from ..works.kinds import KINDS
from . import parts
from .errors import bad
from .parameters import Narrowing, by_county, by_site, by_type, by_work, by_year
from .parts import Answer, Places
from .resources import Resource, register, register_details

CURSOR = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{1,9})")
EVENT_TYPES = {"lecture": "宣讲活动", "volunteer-activity": "志愿服务", "meeting": "现场推进会"}
USUAL: dict[str, Narrowing] = {"county": by_county, "site": by_site, "year": by_year}


def _after(value: str) -> Q:
    match = CURSOR.fullmatch(value)
    try:
        day = date.fromisoformat(match[1])
    except (TypeError, ValueError):
        raise bad("invalid_cursor", "cursor 不对。请照抄上一次回答里 next 的地址。") from None
    return Q(date__lt=day) | Q(date=day, page__lt=int(match[2]))


def _tell(listings: list) -> list[Answer]:
    places = Places([listing.page for listing in listings])
    return [
        {
            "id": listing.page_id,
            "type": listing.kind,
            "type_name": listing.page.cached_content_type.model_class().short_type_name,
            "title": listing.page.title,
            "summary": listing.note,
            "county": places.county(listing.page),
            "site": places.site(listing.page),
            "work": parts.work(listing.work),
            "year": listing.year,
            "date": listing.date.isoformat(),
            "url": parts.address(listing.page),
            "picture": parts.picture(listing.image),
            "published_at": parts.moment(listing.page.first_published_at),
            "updated_at": parts.moment(listing.page.last_published_at),
        }
        for listing in listings
    ]


def resource(
    rank: int, name: str, label: str, kinds: tuple[str, ...], parameters: Mapping[str, Narrowing]
) -> Resource:
    """A resource of the listed pages of *kinds*."""

    def rows() -> QuerySet:
        return queries.listings().filter(kind__in=kinds)

    return Resource(
        rank,
        name,
        label,
        rows,
        path="page__path",
        order=("-date", "-page"),
        tell=_tell,
        cursor=lambda listing: f"{listing.date.isoformat()}_{listing.page_id}",
        after=_after,
        key="page",
        parameters=parameters,
    )


def illustrated(page) -> Answer:
    """Text and photos, which all these pages have."""
    return {"text": counted_text(page.body), "photos": parts.photos(page)}


def _of_work(page) -> Answer:
    return illustrated(page) | {"figures": parts.figures(page.shown_figures())}


def _of_event(page) -> Answer:
    found = {"place": page.place_text, "figures": parts.figures(shown(page.figure_specs, page.own_figures()))}
    if isinstance(page, models.EventPage):
        found |= {"starts_at": parts.moment(page.starts_at), "ends_at": parts.moment(page.ends_at)}
    else:
        found |= {"host": page.host, "units": page.unit_names(), "learnt": page.learnt}
    return found | illustrated(page)


def _of_story(page) -> Answer:
    return {"story_type": page.get_kind_display(), "lead": page.lead} | illustrated(page)


def connect() -> None:
    """Register them; called once when the application starts."""
    works = tuple(kind.slug for kind in KINDS)
    register(resource(30, "works", "八项工作", works, USUAL | {"work": by_work}))
    events = USUAL | {"type": by_type("kind", EVENT_TYPES)}
    register(resource(40, "events", "宣讲、志愿服务和现场推进会", tuple(EVENT_TYPES), events))
    register(resource(50, "stories", "经验故事", ("story",), USUAL | {"work": by_work}))
    register_details(models.WorkPage, _of_work)
    register_details(models.EventPage, _of_event)
    register_details(models.OnSiteMeetingPage, _of_event)
    register_details(models.StoryPage, _of_story)
