"""What an export covers, and how it says how far it is. Every long export is one function:

    ``build(scope: Scope, target: Path, progress: Progress) -> None``

It writes one file at *target*, of which nothing is there before, and calls ``progress(done, total)`` as it goes: often,
since a builder that is silent for ten minutes is taken for dead. What ``progress`` raises ends it. It raises
``NothingToExport`` if there is nothing that the file could hold, and another ``PaperUnavailable`` if the file cannot be
made here at all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pages.models import CountyPage

Progress = Callable[[int, int], None]

CITY = "柳州市"
PROJECT = "柳州市基层妇联改革示范点"


class PaperUnavailable(Exception):
    """The file cannot be made, and trying again would not help; the message says why, in Chinese, for its user."""


class NothingToExport(PaperUnavailable):
    """There is nothing to put into the file; the message says so in Chinese, for whoever asked for it."""


@dataclass(frozen=True)
class Scope:
    """A reporting *year*, of one *county* or, without, of the whole city."""

    year: int
    county: CountyPage | None = None

    @property
    def path(self) -> str:
        """Everything of it stands at or below this path of the tree; empty for the whole city."""
        return self.county.path if self.county else ""

    @property
    def place(self) -> str:
        """The name of the county or city."""
        return self.county.title if self.county else CITY
