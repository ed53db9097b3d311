"""What county and site pages share: figures and time line of the year, works, and the latest of each other kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from wagtail.models import Page

from . import benefit, hooks, models, queries
from .addresses import with_query
from .cards import Card, cards_of_listings
from .figures import FigureSpec
from .works.kinds import BY_SLUG

FIGURES = ("lectures", "lecture_audience", "volunteer_activities", "volunteer_hours", "trainees")
BENEFIT = FigureSpec("benefit", "受益妇女", "人次")
# Kinds that take place on a day: address of their list, and words for it.
EVENTS = {
    "lecture": ("list_lectures", "全部宣讲"),
    "volunteer-activity": ("list_activities", "全部志愿服务"),
    "meeting": ("list_meetings", "全部推进会"),
}
MOST_OF_KIND, MOST_WORKS, MOST_EVENTS = 3, 12, 10


@dataclass(frozen=True)
class Section:
    """The latest of one kind, with the address of all of them."""

    title: str
    cards: list[Card]
    url: str


@dataclass(frozen=True)
class TimelineYear:
    """The events of one year, newest first."""

    year: int
    cards: list[Card]


class Published:
    """What stands at or below a county's or site's page, in one query whatever there is.

    The latest of each kind are enough: the latest of several kinds together are among them.
    """

    def __init__(self, place: Page) -> None:
        self.place = place
        self.latest = list(queries.latest_of_each_kind(place.path, MOST_EVENTS).prefetch_related(None))
        self.works = [one for one in self.latest if one.kind in BY_SLUG]
        self.events = [one for one in self.latest if one.kind in EVENTS][:MOST_EVENTS]

    def of_kind(self, kind: str) -> list:
        """The latest few of *kind*."""
        return [one for one in self.latest if one.kind == kind][:MOST_OF_KIND]

    def newest_work_of_each_kind(self) -> list:
        """At most one work of each of the eight kinds."""
        return list({one.kind: one for one in reversed(self.works)}.values())

    @property
    def images(self) -> list:
        """The pictures of all of them."""
        return [one.image for one in self.latest]


def sections(
    published: Published, works: Iterable, names: dict[str, str], chosen: dict[str, str]
) -> dict[str, Any]:
    """Return the template's values; one query, for the figures.

    *names* are those of counties and sites by path, for the cards; *chosen* narrows the lists that are linked to.
    """
    works = sorted(works, key=lambda one: (-(one.year or 0), BY_SLUG[one.kind].number))[:MOST_WORKS]
    year, figures = benefit.latest_figures(_specs(), page__path__startswith=published.place.path)
    kinds = {one.kind for one in published.events}
    return {
        "figures": figures,
        "figures_year": year,
        "works": cards_of_listings(works, names=names),
        "timeline": _by_year(cards_of_listings(published.events, names=names, pictures=False)),
        "timeline_links": [
            (_address(reverse(name), chosen), words)
            for kind, (name, words) in EVENTS.items()
            if kind in kinds
        ],
        "sections": [
            Section(section.title, cards_of_listings(own, names=names), _address(section.url(), chosen))
            for section in hooks.place_sections
            if (own := published.of_kind(section.kind))
        ],
    }


def _specs() -> list[FigureSpec]:
    """The figures as the works define them, and the women who benefited, which is none of theirs alone."""
    defined = {spec.name: spec for model in models.works.MODELS for spec in model.figure_specs}
    return [*(defined[name] for name in FIGURES), BENEFIT]


def _by_year(cards: list[Card]) -> list[TimelineYear]:
    return [TimelineYear(year, list(own)) for year, own in groupby(cards, key=lambda card: card.date.year)]


def _address(url: str | None, chosen: dict[str, str]) -> str:
    return url + with_query(chosen) if url else ""
