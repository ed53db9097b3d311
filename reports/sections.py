"""What reports add to the public site: list of summaries, menu entry, section of the home page."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from pages import filters, hooks, lists
from pages.cards import cards_of_listings
from pages.queries import listings_of

from . import queries

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
    hooks.register_home_section(hooks.HomeSection(50, "reports/home_summaries.html", home_section))


def home_section(request: HttpRequest, names: dict[str, str]) -> dict[str, Any] | None:
    """The latest summaries for the home page."""
    return {
        "title": "年度总结",
        "subtitle": "经县区主要领导审定",
        "url": reverse("list_summaries"),
        "items": cards_of_listings(listings_of("summary")[:ON_HOME], request, names),
    }


def _years(labels: lists.Labels) -> list[hooks.Choice]:
    return [hooks.Choice(value, label) for value, label in queries.years()]
