"""The demonstration content. Every folder is a county; every file in it with one dot, but county.toml, a site.

Beside a site's file, `.plan.toml` holds its work plan of the year of the notice, `.works.toml` its featured works of that
year, and `.current.toml` those of the year in which the demonstration is loaded. What took place and is told of it is in
`.events.toml`, beside a site's file, beside county.toml, and for the city itself in this folder. `county.summary.toml` is
a summary that the county writes for several sites, which then have none of their own.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cms.demo.content import (
    MARK,
    County,
    Event,
    Home,
    Member,
    Photo,
    Plan,
    PlanItem,
    Reused,
    Site,
    Summary,
    Work,
)
from cms.demo.markup import parse

FOLDER = Path(__file__).parent
YEAR = 2020


@cache
def counties() -> tuple[County, ...]:
    """All counties in the order of their codes, each with its sites in the order of their files."""
    return tuple(_county(folder) for folder in sorted(FOLDER.iterdir()) if folder.name.isdecimal())


@cache
def home() -> Home:
    """The words of the home page."""
    data = _read(FOLDER / "home.toml")
    return Home(data["slogan"], data["introduction"], _photo(data["picture"]))


@cache
def city_events() -> tuple[Event, ...]:
    """What the city's organisation department itself tells."""
    return _events(FOLDER / "city.toml")


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _photo(values: list[Any]) -> Photo:
    seed, palette, kind, caption = values
    return Photo(seed, palette, kind, caption + MARK)


def _county(folder: Path) -> County:
    data = _read(folder / "county.toml")
    files = sorted(path for path in folder.glob("*.toml") if "-" in path.name and "." not in path.stem)
    picture = _photo(data.pop("picture"))
    texts = {key: tuple(data.pop(key)) for key in ("introduction", "support")}
    together = folder / "county.summary.toml"
    return County(
        code=folder.name,
        picture=picture,
        sites=tuple(map(_site, files)),
        summary=_summary(_read(together)) if together.exists() else None,
        events=_events(folder / "county.toml"),
        **texts,
        **data,
    )


def _site(path: Path) -> Site:
    data = _read(path)
    written = data.pop("summary", None)
    return Site(
        picture=_photo(data.pop("picture")),
        introduction=tuple(data.pop("introduction")),
        home_stars=data.pop("home_stars", None),
        members=tuple(Member(**member) for member in data.pop("members")),
        plan=_plan(path),
        works=(*_works(path, "works", YEAR), *_works(path, "current", None)),
        events=_events(path),
        summary=_summary(written) if written else None,
        **data,
    )


def _summary(data: dict[str, Any]) -> Summary:
    return Summary(
        year=YEAR,
        works=tuple(data.pop("works")),
        covers=tuple(data.pop("covers", ())),
        body=parse(data.pop("body")),
        photos=tuple(_photo(values) for values in data.pop("photos")),
        **data,
    )


def _plan(site: Path) -> Plan | None:
    path = site.with_suffix(".plan.toml")
    if not path.exists():
        return None
    data = _read(path)
    return Plan(year=YEAR, items=tuple(map(_item, data.pop("items"))), **data)


def _item(data: dict[str, Any]) -> PlanItem:
    month, day = data.pop("month", None), data.pop("day", None)
    return PlanItem(due_on=date(YEAR, month, day) if month else None, **data)


def _works(site: Path, subject: str, year: int | None) -> tuple[Work, ...]:
    path = site.with_suffix(f".{subject}.toml")
    return tuple(_work(data, year) for data in _read(path)["works"]) if path.exists() else ()


def _work(data: dict[str, Any], year: int | None) -> Work:
    facts = data.pop("facts")
    for row in facts.get("lights", ()):
        if "picture" in row:
            row["picture"] = _photo(row["picture"])
    return Work(
        year=year,
        facts=facts,
        body=parse(data.pop("body")),
        photos=tuple(_photo(values) for values in data.pop("photos")),
        **data,
    )


def _events(place: Path) -> tuple[Event, ...]:
    path = place.with_suffix(".events.toml")
    return tuple(map(_event, _read(path)["events"])) if path.exists() else ()


def _event(data: dict[str, Any]) -> Event:
    photos = tuple(Reused(seed, caption + MARK) for seed, caption in data.pop("photos"))
    return Event(body=parse(data.pop("body")), photos=photos, **data)
