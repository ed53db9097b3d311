"""Writing down what the checks found in what waits, so that the queue reads no page."""

from wagtail.models import TaskState

from media.background import background_task
from pages.checks.findings import Report

from ..review_records import ReviewFindings
from .judged import Judged


@background_task
def count(task_state_id: int) -> int:
    """Check what waits in the task state; return how many warnings there are, 0 if it does not wait any more."""
    task_state = TaskState.objects.filter(pk=task_state_id, status=TaskState.STATUS_IN_PROGRESS).first()
    if task_state is None:
        return 0
    report = Judged(task_state.workflow_state.content_object.specific).report
    remember(task_state, report)
    return len(report.warnings)


def remember(task_state: TaskState, report: Report) -> None:
    """Keep the numbers of *report* for the item that waits in *task_state*."""
    numbers = {"warnings": len(report.warnings), "blocking": len(report.blocking)}
    ReviewFindings.objects.update_or_create(task_state=task_state, defaults=numbers)
