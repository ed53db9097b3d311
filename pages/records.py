"""What happened on a day, as ``components/records.html`` shows it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Record:
    """One entry of a time line: *lines* are ``(label, words)``, empty ones are left out by the template."""

    title: str
    date: datetime.date | None = None
    tags: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()


def in_order(records: list[Record]) -> list[Record]:
    """Return *records* by date, those without one last."""
    return sorted(records, key=lambda record: record.date or datetime.date.max)


def said(*rows: tuple[str, object]) -> list[tuple[str, str]]:
    """Return the ``(label, value)`` rows that say something: not what is unknown, nought, or answered by no."""
    return [(label, str(value)) for label, value in rows if value]


def counted(number: int | None, unit: str) -> str:
    """Return *number* with its unit, grouped by three; empty for nothing."""
    return f"{number:,} {unit}" if number else ""
