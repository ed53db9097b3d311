"""The admin's menus: what a role does not need is not shown."""

from django.http import HttpRequest
from django.urls import resolve, reverse
from wagtail.admin.menu import MenuItem

from pages import tree
from pages.reach import own_paths

from .isolation.policies import may_enter

# Reports of Wagtail show titles and names across counties; the project's own lists take their place.
NOT_FOR_COUNTIES = {"reports", "help", "settings"}


class ContentMenuItem(MenuItem):
    """The list over all content, for whoever has a part of it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(own_paths(request.user))


def content_item() -> MenuItem:
    """Return the list's item, beside the tree of pages; called by the hook ``register_admin_menu_item``."""
    return ContentMenuItem("内容总表", reverse("cms_content"), name="content", icon_name="table", order=110)


def construct_main(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out what counties do not use; called by the hook ``construct_main_menu``."""
    if not request.user.is_superuser:
        hidden = NOT_FOR_COUNTIES if is_county_user(request) else {"help"}
        items[:] = [item for item in items if item.name not in hidden]


def construct_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out reports that the gate would refuse; called by the hook ``construct_reports_menu``."""
    items[:] = [item for item in items if may_enter(request.user, resolve(item.url).view_name, {})]


def construct_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out the links to Wagtail's own, English, site; called by the hook ``construct_help_menu``."""
    items[:] = [item for item in items if not (item.url or "").startswith("http")]


def construct_summary(request: HttpRequest, items: list) -> None:
    """The home page answers what to do now; counts of pages do not. Called by ``construct_homepage_summary_items``."""
    items[:] = []


def is_county_user(request: HttpRequest) -> bool:
    """Whether the user works for a county only."""
    paths = own_paths(request.user)
    return bool(paths) and all(len(path) >= tree.COUNTY_DEPTH * tree.STEP for path in paths)
