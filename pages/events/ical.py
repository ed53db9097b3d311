"""Lectures and activities as iCalendar (RFC 5545), for calendars on phones that subscribe."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from icalendar import Calendar, Event, Timezone, TimezoneStandard

from .. import queries, tree
from . import schedule

ZONE = "Asia/Shanghai"
PAST = timedelta(days=366)
CANCELLED_FOR = timedelta(days=60)
REFRESH = timedelta(hours=6)


def calendar_bytes(county=None) -> bytes:
    """Return the calendar of *county*, or of all: what is coming, the last twelve months, and what was withdrawn.

    Of a withdrawn event only its identity and its times are told, as they were approved last.
    """
    now = timezone.now()
    below = county.path if county else ""
    calendar = _empty(f"{county.title}妇联活动" if county else "柳州市基层妇联活动")
    events = schedule.events_between(timezone.localdate(now - PAST), below=below)
    names = queries.names_by_path(events) if events else {}
    for event in events:
        calendar.add_component(_event(event, names))
    for page, withdrawn_at, facts in schedule.withdrawn_since(now - CANCELLED_FOR, below):
        if facts.get("starts_at"):
            calendar.add_component(_cancelled(page, withdrawn_at, facts))
    return calendar.to_ical()


def _empty(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//{urlsplit(settings.SITE_URL).hostname}//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add_component(_zone())
    return calendar


def _zone() -> Timezone:
    """China has had one offset since 1991, before any event here."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1991, 9, 15, 1, 0))
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone


def _event(page, names: dict[str, str]) -> Event:
    found = _dated(page, page.starts_at, page.ends_at, page.last_published_at)
    place = [names.get(tree.prefix(page.path, depth), "") for depth in (tree.COUNTY_DEPTH, tree.SITE_DEPTH)]
    found.add("summary", page.title)
    found.add("location", page.place_text)
    found.add("description", " · ".join(part for part in (page.short_type_name, *place) if part))
    found.add("categories", [page.short_type_name])
    found.add("url", settings.SITE_URL + page.get_url())
    found.add("status", "CONFIRMED")
    return found


def _cancelled(page, withdrawn_at: datetime, facts: dict) -> Event:
    ends = facts.get("ends_at")
    found = _dated(
        page, parse_datetime(facts["starts_at"]), parse_datetime(ends) if ends else None, withdrawn_at
    )
    found.add("summary", "已取消")
    found.add("status", "CANCELLED")
    return found


def _dated(page, starts: datetime, ends: datetime | None, changed: datetime) -> Event:
    """An event with identity and times. SEQUENCE is the seconds from the first publication to the latest change."""
    found = Event()
    found.add("uid", str(page.translation_key))
    found.add("dtstamp", changed.astimezone(UTC))
    found.add("last-modified", changed.astimezone(UTC))
    found.add("sequence", max(int((changed - page.first_published_at).total_seconds()), 0))
    found.add("dtstart", timezone.localtime(starts))
    if ends:
        found.add("dtend", timezone.localtime(ends))
    return found
