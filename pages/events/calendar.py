"""The months of the public calendar: days with what takes place on them, and the way to other months."""

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone

from .. import lists, queries, tree
from ..addresses import with_query
from ..contexts import Crumb
from ..list_page import canonical_url
from . import schedule, times

WEEKDAYS = "一二三四五六日"
SHOWN = 4  # events of one day that are always in sight


@dataclass(frozen=True)
class Entry:
    """An event as it stands under its day."""

    title: str
    url: str
    tag: str
    lecture: bool
    time: str
    until: date | None
    county: str
    site: str
    place: str


@dataclass
class Day:
    day: date
    inside: bool
    today: bool
    entries: list[Entry] = field(default_factory=list)

    @property
    def weekday(self) -> str:
        """The day of the week in one character."""
        return WEEKDAYS[self.day.weekday()]

    @property
    def first(self) -> list[Entry]:
        """What is always in sight."""
        return self.entries[:SHOWN]

    @property
    def rest(self) -> list[Entry]:
        """What is put away on a full day."""
        return self.entries[SHOWN:]


@dataclass(frozen=True)
class Month:
    year: int
    month: int

    @property
    def start(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def end(self) -> date:
        """The first day after it."""
        return (self.start + timedelta(days=31)).replace(day=1)

    @property
    def label(self) -> str:
        return f"{self.year} 年 {self.month} 月"

    @property
    def url(self) -> str:
        return reverse("calendar_month", args=[self.year, self.month])

    @property
    def offered(self) -> bool:
        """Whether the calendar goes as far: from the first year that events may have to the end of the next."""
        return times.EARLIEST.year <= self.year <= timezone.localdate().year + 1

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)


def month_context(month: Month, request: HttpRequest) -> dict[str, Any]:
    """Return days, filter and navigation of *month*, of one county if ``?county=`` names one."""
    labels = lists.Labels(request.GET)
    events = schedule.events_between(month.start, month.end)
    county = next((one for one in labels.counties if one.code == request.GET.get("county")), None)
    query = QueryDict(mutable=True)
    if county:
        query["county"] = county.code
    shown = [event for event in events if not county or event.path.startswith(county.path)]
    group = _counties(labels.counties, events, county)
    return {
        "heading": "活动日历",
        "intro": "各县区、各示范点的桂姐姐宣讲和巾帼志愿服务：哪天、在哪里。",
        "month": month,
        "days": _days(month, shown),
        "weekdays": WEEKDAYS,
        "count": len(shown),
        "county": county,
        "filters": SimpleNamespace(groups=[group], open_groups=[group], folded_groups=[]),
        "ways": _ways(month, query),
        "elsewhere": {} if shown else _elsewhere(month),
        "subscription": reverse("calendar_county", args=[county.code]) if county else reverse("calendar_all"),
        "canonical_url": canonical_url(month.url, query),
        "breadcrumbs": [Crumb("首页", "/"), Crumb("活动日历", reverse("calendar")), Crumb(month.label)],
    }


def _days(month: Month, events: list) -> list[Day]:
    names = queries.names_by_path(events) if events else {}
    weeks = Calendar().monthdatescalendar(month.year, month.month)
    today = timezone.localdate()
    days = {day: Day(day, day.month == month.month, day == today) for week in weeks for day in week}
    for event in events:
        day = max(times.day_of(event.starts_at), month.start)
        days[day].entries.append(_entry(event, day, names))
    return list(days.values())


def _entry(event, day: date, names: dict[str, str]) -> Entry:
    starts, last = timezone.localtime(event.starts_at), times.day_of(event.ends_at)
    return Entry(
        title=event.title,
        url=event.get_url(),
        tag=event.short_type_name,
        lecture=event.listing_kind == "lecture",
        time=f"{starts:%H:%M}" if starts.date() == day else "",
        until=last if last and last > day else None,
        county=names.get(tree.prefix(event.path, tree.COUNTY_DEPTH), ""),
        site=names.get(tree.prefix(event.path, tree.SITE_DEPTH), "") if event.depth > tree.SITE_DEPTH else "",
        place=event.place_text,
    )


def _counties(counties: list, events: list, chosen) -> lists.ChipGroup:
    chips = [lists.Chip("全部", "?", chosen is None, len(events))]
    for county in counties:
        number = sum(event.path.startswith(county.path) for event in events)
        if number or county is chosen:
            chips.append(lists.Chip(county.short_name, f"?county={county.code}", county is chosen, number))
    return lists.ChipGroup("县区", chips)


def _ways(month: Month, query: QueryDict) -> dict[str, tuple[str, str]]:
    """Links to the months beside this one, and to the present one, each with its label."""
    found = {
        "previous": Month.of(month.start - timedelta(days=1)),
        "present": Month.of(timezone.localdate()),
        "next": Month.of(month.end),
    }
    links = with_query(query).removesuffix("?")
    return {name: (one.url + links, one.label) for name, one in found.items() if one.offered and one != month}


def _elsewhere(month: Month) -> dict[str, tuple[str, str]]:
    """Links to the nearest months that have something, for one that has nothing."""
    found = schedule.months_with_events(month.start, month.end)
    return {name: (Month.of(day).url, Month.of(day).label) for name, day in found.items()}
