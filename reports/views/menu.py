"""Entries in the admin's menu."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem

from pages.reach import own_paths


class ReportsMenuItem(MenuItem):
    """For whoever has a part of the reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(own_paths(request.user))


def ledger_item() -> MenuItem:
    """Return the ledger's entry; called by the hook ``register_admin_menu_item``."""
    return ReportsMenuItem(
        "报送台账", reverse("reports_ledger"), name="ledger", icon_name="list-ol", order=120
    )


def papers_item() -> MenuItem:
    """Return the entry of the exports, after the ledger's."""
    return ReportsMenuItem(
        "材料导出", reverse("reports_papers"), name="papers", icon_name="download", order=120
    )
