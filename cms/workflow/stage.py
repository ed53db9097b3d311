"""Where a page stands between its writer and its readers, in the words of the ledger of reports."""

from enum import Enum

from wagtail.models import Page, WorkflowState

from .tasks import CityReviewTask


class Stage(Enum):
    """How far a page is; the value is the word for it."""

    NOT_BEGUN = "未开始"
    DRAFT = "草稿"
    WITH_LEAD = "待县区审定"
    WITH_CITY = "待市级审核"
    RETURNED = "已退回"
    PUBLISHED = "已发布"


def stage_of(page: Page | None) -> Stage:
    """Return the stage of *page*; no queries if it was loaded with ``prefetch_workflow_states``."""
    if page is None:
        return Stage.NOT_BEGUN
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return Stage.RETURNED
    if state and state.current_task_state:
        with_city = issubclass(state.current_task_state.task.content_type.model_class(), CityReviewTask)
        return Stage.WITH_CITY if with_city else Stage.WITH_LEAD
    return Stage.PUBLISHED if page.live else Stage.DRAFT
