"""The rules that a page type has of its own: limits of the notice, required facts, remarks for staff."""

from collections.abc import Iterator

from .findings import Finding, Severity
from .subject import Subject


def own_rules(subject: Subject) -> Iterator[Finding]:
    """What the type's ``submission_problems`` and ``warnings`` say; the latter are remarks and keep nothing back."""
    for problem in subject.page.submission_problems():
        yield Finding("rules", Severity.BLOCKING, problem)
    for problem in subject.page.warnings():
        yield Finding("rules", Severity.NOTE, problem)
