"""Who is reminded of what on a day: one letter for each person, whatever number of sites, duties, counties and years."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from pages.models import CountyPage, SitePage

from ..hooks import Person
from ..ledger import Ledger, Report
from ..status import Duty, day_of
from .rules import Concern, Reason, concern_of, reason_on
from .situation import Situation


@dataclass(frozen=True)
class Item:
    """One report that somebody is to do something about; a county's summary is one item for all its sites."""

    reason: Reason
    concern: Concern
    county: CountyPage
    sites: tuple[SitePage, ...]
    report: Report


@dataclass(frozen=True)
class Letter:
    """What one person is reminded of on a day. *edits* and *leads* are the counties for whose sake she gets it."""

    person: Person
    items: list[Item] = field(default_factory=list)
    edits: list[CountyPage] = field(default_factory=list)
    leads: list[CountyPage] = field(default_factory=list)

    @property
    def reasons(self) -> list[Reason]:
        """Each reason once, by deadline."""
        return sorted({item.reason for item in self.items})

    @property
    def keys(self) -> list[str]:
        """The keys of the reasons, in their own order."""
        return sorted(reason.key for reason in self.reasons)

    def about(self, keys: Collection[str]) -> "Letter":
        """The same letter about the reasons with these *keys* alone."""
        return replace(self, items=[item for item in self.items if item.reason.key in keys])

    def having(self, concern: Concern) -> list[Item]:
        """The items of one kind."""
        return [item for item in self.items if item.concern == concern]

    @property
    def missing(self) -> int:
        """How many reports of sites are not handed in."""
        return sum(len(item.sites) for item in self.having(Concern.HAND_IN))

    @property
    def waiting(self) -> int:
        """How many reports wait for her decision."""
        return len(self.having(Concern.DECIDE))


def letters(situation: Situation) -> list[Letter]:
    """Return the day's letters, one a person, to those who have an address; what was written before is among them.

    Editors and leads get what is not handed in, leads also what waits for them. A lead who edits is a lead.
    """
    found: dict[int, Letter] = {}
    for one in situation.ledgers:
        by_county: dict[str, list[Item]] = {}
        for item in items(one):
            by_county.setdefault(item.county.path, []).append(item)
        for path, of_county in sorted(by_county.items(), key=lambda pair: pair[1][0].county.code):
            contacts = situation.contacts[path]
            leads = {person.pk for person in contacts.leads}
            to_hand_in = [item for item in of_county if item.concern == Concern.HAND_IN]
            for person in contacts.leads:
                _add(found, person, of_county, is_lead=True)
            for person in contacts.editors:
                if person.pk not in leads:
                    _add(found, person, to_hand_in, is_lead=False)
    return sorted(found.values(), key=lambda letter: letter.person.pk)


def _add(found: dict[int, Letter], person: Person, of_county: list[Item], is_lead: bool) -> None:
    if not person.email or not of_county:
        return
    letter = found.setdefault(person.pk, Letter(person))
    letter.items.extend(of_county)
    counties = letter.leads if is_lead else letter.edits
    if of_county[0].county.pk not in {county.pk for county in counties}:
        counties.append(of_county[0].county)


def items(one: Ledger) -> list[Item]:
    """Return what people are reminded of in the year *one* on the day of its moment, in the order of its rows."""
    found: dict[object, Item] = {}
    for duty in Duty:
        for row in one.rows:
            report = row.report(duty)
            concern = concern_of(report.state) if report else None
            if concern is None:
                continue
            reason = reason_on(one.year.year, duty, report.standing.deadline, day_of(one.now))
            if reason is None:
                continue
            same = report.page.pk if report.of_county else (duty, row.site.pk)
            if same in found:
                found[same] = replace(found[same], sites=(*found[same].sites, row.site))
            else:
                found[same] = Item(reason, concern, row.county, (row.site,), report)
    return list(found.values())
