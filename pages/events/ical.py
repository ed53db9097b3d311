"""Lectures and activities as iCalendar (RFC 5545), for calendars on phones that subscribe."""

from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Page

from .. import queries, tree
from . import schedule
from .ical_text import folded, local, text, utc

ZONE = "Asia/Shanghai"
RELEASE = 1  # to be raised with what is told of an event
PAST = timedelta(days=366)
CANCELLED_FOR = timedelta(days=60)
# China has had one offset since 1991, before any event here.
ZONE_LINES = [
    "BEGIN:VTIMEZONE", f"TZID:{ZONE}", "BEGIN:STANDARD", "DTSTART:19910915T010000", "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
]  # fmt: skip


def calendar_bytes(county=None) -> bytes:
    """Return the calendar of *county*, or of all: what is coming, the last twelve months, and what was withdrawn.

    Of a withdrawn event only its identity and its times are told, as they were approved last.
    """
    now = timezone.now()
    below = county.path if county else ""
    name = f"{county.title}妇联活动" if county else "柳州市基层妇联活动"
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{urlsplit(settings.SITE_URL).hostname}//calendar//ZH",
        "CALSCALE:GREGORIAN", text("X-WR-CALNAME", name), f"X-WR-TIMEZONE:{ZONE}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H", *ZONE_LINES,
    ]  # fmt: skip
    events = schedule.events_between(timezone.localdate(now - PAST), below=below)
    names = queries.names_by_path(events) if events else {}
    for event in events:
        lines += _event(event, names)
    for page, withdrawn_at, facts in schedule.withdrawn_since(now - CANCELLED_FOR, below):
        if facts.get("starts_at"):
            lines += _cancelled(page, withdrawn_at, facts)
    return b"".join(folded(line) for line in [*lines, "END:VCALENDAR"])


def version(county=None) -> str:
    """Return a word that is another one whenever ``calendar_bytes`` of *county* may be, from one query.

    Titles of counties and sites are told too, so that every publication below counts; the window moves by day.
    """
    below = Page.objects.live().filter(path__startswith=county.path if county else "")
    found = below.aggregate(number=Count("pk"), changed=Max("last_published_at"))
    parts = (RELEASE, settings.SITE_URL, timezone.localdate(), found["number"], found["changed"])
    return sha256("|".join(map(str, parts)).encode()).hexdigest()[:24]


def _event(page, names: dict[str, str]) -> list[str]:
    place = [names.get(tree.prefix(page.path, depth), "") for depth in (tree.COUNTY_DEPTH, tree.SITE_DEPTH)]
    told = [
        text("SUMMARY", page.title),
        text("LOCATION", page.place_text),
        text("DESCRIPTION", " · ".join(part for part in (page.short_type_name, *place) if part)),
        text("CATEGORIES", page.short_type_name),
        f"URL:{settings.SITE_URL}{page.get_url()}",
        "STATUS:CONFIRMED",
    ]
    return _dated(page, page.starts_at, page.ends_at, page.last_published_at, told)


def _cancelled(page, withdrawn_at: datetime, facts: dict) -> list[str]:
    starts, ends = (parse_datetime(facts.get(name) or "") for name in ("starts_at", "ends_at"))
    return _dated(page, starts, ends, withdrawn_at, [text("SUMMARY", "已取消"), "STATUS:CANCELLED"])


def _dated(page, starts: datetime, ends: datetime | None, changed: datetime, told: list[str]) -> list[str]:
    """An event with identity and times. SEQUENCE is the seconds from the first publication to the latest change."""
    return [
        "BEGIN:VEVENT",
        f"UID:{page.translation_key}",
        utc("DTSTAMP", changed),
        utc("LAST-MODIFIED", changed),
        f"SEQUENCE:{max(int((changed - page.first_published_at).total_seconds()), 0)}",
        local("DTSTART", starts, ZONE),
        *([local("DTEND", ends, ZONE)] if ends else []),
        *told,
        "END:VEVENT",
    ]
