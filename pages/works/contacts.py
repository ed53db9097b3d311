"""How many women each 执委 is in contact with, for the public: totals and a distribution, nobody's shortfall.

The lowest step of the distribution begins at nought and ends above what the notice asks, so that nobody can read
from it who, or whether anybody, stays below.
"""

from collections.abc import Sequence

from .. import charts

ENOUGH = 10  # notice, part one (1): 每名执委……联系辖区普通妇女群众10名以上
STEPS = ((0, 14), (15, 19), (20, 29), (30, None))


def distribution(women: Sequence[int]) -> list[charts.Bar]:
    """Return bars with the number of 执委 at each step; empty if nothing is known."""
    rows = [(_label(low, high), sum(_within(n, low, high) for n in women)) for low, high in STEPS]
    return charts.bars(rows, "位执委") if women else []


def note(women: Sequence[int]) -> str:
    """Return total and average in one sentence."""
    if not women:
        return ""
    average = f"{sum(women) / len(women):.1f}".removesuffix(".0")
    return f"{len(women)} 位执委共联系 {sum(women):,} 名，平均每位 {average} 名"


def _within(number: int, low: int, high: int | None) -> bool:
    return number >= low and (high is None or number <= high)


def _label(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} 名以上"
    return f"{low}—{high} 名" if low else f"{high} 名以内"
