"""取回: who may take a submission back, and until when (PRODUCT 4)."""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Page, WorkflowState

from .. import roles
from ..county import County
from .tasks import CityReviewTask, CountyReviewTask


def may_take_back(page: Page, user: AbstractBaseUser) -> bool:
    """Whether *user* may take back the submission of *page* that is under way.

    With the lead, the county's editors and leads may. With the city, the county is locked; only for the city's
    own pages a moderator may. A returned submission is with its editors already and may be given up by them.
    """
    state = page.current_workflow_state
    if not state or not state.current_task_state or not user.is_active:
        return False
    county = County.of(page)
    if county is None:
        return roles.is_moderator(user)
    if not county.has_member(user):
        return False
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return True
    task = state.current_task_state.task.specific
    return isinstance(task, CountyReviewTask) and not isinstance(task, CityReviewTask)
