"""The rows of the queue, in a fixed number of queries whatever waits."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser

from ...review_records import ReviewFindings, ReviewOpened
from ...workflow import tasks
from .. import worklist

CARELESS = "先打开看过，才能勾选一起通过。"
HAS_WARNINGS = "有需要核对的提醒，请打开逐项核对后通过。"
ORDERS = {
    "since": ("等得最久的在前", lambda row: row.item.since),
    "newest": ("最新提交的在前", lambda row: -row.item.since.timestamp()),
    "county": ("按县区", lambda row: (row.item.county_name, row.item.site_name, row.item.since)),
    "type": ("按类型", lambda row: (row.item.type_name, row.item.since)),
    "warnings": ("提醒多的在前", lambda row: (-(row.warnings or 0), row.item.since)),
}


@dataclass(frozen=True)
class Row:
    """One item that waits. *warnings* is ``None`` where nobody has counted; *opened*: she has read this revision."""

    item: worklist.Item
    warnings: int | None
    opened: bool

    @property
    def reason_against_ticking(self) -> str:
        """Why it cannot be approved together with others; empty if it can."""
        if not self.opened:
            return CARELESS
        return HAS_WARNINGS if self.warnings != 0 else ""


def rows_for(user: AbstractBaseUser) -> list[Row]:
    """Return what waits for *user*, oldest first."""
    states = {int(state.workflow_state.object_id): state for state in _states(user)}
    items = worklist.items_waiting(states)
    found = dict(
        ReviewFindings.objects.filter(task_state__in=[state.pk for state in states.values()]).values_list(
            "task_state", "warnings"
        )
    )
    opened = set(
        ReviewOpened.objects.filter(user=user, page_id__in=states).values_list("revision_id", flat=True)
    )
    return [Row(item, found.get(states[item.page_id].pk), item.revision_id in opened) for item in items]


def _states(user: AbstractBaseUser):
    return tasks.waiting_for(user).select_related("workflow_state__requested_by")
