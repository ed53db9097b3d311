"""Writing down what the checks found in what waits, so that the queue reads no page."""

from wagtail.models import TaskState

from pages.checks.findings import Report

from ..review_records import ReviewFindings


def remember(task_state: TaskState | None, report: Report) -> None:
    """Keep the numbers of *report* for the item that waits in *task_state*."""
    if task_state is None:
        return
    numbers = {"warnings": len(report.warnings), "blocking": len(report.blocking)}
    ReviewFindings.objects.update_or_create(task_state=task_state, defaults=numbers)
