"""Where a page stands in the workflow, read from Wagtail's tables."""

from wagtail.models import Page, TaskState, WorkflowState

DRAFT, LEAD, CITY_STEP, RETURNED = "draft", "lead", "city", "returned"


def state_of(page: Page) -> WorkflowState | None:
    """The submission of *page* that is under way."""
    return (
        WorkflowState.objects.active()
        .filter(object_id=str(page.pk))
        .select_related("current_task_state__task")
        .first()
    )


def stage(page: Page) -> str:
    """Whose turn it is: the writer's (draft, returned), the lead's or the city's."""
    state = state_of(page)
    if state is None or state.current_task_state is None:
        return DRAFT
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return RETURNED
    name = type(state.current_task_state.task.specific).__name__
    return LEAD if name == "CountyReviewTask" else CITY_STEP


def task_state_id(page: Page) -> int:
    """The current task state of *page*, or a number that does not exist."""
    state = state_of(page)
    return state.current_task_state_id if state and state.current_task_state_id else 10**6


def any_task_state_ids() -> list[int]:
    """All there are, for forged requests."""
    return list(TaskState.objects.order_by("-pk").values_list("pk", flat=True)[:12]) or [10**6]
