"""The entry in the menu of reports."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem

from .access import may_see


class AuditMenuItem(MenuItem):
    """Shown to whoever may open it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


def item() -> MenuItem:
    """Return the entry; called by the hook ``register_reports_menu_item``."""
    return AuditMenuItem("操作记录", reverse("cms_audit"), name="audit", icon_name="history", order=50)
