"""Which checks there are, and for which types of page."""

from collections.abc import Callable, Iterable

from wagtail.models import Page

from .findings import Finding
from .subject import Subject

Check = Callable[[Subject], Iterable[Finding]]
_checks: list[tuple[Check, tuple[type[Page], ...]]] = []


def register_check(check: Check, *page_types: type[Page]) -> None:
    """Run *check* over pages of *page_types* (none given: over all); called from ``AppConfig.ready``.

    A higher package adds its own this way. Checks run in the order in which they were registered.
    """
    if (check, page_types) not in _checks:
        _checks.append((check, page_types))


def checks_for(page: Page) -> list[Check]:
    """Return the checks for *page*."""
    return [check for check, types in _checks if not types or isinstance(page, types)]
