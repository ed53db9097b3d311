"""The one workflow, 县区审定 → 市级审核, on the home page and so on everything below it."""

from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from ..workflow.tasks import CityReviewTask, CountyReviewTask

NAME = "县区审定 → 市级审核"


def ensure_workflow(home: Page) -> Workflow:
    """Make or mend the workflow and remove Wagtail's own."""
    _remove_stock()
    workflow, _ = Workflow.objects.get_or_create(name=NAME)
    steps = [_task(CountyReviewTask, "县区审定"), _task(CityReviewTask, "市级审核")]
    for order, task in enumerate(steps):
        WorkflowTask.objects.update_or_create(workflow=workflow, task=task, defaults={"sort_order": order})
    WorkflowTask.objects.filter(workflow=workflow).exclude(task__in=steps).delete()
    if not workflow.active:
        workflow.active = True
        workflow.save()
    WorkflowPage.objects.exclude(page=home).delete()
    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
    return workflow


def _task(model: type[Task], name: str) -> Task:
    task = model.objects.first() or model.objects.create(name=name)
    if not task.active:
        task.active = True
        task.save()
    return Task.objects.get(pk=task.pk)


def _remove_stock() -> None:
    Workflow.objects.exclude(name=NAME).filter(workflow_states=None).delete()
    GroupApprovalTask.objects.filter(task_states=None).delete()
