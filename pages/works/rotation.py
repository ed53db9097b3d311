"""The rotating chair 轮值主席: rules, gaps, and the strip that shows the year (notice, part one, 1)."""

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Any

from django.utils import timezone

from ..problems import Problem
from . import rules

RELATION = "terms"
MONTHS = 12


def term_problems(terms: Sequence[Any], allowed: set[str]) -> list[Problem]:
    """Return blocking findings: an end before the beginning, a chair who is neither vice chair nor 执委."""
    problems = []
    for number, term in enumerate(terms, start=1):
        if term.starts_on and term.ends_on and term.ends_on < term.starts_on:
            problems.append(rules.row_problem(RELATION, number, term, "ends_on", "结束日期早于开始日期。"))
        if term.name and term.name not in allowed:
            words = f"“{term.name}”不在示范点登记的副主席、执委中，请核对姓名，或先到示范点页面登记。"
            problems.append(rules.row_problem(RELATION, number, term, "name", words))
    return problems


def term_warnings(terms: Sequence[Any], year: int | None) -> list[Problem]:
    """Return what staff should know: terms that overlap, months of *year* without a chair."""
    numbered = [(n, term) for n, term in enumerate(terms, start=1) if term.starts_on and term.ends_on]
    ordered = sorted(numbered, key=lambda one: (one[1].starts_on, one[1].ends_on))
    found = []
    longest = None  # of the terms that began before, the one that ends last
    for number, term in ordered:
        if longest and term.starts_on <= longest.ends_on:
            words = (
                f"与“{longest.name}”的轮值时间重叠（{_day(longest.starts_on)}至{_day(longest.ends_on)}）。"
            )
            found.append(rules.row_problem(RELATION, number, term, "starts_on", words))
        if not longest or term.ends_on > longest.ends_on:
            longest = term
    months = months_without_chair([term for _, term in ordered], year)
    if ordered and months:
        found.append(Problem(RELATION, "轮值安排", f"{month_words(months)}没有轮值主席。"))
    return found


def months_without_chair(terms: Iterable[Any], year: int | None) -> list[int]:
    """Return the months of *year* in which no term has a day; of the current year those that have begun."""
    if not year:
        return []
    today = timezone.localdate()
    last = MONTHS if year < today.year else today.month if year == today.year else 0
    covered = {
        month
        for term in terms
        for month in range(1, last + 1)
        if term.starts_on <= _month_end(year, month) and term.ends_on >= date(year, month, 1)
    }
    return [month for month in range(1, last + 1) if month not in covered]


def month_words(months: Sequence[int]) -> str:
    """Return months as people write them.

    >>> month_words([1, 2, 3, 7])
    '1—3 月、7 月'
    """
    runs: list[list[int]] = []
    for month in months:
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return "、".join(f"{run[0]}—{run[-1]} 月" if len(run) > 1 else f"{run[0]} 月" for run in runs)


@dataclass(frozen=True)
class Segment:
    """A term on the strip: *start* and *width* in days of the year; *current* if it is running today."""

    number: int
    name: str
    starts_on: date
    ends_on: date
    start: int
    width: int
    current: bool


@dataclass(frozen=True)
class Strip:
    """A year of rotating chairs; *days* is the length of the year, *months* where each month begins."""

    days: int
    months: list[int]
    segments: list[Segment]


def strip(terms: Iterable[Any], year: int) -> Strip:
    """Return the strip of *year*: complete terms in the order of their beginning, cut at the year's ends."""
    if not MINYEAR <= year <= MAXYEAR:  # a draft may have any number there
        return Strip(365, [], [])
    first, days = date(year, 1, 1), 366 if isleap(year) else 365
    today = timezone.localdate()
    shown = sorted(
        (term for term in terms if term.starts_on and term.ends_on and term.starts_on <= term.ends_on),
        key=lambda term: term.starts_on,
    )
    segments = []
    for term in shown:
        start = max(0, (term.starts_on - first).days)
        end = min(days, (term.ends_on - first).days + 1)
        if end > start:
            segments.append(
                Segment(
                    len(segments) + 1,
                    term.name,
                    term.starts_on,
                    term.ends_on,
                    start,
                    end - start,
                    term.covers(today),
                )
            )
    months = [(date(year, month, 1) - first).days for month in range(1, MONTHS + 1)]
    return Strip(days, months, segments)


def _month_end(year: int, month: int) -> date:
    following = date(year + month // MONTHS, month % MONTHS + 1, 1)
    return following - timedelta(days=1)


def _day(day: date) -> str:
    return f"{day.month} 月 {day.day} 日"
