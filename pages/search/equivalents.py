"""The list of equivalent terms: what it starts with."""

from pathlib import Path

from ..models import SearchEquivalent

STARTING = Path(__file__).parents[1] / "data" / "search-equivalents.txt"


def starting_equivalents() -> list[SearchEquivalent]:
    """Return the groups that a new installation starts with, not yet stored."""
    lines = STARTING.read_text(encoding="utf-8").split("\n")
    return [SearchEquivalent(terms=line.strip()) for line in lines if line.strip()]


def ensure_equivalents() -> None:
    """Fill the list if it is empty; otherwise it is the department's, and what it deleted stays so."""
    if not SearchEquivalent.objects.exists():
        SearchEquivalent.objects.bulk_create(starting_equivalents())
