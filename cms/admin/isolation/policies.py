"""Who needs which of Wagtail's admin views: a list of permissions to enter, closed by default.

A view that an upgrade of Wagtail brings is for superusers until it is decided here. Entering is not all: the
views still ask Wagtail's own permissions, and the gate asks about the page that an address names.
"""

from enum import Enum
from fnmatch import fnmatchcase

from django.contrib.auth.models import AbstractBaseUser

from ... import roles


class Need(Enum):
    """Who may enter."""

    STAFF = "everybody with access to the admin"
    CITY = "the organisation department and superusers"
    ADMINISTRATOR = "superusers"
    NOBODY = "not on this site"


# The first pattern that fits a view's name decides.
RULES: list[tuple[str, Need]] = [
    ("wagtailadmin_home", Need.STAFF),
    ("wagtailadmin_account", Need.STAFF),
    ("wagtailadmin_logout", Need.STAFF),
    ("wagtailadmin_login", Need.STAFF),
    ("wagtailadmin_password_reset*", Need.STAFF),
    ("wagtailadmin_sprite", Need.STAFF),
    ("wagtailadmin_javascript_catalog", Need.STAFF),
    ("wagtailadmin_dismissibles", Need.STAFF),
    ("wagtailadmin_block_preview", Need.STAFF),
    ("wagtailadmin_editing_sessions:*", Need.STAFF),
    ("wagtailadmin_explore*", Need.STAFF),
    ("wagtailadmin_choose_page*", Need.STAFF),
    # Lists of a page type and the ways to add one from there: the explorer is enough for a county.
    ("wagtailadmin_pages:type_use*", Need.CITY),
    ("wagtailadmin_pages:choose_parent", Need.CITY),
    ("wagtailadmin_pages:*", Need.STAFF),
    # Publishing, copying and moving by API: no screen of this site uses it.
    ("wagtailadmin_api:pages:action", Need.NOBODY),
    ("wagtailadmin_api:*", Need.STAFF),
    # Everybody's changes to everything, accounts included; every page has its own history.
    ("wagtailadmin_reports:site_history*", Need.ADMINISTRATOR),
    ("wagtailadmin_reports:locked_pages*", Need.ADMINISTRATOR),
    ("wagtailadmin_reports:*", Need.CITY),
    ("wagtailsettings:*", Need.CITY),
    ("wagtailimages:url_generator*", Need.ADMINISTRATOR),
    ("wagtailimages:*", Need.STAFF),
    ("wagtailimages_chooser:*", Need.STAFF),
    ("wagtaildocs:*", Need.STAFF),
    ("wagtaildocs_chooser:*", Need.STAFF),
    ("wagtail_bulk_action", Need.STAFF),
    ("wagtail*", Need.ADMINISTRATOR),
]
# Bulk actions are one view for all models; accounts are among them.
BULK_ACTIONS_ON = {("wagtailcore", "page"), ("media", "customimage"), ("media", "customdocument")}


def need_of(view_name: str) -> Need:
    """Return who may enter the view; this project's own views and unnamed ones decide for themselves."""
    for pattern, need in RULES:
        if fnmatchcase(view_name, pattern):
            return need
    return Need.STAFF


def may_enter(user: AbstractBaseUser, view_name: str, kwargs: dict) -> bool:
    """Whether *user*, who has access to the admin, may enter the view of that name with those arguments."""
    need = need_of(view_name)
    if need is Need.NOBODY or user.is_superuser:
        return need is not Need.NOBODY
    if view_name == "wagtail_bulk_action":
        return (kwargs["app_label"], kwargs["model_name"]) in BULK_ACTIONS_ON
    return need is Need.STAFF or (need is Need.CITY and roles.is_moderator(user))
