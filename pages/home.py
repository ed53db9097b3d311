"""What the home page shows, all counted from published content."""

from collections import Counter
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from . import benefit, chrome, county_map, hooks, queries, tree

NOTICES = 4
LEVELS = 4


@dataclass
class CountyEntry:
    """A county on the map and in the list beside it."""

    name: str
    short_name: str
    code: str
    path: str
    url: str | None
    site_count: int
    level: int = 0

    @property
    def count(self) -> int:
        return self.site_count


@dataclass(frozen=True)
class Figure:
    value: int
    label: str


def county_entries(
    request: HttpRequest | None = None, sites: dict[str, str] | None = None
) -> list[CountyEntry]:
    """Return all counties with their number of published *sites*; *level* 0–4 shades the map."""
    if sites is None:
        sites = queries.names_of_sites()
    counts = Counter(tree.prefix(path, tree.COUNTY_DEPTH) for path in sites)
    entries = [
        CountyEntry(
            name=county.title,
            short_name=county.short_name,
            code=county.code,
            path=county.path,
            url=county.get_url(request) if county.live else None,
            site_count=counts[county.path],
        )
        for county in queries.counties()
    ]
    most = max((entry.site_count for entry in entries), default=0)
    for entry in entries:
        entry.level = -(-entry.site_count * LEVELS // most) if most else 0
    return entries


def home_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Return the home page's context: figures, sections of other packages, counties, map, notices."""
    sites = queries.names_of_sites()
    counties = county_entries(request, sites)
    names = sites | {entry.path: entry.name for entry in counties}
    viewbox, shapes = county_map.shapes()
    by_code = {entry.code: entry for entry in counties}
    sections = [
        SimpleNamespace(template=section.template, **context)
        for section in hooks.home_sections
        if (context := section.context(request, names)) is not None
    ]
    figures = [Figure(sum(entry.site_count for entry in counties), "个示范点")]
    year, counted = benefit.latest_figures()
    figures += counted
    figures += [figure for section in sections for figure in getattr(section, "figures", [])]
    return {
        "figures": figures,
        "figures_year": year,
        "home_sections": sections,
        "counties": counties,
        "map_viewbox": viewbox,
        "map_shapes": [
            SimpleNamespace(
                **vars(shape),
                short_name=by_code[shape.code].short_name,
                url=by_code[shape.code].url,
                count=by_code[shape.code].site_count,
                level=by_code[shape.code].level,
            )
            for shape in shapes
            if shape.code in by_code
        ],
        "notices": list(queries.notices_under()[:NOTICES]),
        "notices_url": chrome.notices_url(),
    }
