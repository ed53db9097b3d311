"""Panels of the home about guidance visits: what a county is to answer, what came back to the department."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from reports.models import GuidanceVisit

from .panels import Panel
from .worklist import Item


class GuidancePanel(Panel):
    """Visits that somebody is to go on with. *visits* is asked when the panel is shown."""

    hidden_when_empty = True

    def __init__(
        self, visits: Callable[[], QuerySet[GuidanceVisit]], heading: str, action_label: str, order: int
    ) -> None:
        self.visits = visits
        self.heading = heading
        self.action_label = action_label
        self.order = order

    def items(self, request: HttpRequest) -> list[Item]:
        return [_item(visit) for visit in self.visits()]

    def url_for(self, item: Item) -> str:
        return reverse("reports_guidance_visit", args=[item.page_id])


def _item(visit: GuidanceVisit) -> Item:
    overdue = visit.days_overdue
    due = f"请在 {visit.answer_due.month} 月 {visit.answer_due.day} 日前回复" if visit.answer_due else ""
    return Item(
        page_id=visit.pk,
        title=f"{visit.place_name}：{visit.visited_on:%Y-%m-%d} 调研",
        type_name="调研指导",
        county_name="",
        site_name="",
        state=f"回复已逾期 {overdue} 天" if overdue else due,
        comment=visit.advice,
    )
