"""What is known about all open years at one moment, in a number of queries that only depends on how many years are open."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from pages.models import CountyPage

from .. import models
from ..hooks import Contacts, Person, office
from ..ledger import WHOLE_TREE, Ledger, ledger
from ..status import day_of
from .rules import EVERY


@dataclass(frozen=True)
class Situation:
    """Ledgers of the open years, the people, and who has been written to on this day already."""

    now: datetime
    ledgers: list[Ledger]
    contacts: dict[str, Contacts]  # by path of the county's page
    department: list[Person]
    written: frozenset[tuple[int, str]]  # account and key of the reason
    undelivered: list[models.Reminder]  # of the last week, this day apart

    @property
    def day(self) -> date:
        """The day in Liuzhou."""
        return day_of(self.now)

    @cached_property
    def counties(self) -> list[CountyPage]:
        """Counties that owe something in an open year, in their order."""
        found = {row.county.path: row.county for one in self.ledgers for row in one.rows if row.reports}
        return sorted(found.values(), key=lambda county: county.code)

    @cached_property
    def without_editor(self) -> list[CountyPage]:
        """Counties in which nobody with an open account writes."""
        return [county for county in self.counties if not self.contacts[county.path].editors]

    @cached_property
    def without_lead(self) -> list[CountyPage]:
        """Counties in which nobody with an open account approves."""
        return [county for county in self.counties if not self.contacts[county.path].leads]

    @cached_property
    def without_address(self) -> list[tuple[Person, str]]:
        """People who cannot be written to, each with where they belong."""
        found: dict[int, tuple[Person, str]] = {}
        for county in self.counties:
            contacts = self.contacts[county.path]
            for person in [*contacts.editors, *contacts.leads]:
                if not person.email:
                    found.setdefault(person.pk, (person, county.title))
        for person in self.department:
            if not person.email:
                found.setdefault(person.pk, (person, "市妇联组联部"))
        return list(found.values())


def survey(now: datetime) -> Situation:
    """Return how things stand at *now*, which is aware."""
    day = day_of(now)
    years = models.ReportingYear.objects.filter(is_open=True).order_by("year")
    ledgers = [ledger(year, WHOLE_TREE, now) for year in years]
    if not ledgers:
        return Situation(now, [], {}, [], frozenset(), [])
    paths = {row.county.path for one in ledgers for row in one.rows if row.reports}
    lately = models.Reminder.objects.filter(day__gte=day - timedelta(days=EVERY), day__lt=day, sent_at=None)
    return Situation(
        now=now,
        ledgers=ledgers,
        contacts=office().contacts(paths),
        department=office().department(),
        written=written_on(day),
        undelivered=list(lately.order_by("day", "address", "reason")),
    )


def written_on(day: date) -> frozenset[tuple[int, str]]:
    """Return who was written to on *day* for what, whether or not the mail has gone yet."""
    rows = models.Reminder.objects.filter(day=day, user__isnull=False).order_by()
    return frozenset(rows.values_list("user_id", "reason"))
