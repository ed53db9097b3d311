"""The text form of iCalendar (RFC 5545): escaping, and lines of at most 75 octets."""

from datetime import UTC, datetime

from django.utils import timezone

OCTETS = 75
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def text(name: str, value: str) -> str:
    """A line of *name* with free text as its value."""
    return f"{name}:{value.translate(ESCAPES)}"


def local(name: str, moment: datetime, zone: str) -> str:
    """A line of *name* with the time that clocks in *zone*, the site's own, show."""
    return f"{name};TZID={zone}:{timezone.localtime(moment):%Y%m%dT%H%M%S}"


def utc(name: str, moment: datetime) -> str:
    """A line of *name* with a moment."""
    return f"{name}:{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def folded(line: str) -> bytes:
    """*line* with its end, folded where it is too long, never within a character."""
    parts, part, room = [], b"", OCTETS
    for character in line:
        octets = character.encode()
        if len(part) + len(octets) > room:
            parts.append(part)
            part, room = b"", OCTETS - 1  # a continuation begins with a space
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
