"""Rules of when something took place: sensible days, begin before end, no numbers before it has happened."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from ..problems import Problem
from ..works.rules import EMPTY, field_problem, label

EARLIEST = date(2010, 1, 1)
FARTHEST = timedelta(days=366)
HOURS_A_DAY = 24


def day_of(moment: datetime | None) -> date | None:
    """Return the day of *moment* in Liuzhou."""
    return timezone.localdate(moment) if moment else None


def day_message(day: date | None) -> str:
    """Return why *day* cannot be right, or an empty string."""
    if day is None:
        return ""
    if day < EARLIEST:
        return f"日期早于 {EARLIEST.year} 年，请核对。"
    if day > timezone.localdate() + FARTHEST:
        return "日期在一年以后，请核对。"
    return ""


def span_message(starts: datetime | None, ends: datetime | None, longest: timedelta) -> str:
    """Return why something cannot last from *starts* to *ends*, or an empty string."""
    if not starts or not ends:
        return ""
    if ends <= starts:
        return "结束时间要晚于开始时间，请核对。"
    if ends - starts > longest:
        return f"从开始到结束超过 {span_text(longest)}，请核对日期和时间。"
    return ""


def span_text(span: timedelta) -> str:
    """Return *span* in whole days or hours."""
    return f"{span.days} 天" if span.days else f"{span.seconds // 3600} 小时"


def days_covered(starts: datetime, ends: datetime | None) -> int:
    """Return on how many days something from *starts* to *ends* takes place, at least one."""
    return max((day_of(ends) - day_of(starts)).days + 1, 1) if ends else 1


def too_early(page: Any, names: tuple[str, ...]) -> list[Problem]:
    """Refuse the numbers *names* of an event that is still to come."""
    if not page.starts_at or page.has_taken_place:
        return []
    return [
        field_problem(page, name, f"活动还没有举行，“{label(page, name)}”请等办完以后再填。")
        for name in names
        if getattr(page, name) not in EMPTY
    ]


def missing_afterwards(page: Any, names: tuple[str, ...]) -> list[Problem]:
    """Point out the numbers *names* that an event of the past still lacks."""
    if not page.has_taken_place:
        return []
    return [
        field_problem(page, name, "活动已经举行，还没有填写。")
        for name in names
        if getattr(page, name) in EMPTY
    ]
