"""The admin's home for each role: what must I do now?"""

from collections import Counter

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page, WorkflowState

from pages import tree
from pages.models import SitePage
from reports.models import ReportingYear, YearEndSummaryPage

from .. import roles
from ..county import County
from . import worklist

LONG_PAST = 60  # days after a deadline from which its date says more than a count


class Panel(Component):
    """A list of items with a heading and a sentence for when there is none."""

    template_name = "cms/panels/items.html"
    heading = ""
    empty = ""
    intro = ""
    order = 100
    action_label = "打开"
    show_county = False

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


class ReturnedPanel(CountyPanel):
    heading = "退回修改"
    empty = "没有被退回的内容。"
    order = 120
    action_label = "去修改"

    def items(self, request: HttpRequest) -> list[worklist.Item]:
        return worklist.with_state(self.counties, WorkflowState.STATUS_NEEDS_CHANGES)


class DraftsPanel(CountyPanel):
    heading = "草稿"
    empty = "没有未完成的草稿。"
    order = 140
    action_label = "继续写"

    def items(self, request: HttpRequest) -> list[worklist.Item]:
        return worklist.drafts_of(self.counties)


class UnderWayPanel(CountyPanel):
    heading = "审核中"
    empty = "没有正在审核的内容。"
    order = 130
    action_label = "查看"

    def items(self, request: HttpRequest) -> list[worklist.Item]:
        return worklist.with_state(self.counties, WorkflowState.STATUS_IN_PROGRESS)


class StartPanel(Component):
    """Deadline of the open year, and one tap to start a summary for each site."""

    template_name = "cms/panels/start.html"
    order = 105

    def __init__(self, counties: list[County]) -> None:
        self.counties = counties

    def get_context_data(self, parent_context):
        year = ReportingYear.objects.filter(is_open=True).first()
        if year is None:
            return {"year": None}
        below = worklist.below(self.counties)
        sites = list(
            SitePage.objects.filter(below).order_by("path").only("pk", "path", "draft_title", "title", "live")
        )
        begun = set(YearEndSummaryPage.objects.filter(below, year=year.year).values_list("path", flat=True))
        begun = {tree.prefix(path, tree.SITE_DEPTH) for path in begun}
        left = worklist.days_until(year.summary_deadline)
        return {
            "year": year,
            "days_left": left,
            "days_late": -left,
            "long_past": left < -LONG_PAST,
            "rows": [(site, site.path in begun, _add_summary_url(site)) for site in sites],
            "county_page": self.counties[0].page if len(self.counties) == 1 else None,
        }


class CountiesPanel(Component):
    """How far the counties are, for the organisation department."""

    template_name = "cms/panels/counties.html"
    order = 130

    def get_context_data(self, parent_context):
        year = ReportingYear.objects.filter(is_open=True).first()
        counties = list(County.objects.select_related("page"))
        sites = Counter(_county_paths(SitePage.objects.all()))
        summaries = YearEndSummaryPage.objects.filter(year=year.year if year else None)
        written, published = Counter(_county_paths(summaries)), Counter(_county_paths(summaries.live()))
        leadless = set(County.without_lead().values_list("pk", flat=True))
        return {
            "year": year,
            "rows": [
                {
                    "county": county,
                    "url": reverse("cms_content", query={"county": county.code}),
                    "sites": sites[county.page.path],
                    "written": written[county.page.path],
                    "published": published[county.page.path],
                    "no_lead": county.pk in leadless,
                }
                for county in counties
            ],
        }


def construct(request: HttpRequest, panels: list) -> None:
    """Replace Wagtail's panels by those of the user's roles; called by the hook ``construct_homepage_panels``."""
    user = request.user
    led = list(County.led_by(user).select_related("page"))
    own = led or list(County.edited_by(user).select_related("page"))
    moderator = roles.is_moderator(user)
    panels[:] = []
    if led or moderator:
        panels.append(WaitingPanel(show_county=moderator))
    if own:
        panels += [StartPanel(own), ReturnedPanel(own), UnderWayPanel(own), DraftsPanel(own)]
    if moderator or user.is_superuser:
        panels.append(CountiesPanel())


def _county_paths(queryset) -> list[str]:
    return [tree.prefix(path, tree.COUNTY_DEPTH) for path in queryset.values_list("path", flat=True)]


def _add_summary_url(site: Page) -> str:
    return reverse("wagtailadmin_pages:add", args=["reports", "yearendsummarypage", site.pk])
