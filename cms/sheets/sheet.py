"""The approval sheet as a value: what was decided then. No queries, no clock."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from ..workflow.ledger import LedgerEntry
from .facts import Facts

CITY_CODE = "450200"  # of Liuzhou itself, in the numbers of the city's own sheets
GROUP = 8


@dataclass(frozen=True)
class Signed:
    """Who did something, when, and what she wrote."""

    name: str
    at: datetime
    comment: str = ""

    @classmethod
    def by(cls, entry: LedgerEntry) -> "Signed":
        """Return what *entry* says of it."""
        return cls(entry.user_name, entry.created_at, entry.comment.strip())


@dataclass(frozen=True)
class Step:
    """Something else that was decided before the publication, in the words of the ledger."""

    action: str
    signed: Signed


@dataclass(frozen=True)
class Confirmed:
    """A warning of the checks and the names of those who confirmed it."""

    words: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Ended:
    """Why this version is not public any more, and since when."""

    words: str
    at: datetime


@dataclass(frozen=True)
class ApprovalSheet:
    """信息发布审签单 of one publication of a page.

    *lead* is ``None`` for the city's own pages, which no county approves, and *contributor* where nobody submitted.
    """

    entry_id: int
    number: str
    page_id: int
    title: str
    county_code: str
    published_at: datetime
    contributor: Signed | None
    lead: Signed | None
    city: Signed | None
    steps: tuple[Step, ...]
    confirmed: tuple[Confirmed, ...]
    notes: tuple[str, ...]
    content_hash: str
    ended: Ended | None
    facts: Facts = field(default_factory=Facts)

    @property
    def hash_groups(self) -> list[str]:
        """The content's SHA-256 in groups of eight, which people can compare."""
        return [self.content_hash[start : start + GROUP] for start in range(0, len(self.content_hash), GROUP)]


def number_of(entry: LedgerEntry) -> str:
    """The number of the sheet of the publication *entry*: division, year, and the entry's id.

    For example ``450202-2020-000123``.
    """
    year = timezone.localtime(entry.created_at).year
    return f"{entry.county_code or CITY_CODE}-{year}-{entry.pk:06d}"
