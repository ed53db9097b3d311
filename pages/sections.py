"""The menu entries and lists of this package's own page types."""

from django.urls import reverse

from . import chrome, filters, hooks, queries
from .events import home_sections
from .events.lists import LIST_TYPES
from .models.site import SiteKind
from .works.tiles import work_tiles


def register() -> None:
    """Register menu entries and lists; called once when the application starts."""
    hooks.register_site_section(hooks.SiteSection(0, "首页", lambda: "/"))
    hooks.register_site_section(hooks.SiteSection(10, "示范点", lambda: reverse("list_sites")))
    hooks.register_site_section(hooks.SiteSection(20, "八项工作", lambda: reverse("works")))
    hooks.register_home_section(
        hooks.HomeSection(
            20, "pages/home_works.html", lambda request, names: {"works": work_tiles(), "first": True}
        )
    )
    hooks.register_site_section(hooks.SiteSection(30, "桂姐姐宣讲", lambda: reverse("list_lectures")))
    hooks.register_site_section(hooks.SiteSection(40, "志愿服务", lambda: reverse("list_activities")))
    hooks.register_site_section(hooks.SiteSection(50, "经验故事", chrome.stories_url))
    hooks.register_site_section(hooks.SiteSection(90, "通知公告", chrome.notices_url))
    hooks.register_place_section(hooks.PlaceSection(10, "story", "经验故事", chrome.stories_url))
    hooks.register_list_type(
        hooks.ListType(
            key="sites",
            heading="示范点",
            introduction="各县区基层妇联改革示范点。",
            queryset=queries.sites,
            filters=[filters.county_filter(), filters.fixed_filter("kind", "类型", SiteKind.choices, "kind")],
            empty_hint="换一个县区或类型试试。",
        )
    )
    hooks.register_home_section(hooks.HomeSection(10, "pages/home_stories.html", home_sections.stories))
    hooks.register_home_section(hooks.HomeSection(30, "pages/home_events.html", home_sections.events))
    for list_type in LIST_TYPES:
        hooks.register_list_type(list_type)
