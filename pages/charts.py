"""Data of the drawn figures: bars and stacked bars in thousandths of their width. Templates draw, tables say it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .figures import Number, percent, whole

WIDTH = 1000


@dataclass(frozen=True)
class Bar:
    """One row of ``components/bars.html``."""

    label: str
    number: Number
    unit: str
    width: int
    tone: str = "brand"
    note: str = ""
    url: str = ""


@dataclass(frozen=True)
class Part:
    """One part of ``components/stacked_bar.html``."""

    label: str
    value: int
    unit: str
    start: int
    width: int
    share: str


def bars(rows: Iterable[tuple[str, Number]], unit: str, tone: str = "brand") -> list[Bar]:
    """Return bars for ``(label, number)``, the longest as wide as there is room."""
    rows = list(rows)
    most = max((number for _, number in rows), default=0)
    return [Bar(label, whole(number), unit, _width(number, most), tone) for label, number in rows]


def parts(rows: Sequence[tuple[str, int]], unit: str) -> list[Part]:
    """Return the parts of one bar for ``(label, number)``, those of nought left out; empty without any."""
    total = sum(number for _, number in rows)
    found, start = [], 0
    for label, number in rows:
        if number:
            width = _width(number, total)
            found.append(Part(label, number, unit, start, width, percent(number, total)))
            start += width
    return found


def _width(number: Number, most: Number) -> int:
    return max(4, round(WIDTH * number / most)) if number and most else 0
