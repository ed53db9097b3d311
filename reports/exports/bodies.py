"""The blocks of many bodies at once: what a kind of block asks of the database, it asks once for all pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pages.blocks import BodyBlock

from ..models import YearEndSummaryPage


@dataclass(frozen=True)
class Part:
    """One block: its *kind*, as ``BodyBlock`` names it, and its value."""

    kind: str
    value: Any


def bodies(pages: Sequence[YearEndSummaryPage]) -> list[list[Part]]:
    """Return the blocks of each page's body. The number of queries does not depend on how many pages there are."""
    raw = [list(page.body.raw_data) for page in pages]
    values: dict[tuple[int, int], Any] = {}
    for kind, block in BodyBlock().child_blocks.items():
        places = [(p, n) for p, body in enumerate(raw) for n, one in enumerate(body) if one["type"] == kind]
        found = block.bulk_to_python([raw[p][n]["value"] for p, n in places])
        values.update(zip(places, found, strict=True))
    return [[Part(one["type"], values[p, n]) for n, one in enumerate(body)] for p, body in enumerate(raw)]
