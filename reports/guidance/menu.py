"""The entry in the admin's menu."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem

from .access import may_enter


class GuidanceMenuItem(MenuItem):
    """Shown to whoever may see visits."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_enter(request.user)


def guidance_item() -> MenuItem:
    """Return the entry; called by the hook ``register_admin_menu_item``."""
    return GuidanceMenuItem(
        "调研指导", reverse("reports_guidance"), name="guidance", icon_name="clipboard-list", order=120
    )
