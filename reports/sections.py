"""What reports add to the public site: list of summaries, menu entry, section of the home page."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from pages import filters, hooks, lists
from pages.api import listed, resources
from pages.cards import cards_of_listings
from pages.queries import listings_of

from . import highlights, models, queries

ON_HOME = 3


def register() -> None:
    """Register with ``pages.hooks``; called once when the application starts."""
    hooks.register_list_type(
        hooks.ListType(
            key="summaries",
            heading="年度总结",
            introduction="各示范点的年度工作总结，经县区主要领导审定、市妇联组联部审核后发布。",
            queryset=queries.summaries,
            filters=[
                filters.county_filter(),
                filters.site_filter("path"),
                hooks.ListFilter("year", "年份", _years, "year"),
            ],
            plain=queries.published,
            empty_hint="换一个县区或年份试试。",
        )
    )
    hooks.register_place_section(
        hooks.PlaceSection(20, "summary", "年度总结", lambda: reverse("list_summaries"))
    )
    hooks.register_site_section(hooks.SiteSection(80, "年度总结", lambda: reverse("list_summaries")))
    hooks.register_site_page_section(hooks.SitePageSection("reports/site_plan.html", site_plan))
    hooks.register_highlights(highlights.names_of)
    hooks.register_need(queries.is_covered_in_public)
    hooks.register_home_section(hooks.HomeSection(50, "reports/home_summaries.html", home_section))
    resources.register(listed.resource(60, "summaries", "年度总结", ("summary",), listed.USUAL))
    resources.register_details(models.YearEndSummaryPage, _summary_details)


def _summary_details(page: models.YearEndSummaryPage) -> dict[str, Any]:
    return {"character_count": page.character_count} | listed.illustrated(page)


def home_section(request: HttpRequest, names: dict[str, str]) -> dict[str, Any] | None:
    """The latest summaries for the home page."""
    return {
        "title": "年度总结",
        "subtitle": "经县区主要领导审定",
        "url": reverse("list_summaries"),
        "items": cards_of_listings(listings_of("summary")[:ON_HOME], request, names),
    }


def site_plan(site: Page) -> dict[str, Any] | None:
    """The newest accepted plan of *site*, and what came of its highlights so far; one or two queries."""
    plan, items = queries.newest_plan(site)
    if plan is None:
        return None
    outputs = highlights.outputs_of(site.path, plan.year, items)
    return {
        "title": f"{plan.year} 年特色亮点",
        "subtitle": f"年初定的 {len(items)} 项，做成了什么",
        "url": plan.get_url(),
        "highlights": [highlights.Highlight(n, item, outputs[item]) for n, item in enumerate(items, 1)],
    }


def _years(labels: lists.Labels) -> list[hooks.Choice]:
    return [hooks.Choice(value, label) for value, label in queries.years()]
