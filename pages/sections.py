"""The menu entries and lists of this package's own page types."""

from django.urls import reverse

from . import chrome, hooks, lists, queries
from .models.site import SiteKind
from .works.tiles import work_tiles


def register() -> None:
    """Register menu entries and lists; called once when the application starts."""
    hooks.register_site_section(hooks.SiteSection(0, "首页", lambda: "/"))
    hooks.register_site_section(hooks.SiteSection(10, "示范点", lambda: reverse("list_sites")))
    hooks.register_site_section(hooks.SiteSection(20, "八项工作", lambda: reverse("works")))
    hooks.register_home_section(
        hooks.HomeSection(20, "pages/home_works.html", lambda request: {"works": work_tiles(), "first": True})
    )
    hooks.register_site_section(hooks.SiteSection(90, "通知公告", chrome.notices_url))
    hooks.register_list_type(
        hooks.ListType(
            key="sites",
            heading="示范点",
            introduction="各县区基层妇联改革示范点。",
            queryset=queries.sites,
            filters=[
                lists.county_filter(),
                hooks.ListFilter(
                    "kind", "类型", lambda: list(SiteKind.choices), lambda qs, value: qs.filter(kind=value)
                ),
            ],
            empty_hint="换一个县区或类型试试。",
        )
    )
