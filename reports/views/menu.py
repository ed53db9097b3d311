"""Entries in the admin's menu."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem

from pages.reach import own_paths


class LedgerMenuItem(MenuItem):
    """The ledger, for whoever has a part of it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(own_paths(request.user))


def ledger_item() -> MenuItem:
    """Return the ledger's entry; called by the hook ``register_admin_menu_item``."""
    return LedgerMenuItem(
        "报送台账", reverse("reports_ledger"), name="ledger", icon_name="list-ol", order=120
    )
