"""Figures of a page: numbers that are computed from its facts once, and shown alike wherever they appear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

Number = int | Decimal


@dataclass(frozen=True)
class FigureSpec:
    """A figure that can be added up: *name* is unique over all page types, *label* and *unit* are for readers.

    *source* names the kind of listed pages whose figures it is the sum of, for what is never typed twice: lectures
    and activities are counted from their own pages. *part_of* names the figure that it is a share of; the share is
    shown in per cent beside it.
    """

    name: str
    label: str
    unit: str
    source: str = ""
    part_of: str = ""


@dataclass(frozen=True)
class ShownFigure:
    """A figure as the template ``components/figures.html`` wants it."""

    name: str
    value: Number
    label: str
    unit: str
    note: str = ""


def shown(specs: Sequence[FigureSpec], values: Mapping[str, Number]) -> list[ShownFigure]:
    """Return the figures of *specs* that are there and not nought, in their order, with their shares."""
    return [
        ShownFigure(spec.name, whole(values[spec.name]), spec.label, spec.unit, share(spec, values))
        for spec in specs
        if values.get(spec.name)
    ]


def share(spec: FigureSpec, values: Mapping[str, Number]) -> str:
    """Return the share of ``spec.part_of`` in per cent, such as ``82.5%``; empty if there is none.

    >>> share(FigureSpec("employed", "就业", "人", part_of="trainees"), {"employed": 2, "trainees": 3})
    '66.7%'
    """
    total = values.get(spec.part_of) if spec.part_of else None
    return percent(values.get(spec.name, 0), total) if total else ""


def percent(part: Number, total: Number) -> str:
    """Return *part* of *total* in per cent with at most one decimal."""
    return f"{Decimal(part) * 100 / Decimal(total):.1f}".removesuffix(".0") + "%"


def whole(value: Number) -> Number:
    """Return *value* without a decimal part of nought: 12.0 hours are 12 hours."""
    return int(value) if value == int(value) else value
