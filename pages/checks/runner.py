"""The one place that runs the checks: for the form, the review screen, submission and each approval."""

from wagtail.models import Page

from ..problems import Problem
from .findings import Report
from .registry import checks_for
from .subject import Subject


def run(page: Page) -> Report:
    """Return what all checks find in the specific *page*, as it is in memory. Nothing is stored.

    Besides what the page's own rules cost, at most three queries: pictures, documents, links.
    """
    subject = Subject(page)
    return Report.of(finding for check in checks_for(page) for finding in check(subject))


def blocking_problems(page: Page) -> list[Problem]:
    """Return what keeps *page*, as it is in memory, from being submitted."""
    return [finding.problem for finding in run(page).blocking]
