"""Enforcing the publishing rule: the guard on every save, and what happens when a workflow ends."""

from wagtail.models import Page, Revision, WorkflowState

from pages.publishing import PublishingRefused

from . import approvals
from .ledger import Action


def guard(page: Page) -> None:
    """Raise ``PublishingRefused`` unless the ledger has the approvals for exactly what *page* holds."""
    reason = approvals.reason_against_live(page)
    if reason:
        raise PublishingRefused(reason)


def publish_approved_revision(workflow_state: WorkflowState, user=None) -> None:
    """End of the workflow: publish the revision that was approved, which need not be the latest."""
    page = workflow_state.content_object.specific
    revision_id = approvals.approved_revision_id(page, workflow_state.pk)
    if revision_id is None:
        raise PublishingRefused("审批记录中没有本次送审的市级审核意见，不能发布。")
    revision = Revision.objects.filter(pk=revision_id).first()
    if revision is None:
        raise PublishingRefused("已审核的版本已被清理，无法发布，请重新送审。")
    revision.publish(user=user, skip_permission_checks=True)
    if type(page).objects.filter(pk=page.pk, live_revision=revision).exists():
        approvals.record(Action.PUBLISHED, page, user, revision=revision, submission=workflow_state.pk)
