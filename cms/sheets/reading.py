"""Sheets out of the database."""

from dataclasses import dataclass

from ..workflow.ledger import LedgerEntry
from .facts import facts_of
from .from_ledger import publications, sheet_of
from .sheet import ApprovalSheet


@dataclass(frozen=True)
class Publications:
    """All entries of one page, and those by which it was published, newest first."""

    entries: list[LedgerEntry]
    published: list[LedgerEntry]

    @classmethod
    def of(cls, page_id: int) -> "Publications":
        """Read those of the page, which need not exist any more."""
        entries = list(LedgerEntry.objects.filter(page_id=page_id).order_by("pk"))
        return cls(entries, publications(entries))

    def find(self, entry_id: int | None = None) -> LedgerEntry | None:
        """The publication with that id, without one the newest; ``None`` if it is not among this page's."""
        if entry_id is None:
            return self.published[0] if self.published else None
        return next((one for one in self.published if one.pk == entry_id), None)

    def sheet(self, entry: LedgerEntry) -> ApprovalSheet:
        """The sheet of the publication *entry*."""
        return sheet_of(entry, self.entries, facts_of(entry))
