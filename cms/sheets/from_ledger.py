"""From the entries of the ledger to the sheet: pure functions, as those of the publishing rule."""

from collections.abc import Sequence

from pages.checks.findings import Severity

from ..workflow import rule
from ..workflow.ledger import Action, LedgerEntry
from .facts import Facts
from .sheet import ApprovalSheet, Confirmed, Ended, Signed, Step, number_of

ENDS = {Action.PUBLISHED: "已由新版本替换", Action.WITHDRAWN: "已撤下"}
ON_THE_WAY = (Action.LEAD_RETURNED, Action.CITY_RETURNED, Action.TAKEN_BACK, Action.HANDED_BACK)


def publications(entries: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    """Return the entries by which a page was published, newest first."""
    return sorted((one for one in entries if one.action == Action.PUBLISHED), key=lambda one: -one.pk)


def sheet_of(entry: LedgerEntry, entries: Sequence[LedgerEntry], facts: Facts) -> ApprovalSheet:
    """Return the sheet of the publication *entry*; *entries* are all of its page, oldest first."""
    before = [one for one in entries if one.pk < entry.pk]
    own = [one for one in before if one.submission == entry.submission]
    city = _last(rule.in_force(own), Action.CITY_APPROVED)
    content_hash = city.content_hash if city else ""
    until_city = [one for one in before if city and one.pk < city.pk]
    lead = rule.lead_approval(until_city, entry.submission, content_hash) if entry.county_code else None
    contribution = _contribution([one for one in own if one.pk < (lead or city or entry).pk])
    approvals = [one for one in (lead, city) if one]
    return ApprovalSheet(
        entry_id=entry.pk,
        number=number_of(entry),
        page_id=entry.page_id,
        title=(city or entry).page_title,
        county_code=entry.county_code,
        published_at=entry.created_at,
        contributor=Signed.by(contribution) if contribution else None,
        lead=Signed.by(lead) if lead else None,
        city=Signed.by(city) if city else None,
        steps=tuple(
            Step(one.get_action_display(), Signed.by(one)) for one in own if one.action in ON_THE_WAY
        ),
        confirmed=_confirmed(approvals),
        notes=_notes(approvals),
        content_hash=content_hash,
        ended=_ended(entry, entries),
        facts=facts,
    )


def _last(entries: Sequence[LedgerEntry], action: Action) -> LedgerEntry | None:
    return next((one for one in reversed(entries) if one.action == action), None)


def _contribution(entries: Sequence[LedgerEntry]) -> LedgerEntry | None:
    """The last submission; what a moderator changed comes to the lead again, but is no contribution of hers."""
    previous, found = None, None
    for one in entries:
        if one.action == Action.SUBMITTED and not (previous and previous.action == Action.HANDED_BACK):
            found = one
        previous = one
    return found


def _confirmed(approvals: Sequence[LedgerEntry]) -> tuple[Confirmed, ...]:
    names: dict[str, list[str]] = {}
    for approval in approvals:
        for words in approval.confirmed:
            names.setdefault(words, []).append(approval.user_name)
    return tuple(Confirmed(words, tuple(dict.fromkeys(who))) for words, who in names.items())


def _notes(approvals: Sequence[LedgerEntry]) -> tuple[str, ...]:
    kept = [one for approval in approvals for one in approval.checks if one["severity"] == Severity.NOTE]
    return tuple(dict.fromkeys(f"{one['place']}：{one['message']}" for one in kept))


def _ended(entry: LedgerEntry, entries: Sequence[LedgerEntry]) -> Ended | None:
    after = (one for one in entries if one.pk > entry.pk and one.action in ENDS)
    first = next(after, None)
    return Ended(ENDS[Action(first.action)], first.created_at) if first else None
