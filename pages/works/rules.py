"""Rules that all featured works share: required facts, sensible numbers, dates within the year.

A page type or a kind of row declares what it wants; nothing here knows a type. All these rules speak at submission
only: a draft may lack or contradict anything.

``required``  names of fields that must be filled in
``limits``    name of a number → the most that is believable; less than nothing never is
``dates``     names of dates that must lie within the page's year
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

from django.db.models import Model
from django.utils import timezone

from ..problems import Problem

EMPTY = (None, "")
FIRST_YEAR = 2010


class Declared(Protocol):
    """What the rules ask of a page or a row."""

    required: tuple[str, ...]
    limits: dict[str, int]
    dates: tuple[str, ...]


def facts_problems(page: Model, relations: tuple[str, ...]) -> list[Problem]:
    """Return what is wrong with the facts of *page* and of the rows in its *relations*."""
    problems = list(_problems(page, page.year, None, 0))
    last_year = timezone.localdate().year + 1  # in December people begin the next
    if page.year is not None and not FIRST_YEAR <= page.year <= last_year:
        words = f"{page.year} 年不对，应在 {FIRST_YEAR} 年到 {last_year} 年之间，请核对。"
        problems.append(field_problem(page, "year", words))
    for relation in relations:
        for number, row in enumerate(getattr(page, relation).all(), start=1):
            problems += _problems(row, page.year, relation, number)
    return problems


def row_problem(relation: str, number: int, row: Model, name: str, message: str) -> Problem:
    """Return a finding about the field *name* of the *number*-th row of *relation*."""
    return Problem(
        relation, f"{row._meta.verbose_name}第 {number} 行，{label(row, name)}", message, row, name
    )


def label(instance: Model, name: str) -> str:
    """Return the Chinese name of a field."""
    return str(instance._meta.get_field(name).verbose_name)


def field_problem(instance: Model, name: str, message: str) -> Problem:
    """Return a finding about the page's own field *name*."""
    return Problem(name, label(instance, name), message)


def _problems(item: Any, year: int | None, relation: str | None, number: int) -> Iterator[Problem]:
    def found(name: str, message: str) -> Problem:
        if relation is None:
            return field_problem(item, name, message)
        return row_problem(relation, number, item, name, message)

    for name in item.required:
        if getattr(item, name) in EMPTY:
            yield found(name, "还没有填写。")
    for name, most in item.limits.items():
        message = number_message(getattr(item, name), most)
        if message:
            yield found(name, message)
    for name in item.dates:
        day = getattr(item, name)
        if day and year and day.year != year:
            yield found(name, f"{_day(day)}不在 {year} 年内，请核对日期或页面的年份。")


def number_message(value: int | float | None, most: int) -> str:
    """Return why *value* cannot be right, or an empty string."""
    if value is None:
        return ""
    if value < 0:
        return f"不能是负数（现在是 {value}）。"
    if value > most:
        return f"{value:,} 大得不合常理（一般不超过 {most:,}），请核对是不是多打了数字。"
    return ""


def _day(day: date) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
