"""What to tell a reviewer after her decision."""

from wagtail.models import Page

from .approvals import entries_for
from .ledger import Action

OUTCOMES = {
    Action.LEAD_APPROVED: "已审定通过，转市妇联组联部审核。",
    Action.CITY_APPROVED: "已审核通过并发布。",
    Action.HANDED_BACK: "内容有修改，已转县区主要领导重新审定。",
    Action.LEAD_RETURNED: "已退回编辑修改。",
    Action.CITY_RETURNED: "已退回县区修改。",
}


def last_outcome(page: Page) -> str:
    """Say in one sentence what the last decision on *page* led to; empty if there was none."""
    decided = [entry for entry in entries_for(page) if entry.action in OUTCOMES]
    return f"《{decided[-1].page_title}》{OUTCOMES[decided[-1].action]}" if decided else ""
