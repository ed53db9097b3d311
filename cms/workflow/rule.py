"""The publishing rule as pure functions over ledger entries (PRODUCT 4). No queries, no clock."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from .ledger import Action


class Entry(Protocol):
    """What the rule needs to know of a ledger entry."""

    pk: int
    action: str
    submission: int | None
    content_hash: str
    user_id: int | None


def in_force(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries after the last withdrawal: it voids every approval before it."""
    kept: list[Entry] = []
    for entry in sorted(entries, key=lambda one: one.pk):
        kept = [] if entry.action == Action.WITHDRAWN else [*kept, entry]
    return kept


def lead_approval(entries: Sequence[Entry], submission: int | None, content_hash: str) -> Entry | None:
    """Return the lead's approval of exactly *content_hash* within *submission*, if there is one in force."""
    found = None
    for entry in in_force(entries):
        if (
            entry.action == Action.LEAD_APPROVED
            and entry.content_hash == content_hash
            and entry.submission == submission
        ):
            found = entry
    return found


def different_people(one: Entry, other: Entry) -> bool:
    """Whether two decisions were taken by two known and different people."""
    return one.user_id is not None and other.user_id is not None and one.user_id != other.user_id


def reason_against(entries: Sequence[Entry], content_hash: str, of_county: bool) -> str | None:
    """Return why *content_hash* must not be live, in words for staff; ``None`` if it may.

    A county's content needs its lead's approval and after it the city's, on this very content, within one
    submission, by two people. The city's own content needs the city's approval, or was founded by the set-up.
    """
    approvals = in_force(entries)
    for city in approvals:
        if city.content_hash != content_hash:
            continue
        if not of_county and city.action in (Action.CITY_APPROVED, Action.FOUNDED):
            return None
        if of_county and city.action == Action.CITY_APPROVED:
            before = [entry for entry in approvals if entry.pk < city.pk]
            lead = lead_approval(before, city.submission, content_hash)
            if lead and different_people(lead, city):
                return None
    if of_county:
        return "这些内容没有经过本县区主要领导审定和市妇联组联部审核，不能发布。"
    return "这些内容没有经过市妇联组联部审核，不能发布。"
