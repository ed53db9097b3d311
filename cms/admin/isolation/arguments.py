"""What the address of an admin view names: pages must be the user's own, parts must be parts of their page."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import QueryDict
from wagtail.models import Page, Revision, TaskState, WorkflowState

from pages.reach import is_own, leads_to_own

PAGE_ARGUMENTS = {"page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk", "site_id"}
# Fields in which forms of these views send the page that another one goes to.
DESTINATIONS = {"new_parent_page", "parent_page", "chooser"}
VIEWS_WITH_DESTINATION = {
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:move",
    "wagtailadmin_pages:choose_parent",
    "wagtail_bulk_action",
}
# Argument -> model, and the path from it to the id of the page that it belongs to.
PARTS = {
    "revision_id": (Revision, "object_id"),
    "revision_id_a": (Revision, "object_id"),
    "revision_id_b": (Revision, "object_id"),
    "workflow_state_id": (WorkflowState, "object_id"),
    "task_state_id": (TaskState, "workflow_state__object_id"),
}
# The chooser also shows what is published elsewhere; its own view decides.
DECIDE_THEMSELVES = {"wagtailadmin_choose_page_child"}


def pages_named(view_name: str, kwargs: dict[str, Any]) -> list[int]:
    """Return the ids of the pages that the arguments name."""
    if view_name in DECIDE_THEMSELVES:
        return []
    names = PAGE_ARGUMENTS | ({"pk"} if view_name.startswith("wagtailadmin_pages:") else set())
    return [int(kwargs[name]) for name in sorted(names & kwargs.keys())]


def destinations_sent(view_name: str, data: QueryDict) -> list[int]:
    """Return the ids of the pages that a form of the view sends as a destination."""
    if view_name not in VIEWS_WITH_DESTINATION:
        return []
    return [int(data[name]) for name in sorted(DESTINATIONS & data.keys()) if data[name].isdecimal()]


def may_name(user: AbstractBaseUser, view_name: str, kwargs: dict[str, Any], data: QueryDict) -> bool:
    """Whether *user* may ask the view about these pages; ids of nothing are left to the view."""
    ids = pages_named(view_name, kwargs) + destinations_sent(view_name, data)
    if not user.is_superuser:
        for page in Page.objects.filter(pk__in=ids):
            exploring = view_name.startswith("wagtailadmin_explore") and leads_to_own(user, page)
            if not exploring and not is_own(user, page):
                return False
    return all(_belongs(name, kwargs[name], ids[0]) for name in PARTS.keys() & kwargs.keys() if ids)


def _belongs(name: str, value: Any, page_id: int) -> bool:
    """Wagtail looks some parts up by their own id only, whatever page stands beside it."""
    if not str(value).isdecimal():
        return True
    model, lookup = PARTS[name]
    return model.objects.filter(pk=value, **{lookup: str(page_id)}).exists()
