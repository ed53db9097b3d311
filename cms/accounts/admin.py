"""Where accounts show in the admin beside their own pages: the menu, and the department's home."""

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from .. import roles
from .days import today
from .overview import overview
from .rules import Standing
from .units import all_units

SOON = timedelta(days=7)


class PeopleMenuItem(MenuItem):
    """Shown to whoever runs accounts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.is_superuser or roles.is_moderator(request.user)


def menu_item() -> MenuItem:
    """The entry in the menu of settings."""
    return PeopleMenuItem("账号管理", reverse("cms_people"), name="people", icon_name="group", order=50)


class PeoplePanel(Component):
    """Counties in which nobody can decide, and deputies whose time is nearly over; nothing if there are none."""

    template_name = "cms/panels/people.html"
    order = 125

    def get_context_data(self, parent_context) -> dict:
        found = overview([unit for unit in all_units() if unit.place is Standing.COUNTY])
        last = today() + SOON
        ending = [(one.unit, deputy) for one in found for deputy in one.deputies if deputy.until <= last]
        return {"without": [one.unit for one in found if one.has_no_lead], "ending": ending}
