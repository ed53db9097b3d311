"""Buttons at the foot of the edit form, in the words of this workflow."""

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SaveDraftMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
    WorkflowMenuItem,
)
from wagtail.models import Page, WorkflowState

from ..workflow.taking_back import may_take_back
from .word_in.access import is_closed, kind_of, takes_word

LEFT_OUT = (PublishMenuItem, UnpublishMenuItem, RestartWorkflowMenuItem, CancelWorkflowMenuItem)


class SubmitMenuItem(SubmitForModerationMenuItem):
    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        returned = state and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        return context | {"label": "重新提交审核" if returned else "提交审核"}


class TakeBackMenuItem(CancelWorkflowMenuItem):
    label = "取回"
    icon_name = "undo"

    def is_shown(self, context) -> bool:
        if context["view"] != "edit":
            return False
        page = context["page"]
        return page.workflow_in_progress and may_take_back(page, context["request"].user)


class WordMenuItem(ActionMenuItem):
    """Leads to the screen that reads a Word file, for a new page or for this one."""

    name = "word"
    label = "从 Word 读入"
    icon_name = "doc-full"
    order = 50

    def is_shown(self, context) -> bool:
        if context["view"] == "create":
            return bool(kind_of(_type_to_create(context["request"])))
        page = context.get("page")
        open_to_her = page and takes_word(type(page)) and not is_closed(context["request"].user, page)
        return context["view"] == "edit" and bool(open_to_her)

    def get_url(self, context) -> str:
        if context["view"] == "edit":
            return reverse("cms_word_fill", args=[context["page"].pk])
        kind = kind_of(_type_to_create(context["request"]))
        return f"{reverse('cms_word_new', args=[context['parent_page'].pk])}?kind={kind}"


def _type_to_create(request: HttpRequest) -> type[Page] | None:
    """The page type that the address of the form for a new page names."""
    names = request.resolver_match.kwargs
    return apps.get_model(names["content_type_app_name"], names["content_type_model_name"])


class DecisionMenuItem(WorkflowMenuItem):
    """A reviewer's decision; Wagtail would add 并发布 to the last one."""

    order = 10


def construct(items: list[ActionMenuItem], request: HttpRequest, context: dict) -> None:
    """Replace Wagtail's buttons; called by the hook ``construct_page_action_menu``."""
    decisions = [item for item in items if isinstance(item, WorkflowMenuItem)]
    kept = [
        item
        for item in items
        if not isinstance(item, (*LEFT_OUT, SubmitForModerationMenuItem, WorkflowMenuItem))
    ]
    for item in [SubmitMenuItem(order=60), TakeBackMenuItem(order=40), WordMenuItem()]:
        if item.is_shown(context):
            kept.append(item)
    page = context.get("page")
    labels = {}
    if decisions and page:
        labels = {
            name: label for name, label, _ in page.current_workflow_task.get_actions(page, request.user)
        }
    for item in decisions:
        kept.append(
            DecisionMenuItem(
                item.name, labels.get(item.name, item.label), item.launch_modal, icon_name=item.icon_name
            )
        )
    kept.sort(key=lambda item: item.order)
    items[:] = _writing_first(kept)


def _writing_first(items: list[ActionMenuItem]) -> list[ActionMenuItem]:
    """The first item is the big button: saving for writers."""
    return sorted(items, key=lambda item: not isinstance(item, SaveDraftMenuItem))
