"""Addresses that staff open by hand; nothing of another county may come back."""

from django.urls import reverse
from wagtail.models import Page

from .people import Person
from .world import World

BY_PAGE = (
    "edit",
    "view_draft",
    "history",
    "workflow_history",
    "copy",
    "move",
    "delete",
    "unpublish",
    "usage",
    "lock",
    "convert_alias",
    "set_privacy",
    "confirm_workflow_cancellation",
)
LISTS = (
    "wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_choose_page", "wagtailimages:index",
    "wagtaildocs:index", "wagtailimages_chooser:choose", "wagtaildocs_chooser:choose",
    "wagtailadmin_api:pages:listing", "wagtailadmin_api:images:listing", "wagtailadmin_api:documents:listing",
    "wagtailadmin_reports:locked_pages", "wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages", "wagtailadmin_reports:page_types_usage",
)  # fmt: skip


def look_at(world: World, person: Person, pk: int, number: int, other: int, image: int) -> None:
    """Open one of a page's addresses."""
    page = Page.objects.get(pk=pk)
    revision = page.latest_revision_id or 1
    urls = [reverse(f"wagtailadmin_pages:{name}", args=[pk]) for name in BY_PAGE] + [
        reverse("wagtailadmin_explore", args=[pk]),
        reverse("wagtailadmin_choose_page_child", args=[pk]),
        reverse("wagtailadmin_pages:move_confirm", args=[pk, other]),
        reverse("wagtailadmin_pages:revisions_view", args=[pk, revision]),
        reverse("wagtailadmin_pages:revisions_revert", args=[pk, revision]),
        reverse("wagtailadmin_pages:revisions_compare", args=[pk, "earliest", "latest"]),
        reverse("wagtailadmin_api:pages:detail", args=[pk]),
        reverse("cms_review", args=[pk]),
        reverse("wagtailadmin_pages:add_subpage", args=[pk]),
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={pk}",
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={pk}",
        reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={pk}",
        reverse("wagtailimages:edit", args=[image]),
        reverse("wagtailimages:image_usage", args=[image]),
        reverse("wagtailimages_chooser:chosen", args=[image]),
        reverse("wagtailimages:delete", args=[image]),
    ]
    url = urls[number % len(urls)]
    world.step("look at a page", person, lambda: world.request("get", url, None, {}), url)


def look_at_list(world: World, person: Person, number: int) -> None:
    """Open one of the lists, or search."""
    search = [
        f"{reverse(name)}?q=m450" for name in ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search")
    ]
    urls = [reverse(name) for name in LISTS] + search
    url = urls[number % len(urls)]
    world.step("look at a list", person, lambda: world.request("get", url, None, {}), url)
