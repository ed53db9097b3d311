"""Lists of the admin's home: what waits, what came back, what was begun."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import WorkflowState

from ..county import County
from . import worklist


class Panel(Component):
    """A list of items with a heading and a sentence for when there is none."""

    template_name = "cms/panels/items.html"
    heading = ""
    empty = ""
    intro = ""
    order = 100
    action_label = "打开"
    show_county = False
    hidden_when_empty = False

    def items(self, request: HttpRequest) -> list[worklist.Item]:
        raise NotImplementedError

    def url_for(self, item: worklist.Item) -> str:
        return reverse("wagtailadmin_pages:edit", args=[item.page_id])

    def get_context_data(self, parent_context):
        items = self.items(parent_context["request"])
        return {"panel": self, "rows": [(item, self.url_for(item)) for item in items]}


class WaitingPanel(Panel):
    heading = "等我审核"
    empty = "现在没有等您审核的内容。"
    order = 100
    action_label = "审核"

    def __init__(self, show_county: bool) -> None:
        self.show_county = show_county

    def items(self, request: HttpRequest) -> list[worklist.Item]:
        return worklist.waiting_for(request.user)

    def url_for(self, item: worklist.Item) -> str:
        return reverse("cms_review", args=[item.page_id])


class CountyPanel(Panel):
    """A panel about some counties."""

    def __init__(self, counties: list[County]) -> None:
        self.counties = counties


class SubmissionsPanel(Panel):
    """A panel of what some counties have submitted."""

    def __init__(self, submissions: worklist.Submissions) -> None:
        self.submissions = submissions


class ReturnedPanel(SubmissionsPanel):
    heading = "退回修改"
    order = 102
    hidden_when_empty = True
    action_label = "去修改"

    def items(self, request: HttpRequest) -> list[worklist.Item]:
        return self.submissions.with_status(WorkflowState.STATUS_NEEDS_CHANGES)


class DraftsPanel(CountyPanel):
    heading = "草稿"
    empty = "没有未完成的草稿。"
    order = 140
    action_label = "继续写"

    def items(self, request: HttpRequest) -> list[worklist.Item]:
        return worklist.drafts_of(self.counties)


class UnderWayPanel(SubmissionsPanel):
    heading = "审核中"
    order = 130
    hidden_when_empty = True
    action_label = "查看"

    def items(self, request: HttpRequest) -> list[worklist.Item]:
        return self.submissions.with_status(WorkflowState.STATUS_IN_PROGRESS)
