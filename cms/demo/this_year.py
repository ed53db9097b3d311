"""Rows of facts that name months and days instead of dates, put into the year in which they are loaded."""

from calendar import monthrange
from datetime import date
from typing import Any


def dated(rows: list[dict[str, Any]], today: date) -> list[dict[str, Any]]:
    """*rows* with dates in the year of *today*.

    A row with `month` and `day` was held on that day, and is left out while the day is still to come; one with
    `month` alone lasts from its first day to its last. Rows with neither stay as they are.
    """
    found = [_dated(row, today.year) for row in rows]
    return [row for row in found if row.get("held_on", today) <= today]


def _dated(row: dict[str, Any], year: int) -> dict[str, Any]:
    row = dict(row)
    month, day = row.pop("month", None), row.pop("day", None)
    if month is None:
        return row
    if day is not None:
        return row | {"held_on": date(year, month, day)}
    return row | {"starts_on": date(year, month, 1), "ends_on": date(year, month, monthrange(year, month)[1])}
