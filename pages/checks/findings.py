"""What a check found, and how grave it is."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..problems import Problem


class Severity(StrEnum):
    """How grave a finding is: it blocks, it is to be confirmed by the reviewer, or it is for her information."""

    BLOCKING = "blocking"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One finding of the check named *check*.

    *found* are the words as they stand in the field and *better* what one click puts in their place, if there is
    anything to put. ``problem.message`` never spells out personal data: it is kept with approvals for good.
    """

    check: str
    severity: Severity
    problem: Problem
    found: str = ""
    better: str = ""

    def __str__(self) -> str:
        return str(self.problem)

    @property
    def key(self) -> str:
        """The name by which a reviewer confirms this finding: the same as long as place and words are."""
        said = f"{self.check}\n{self.problem.place}\n{self.problem.message}\n{self.found}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def as_kept(self) -> dict[str, Any]:
        """Return what is kept of this finding with an approval."""
        return {
            "check": self.check,
            "severity": str(self.severity),
            "place": self.problem.place,
            "message": self.problem.message,
        }


@dataclass(frozen=True)
class Report:
    """All findings about one content of a page."""

    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Report":
        """Return the report on *findings*, each once."""
        return cls(tuple({finding.key: finding for finding in findings}.values()))

    @property
    def blocking(self) -> list[Finding]:
        """What keeps the page from being submitted and approved."""
        return self._of(Severity.BLOCKING)

    @property
    def warnings(self) -> list[Finding]:
        """What a reviewer has to confirm before she approves."""
        return self._of(Severity.WARNING)

    @property
    def notes(self) -> list[Finding]:
        """What staff should know besides."""
        return self._of(Severity.NOTE)

    def unconfirmed(self, keys: Iterable[str]) -> list[Finding]:
        """Return the warnings that are not among the confirmed *keys*."""
        known = set(keys)
        return [finding for finding in self.warnings if finding.key not in known]

    def as_kept(self) -> list[dict[str, Any]]:
        """Return what an approval keeps of this report."""
        return [finding.as_kept() for finding in self.findings]

    def _of(self, severity: Severity) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == severity]
