"""What the workflow and the accounts know of reports: the package that runs them registers it here (``cms``)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from wagtail.query import PageQuerySet


@dataclass(frozen=True)
class Person:
    """Somebody who can be written to."""

    pk: int
    name: str
    email: str


@dataclass(frozen=True)
class Contacts:
    """A county's people whose accounts are open."""

    editors: list[Person] = field(default_factory=list)
    leads: list[Person] = field(default_factory=list)


@dataclass(frozen=True)
class Office:
    """The answers of the package above; each costs a fixed number of queries.

    *with_standing* annotates pages that have ``about``, the year that they report about, with ``report_state``, a value
    of ``status.State``, and ``approved_at``, the moment of the lead's first approval of a version about that year.
    *contacts* gives the people of counties by the path of the county's page, *leadless* those of these paths whose
    county has nobody to decide; *department* gives the people of the organisation department.
    """

    with_standing: Callable[[PageQuerySet], PageQuerySet]
    contacts: Callable[[Collection[str]], dict[str, Contacts]]
    leadless: Callable[[Collection[str]], set[str]]
    department: Callable[[], list[Person]]


_registered: list[Office] = []


def register_office(office: Office) -> None:
    """Set the answers; called once when the application above starts."""
    _registered[:] = [office]


def office() -> Office:
    """Return the answers. Raises ``LookupError`` where nothing is registered: nothing is guessed."""
    if not _registered:
        raise LookupError("No package has registered how reports stand.")
    return _registered[0]
