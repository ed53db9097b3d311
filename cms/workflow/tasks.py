"""The two steps of the one workflow: 县区审定 and 市级审核.

Who may decide is found from the page's county, so that a new county needs no new workflow. Every decision is
judged here, after whatever was saved in the same request.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import Page, Task, TaskState, WorkflowState

from pages import tree
from pages.checks.findings import Finding
from pages.publishing import PublishingRefused

from .. import roles
from ..county import County
from . import approvals, findings
from .forms import ApproveForm, ReturnForm
from .judged import Judged, lead_approval
from .ledger import Action

APPROVE, RETURN = "approve", "reject"


class NotConfirmed(PublishingRefused):
    """Warnings were left without the reviewer's tick."""

    def __init__(self, findings: list[Finding]) -> None:
        words = " ".join(map(str, findings))
        super().__init__(
            f"还有 {len(findings)} 处提醒没有核对，请打开审核页面，逐项看过、打勾后再通过：{words}"
        )


class ReviewTask(Task):
    """What both steps share: reviewers from the page, a lock for all others, decisions into the ledger."""

    approved_action: Action
    returned_action: Action

    class Meta:
        abstract = True

    def is_reviewer(self, page: Page, user: AbstractBaseUser) -> bool:
        """Whether *user* decides on *page* in this step."""
        raise NotImplementedError

    def reason_against_approval(self, page: Page, user: AbstractBaseUser) -> str | None:
        """Why *user*, though a reviewer, must not approve *page* as it stands; ``None`` if she may."""
        return None

    # -- what Wagtail asks ------------------------------------------------------------------------------

    def user_can_access_editor(self, page: Page, user: AbstractBaseUser) -> bool:
        return self.is_reviewer(page, user)

    def locked_for_user(self, page: Page, user: AbstractBaseUser) -> bool:
        return not self.is_reviewer(page, user)

    def user_can_lock(self, page: Page, user: AbstractBaseUser) -> bool:
        return False

    def user_can_unlock(self, page: Page, user: AbstractBaseUser) -> bool:
        return False

    def get_actions(self, page: Page, user: AbstractBaseUser) -> list[tuple[str, str, bool]]:
        if not self.is_reviewer(page, user):
            return []
        actions = [(RETURN, "退回修改", True)]
        if self.reason_against_approval(page, user) is None:
            actions.append((APPROVE, "通过", True))
        return actions

    def get_form_for_action(self, action: str):
        return ReturnForm if action == RETURN else ApproveForm

    @transaction.atomic
    def on_action(
        self, task_state: TaskState, user: AbstractBaseUser, action_name: str, **kwargs
    ) -> str | None:
        """Carry out a decision of *user*. Raises ``PublishingRefused`` for one that is not hers to take.

        The page is taken from the task state and never from the address, which can be forged. *seen_revision*
        is the revision that the reviewer looked at; if there is a newer one, nothing is decided. *confirmed* are the
        keys of the warnings that she has looked into; without all of them nothing is approved.
        """
        seen_revision = kwargs.pop("seen_revision", None)
        self._check_current(task_state)
        state = task_state.workflow_state
        page = state.content_object.specific
        if action_name not in (APPROVE, RETURN) or not self.is_reviewer(page, user):
            raise PublishingRefused("这一步不由您审核，或者页面已经不在这一步。")
        judged = state.judged = Judged(page)
        if seen_revision is not None and str(judged.revision.pk) != str(seen_revision):
            raise PublishingRefused("您打开页面以后内容又有改动，请重新看过再决定。")
        state.confirmed = frozenset(kwargs.get("confirmed", ()))
        decide = self._return if action_name == RETURN else self._approve
        decide(judged, task_state, user, kwargs.get("comment", ""))

    # -- how it is done ---------------------------------------------------------------------------------

    @staticmethod
    def _check_current(task_state: TaskState) -> None:
        states = WorkflowState.objects.select_for_update().filter(pk=task_state.workflow_state_id)
        current = states.values_list("current_task_state_id", "status").first()
        if current != (task_state.pk, WorkflowState.STATUS_IN_PROGRESS):
            raise PublishingRefused("这一步已经处理过了，请刷新页面查看最新状态。")

    def _return(self, judged: Judged, task_state: TaskState, user, comment: str) -> None:
        if not comment.strip():
            raise PublishingRefused("退回时请写明理由，编辑才知道改什么。")
        self._record(self.returned_action, judged, task_state, user, comment)
        task_state.revision = judged.revision
        task_state.reject(user=user, comment=comment)

    def _approve(self, judged: Judged, task_state: TaskState, user, comment: str) -> None:
        self._check_content(judged, task_state)
        reason = self.reason_against_approval(judged.page, user)
        if reason:
            raise PublishingRefused(reason)
        self._record(self.approved_action, judged, task_state, user, comment, judged.report.as_kept())
        task_state.revision = judged.revision
        task_state.approve(user=user, comment=comment)

    @staticmethod
    def _check_content(judged: Judged, task_state: TaskState) -> None:
        """Refuse what cannot be approved by anybody, or not without a tick at each warning."""
        if judged.report.blocking:
            raise PublishingRefused("还不能通过：" + " ".join(map(str, judged.report.blocking)))
        if open_ones := judged.report.unconfirmed(task_state.workflow_state.confirmed):
            raise NotConfirmed(open_ones)

    @staticmethod
    def _record(
        action: Action, judged: Judged, task_state: TaskState, user, comment: str, checks: list | None = None
    ) -> None:
        approvals.record(
            action,
            judged.page,
            user,
            revision=judged.revision,
            submission=task_state.workflow_state_id,
            comment=comment,
            content_hash=judged.hash,
            checks=checks or [],
        )

    def _start_and_record(self, state: WorkflowState, user, action: Action = Action.SUBMITTED) -> TaskState:
        page = state.content_object.specific
        revision = page.get_latest_revision()
        approvals.record(action, page, user, revision=revision, submission=state.pk)
        return self._begin(state, user)

    def _begin(self, state: WorkflowState, user) -> TaskState:
        task_state = Task.start(self, state, user=user)
        findings.count.enqueue(task_state.pk)  # nobody who submits waits for it
        return task_state


class CountyReviewTask(ReviewTask):
    """县区审定: the county's lead reviewer (notice, part three: 由各县区妇联主要领导审定)."""

    approved_action = Action.LEAD_APPROVED
    returned_action = Action.LEAD_RETURNED

    class Meta:
        verbose_name = "县区审定环节"

    def is_reviewer(self, page: Page, user: AbstractBaseUser) -> bool:
        return County.leads_page(user, page)

    def start(self, workflow_state: WorkflowState, user=None) -> TaskState:
        """Start the step; passed over for the city's own pages and for content the lead has approved already."""
        judged = Judged.of(workflow_state)
        if County.of(judged.page) is None or lead_approval(workflow_state, judged):
            return TaskState.objects.create(
                workflow_state=workflow_state,
                revision=judged.revision,
                task=self,
                status=TaskState.STATUS_SKIPPED,
                finished_at=timezone.now(),
            )
        return self._start_and_record(workflow_state, user)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        return TaskState.objects.filter(under_way_under(self.content_type, County.led_paths(user)))

    @classmethod
    def get_description(cls) -> str:
        return "由页面所属县区的主要领导审定。"


class CityReviewTask(ReviewTask):
    """市级审核: a moderator of the organisation department, never the person who approved for the county."""

    approved_action = Action.CITY_APPROVED
    returned_action = Action.CITY_RETURNED

    class Meta:
        verbose_name = "市级审核环节"

    def is_reviewer(self, page: Page, user: AbstractBaseUser) -> bool:
        return roles.is_moderator(user)

    def reason_against_approval(self, page: Page, user: AbstractBaseUser) -> str | None:
        if County.of(page) is None:
            if user.pk in approvals.authors_since_approval(page):
                return "您写过或改过这一稿，请由组联部的另一位同事审核。"
            return None
        lead = self._lead_approval_of_latest(page)
        if lead and lead.user_id == user.pk:
            return "您已代表县区审定过这一稿，请由组联部的另一位同事审核。"
        return None

    def get_actions(self, page: Page, user: AbstractBaseUser) -> list[tuple[str, str, bool]]:
        actions = super().get_actions(page, user)
        if County.of(page) is None or not actions or self._lead_approval_of_latest(page):
            return actions
        return [
            (name, "转县区重新审定" if name == APPROVE else label, modal) for name, label, modal in actions
        ]

    @staticmethod
    def _lead_approval_of_latest(page: Page):
        """Worked out once for a page object and its latest revision."""
        known = getattr(page, "_lead_approval", None)
        if known is None or known[0] != page.latest_revision_id:
            state = page.current_workflow_state
            found = state and lead_approval(state, Judged(page.specific))
            known = page._lead_approval = (page.latest_revision_id, found)
        return known[1]

    def start(self, workflow_state: WorkflowState, user=None) -> TaskState:
        """Start the step, or hand over to the lead unless she approved exactly this content in this submission."""
        judged = Judged.of(workflow_state)
        if County.of(judged.page) is None:
            return self._start_and_record(workflow_state, user)
        if lead_approval(workflow_state, judged):
            if workflow_state.current_task_state is None:  # resumed, not come on from the lead's step
                return self._start_and_record(workflow_state, user, Action.RESUBMITTED)
            return self._begin(workflow_state, user)
        return county_task(workflow_state).start(workflow_state, user=user)

    def _approve(self, judged: Judged, task_state: TaskState, user, comment: str) -> None:
        of_county = County.of(judged.page) is not None
        if of_county and not lead_approval(task_state.workflow_state, judged):
            self.hand_back(judged, task_state, user)
            return
        super()._approve(judged, task_state, user, comment)

    def hand_back(self, judged: Judged, task_state: TaskState, user: AbstractBaseUser) -> None:
        """A moderator changed the content: it goes to the county's lead again, nothing is approved."""
        self._record(Action.HANDED_BACK, judged, task_state, user, "")
        task_state.cancel(user=user)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        if not roles.is_moderator(user):
            return TaskState.objects.none()
        return TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task=self.task_ptr)

    @classmethod
    def get_description(cls) -> str:
        return "由市妇联组联部审核并发布。"


def county_task(state: WorkflowState) -> CountyReviewTask:
    """The county's step of the workflow that *state* runs."""
    return CountyReviewTask.objects.get(workflow_tasks__workflow=state.workflow_id)


def under_way_under(content_type: ContentType, paths: list[str]) -> models.Q:
    """Task states in progress of tasks of that type on pages below *paths*."""
    below = models.Q(pk__in=[])
    for path in paths:
        below |= models.Q(path__startswith=tree.prefix(path, tree.COUNTY_DEPTH))
    ids = (
        Page.objects.filter(below)
        .annotate(as_text=models.functions.Cast("pk", models.CharField()))
        .values("as_text")
    )
    return models.Q(
        status=TaskState.STATUS_IN_PROGRESS,
        task__content_type=content_type,
        workflow_state__object_id__in=ids,
    )


def waiting_for(user: AbstractBaseUser) -> models.QuerySet[TaskState]:
    """Task states that *user* is to decide on, whatever her roles, in one query."""
    types = ContentType.objects.get_for_models(CountyReviewTask, CityReviewTask)
    wanted = models.Q(pk__in=[])
    if led := County.led_paths(user):
        wanted |= under_way_under(types[CountyReviewTask], led)
    if roles.is_moderator(user):
        wanted |= models.Q(status=TaskState.STATUS_IN_PROGRESS, task__content_type=types[CityReviewTask])
    return TaskState.objects.filter(wanted)
