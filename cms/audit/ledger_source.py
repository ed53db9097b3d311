"""Submissions, approvals, returns, publications and withdrawals, as the approval ledger has them."""

from django.db.models import Q

from ..county import County
from ..workflow.ledger import Action, LedgerEntry
from .kinds import Kind
from .row import Row
from .source import Source

KINDS = {
    Kind.SUBMISSION: (Action.SUBMITTED, Action.TAKEN_BACK),
    Kind.APPROVAL: (Action.LEAD_APPROVED, Action.CITY_APPROVED),
    Kind.RETURN: (Action.LEAD_RETURNED, Action.CITY_RETURNED, Action.HANDED_BACK),
    Kind.PUBLICATION: (Action.PUBLISHED, Action.FOUNDED),
    Kind.WITHDRAWAL: (Action.WITHDRAWN,),
}
KIND_OF = {action: kind for kind, actions in KINDS.items() for action in actions}
# Wagtail does not tell the ledger who took a page down; the log of pages, a line beside it, does.
UNKNOWN = {Action.WITHDRAWN: "—"}


class LedgerSource(Source):
    model = LedgerEntry
    time = "created_at"
    kinds = {kind: Q(action__in=actions) for kind, actions in KINDS.items()}

    def in_county(self, county: County) -> Q:
        return Q(county_code=county.code)

    def by_person(self, words: str) -> Q:
        return Q(user_name__icontains=words) | Q(user__username__icontains=words)

    def about(self, words: str) -> Q:
        return Q(page_title__icontains=words)

    def row(self, found: LedgerEntry) -> Row:
        return Row(
            at=found.created_at,
            kind=KIND_OF[found.action],
            act=found.get_action_display(),
            subject=found.page_title,
            detail=found.comment,
            person=found.user_name or UNKNOWN.get(found.action, ""),
            county_code=found.county_code,
            page_id=found.page_id,
            sheet_id=found.pk if found.action == Action.PUBLISHED else None,
        )
