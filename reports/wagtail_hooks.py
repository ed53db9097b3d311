"""Registration only."""

from django.urls import include, path
from wagtail import hooks

from .guidance.menu import guidance_item
from .views import ledger, menu, plan_table, years


@hooks.register("register_admin_urls")
def ledger_urls():
    return [
        path("ledger/", ledger.ledger_view, name="reports_ledger"),
        path("ledger/export/", ledger.export_view, name="reports_ledger_export"),
        path("ledger/<int:year>/plans.<slug:kind>", plan_table.plan_table_view, name="reports_plan_table"),
        path("ledger/open/", years.open_year, name="reports_open_year"),
        path("ledger/<int:year>/sites/", years.sites, name="reports_year_sites"),
    ]


@hooks.register("register_admin_urls")
def guidance_urls():
    return [path("guidance/", include("reports.guidance.urls"))]


@hooks.register("register_admin_urls")
def papers_urls():
    return [path("papers/", include("reports.views.paper_urls"))]


hooks.register("register_admin_menu_item", menu.ledger_item)
hooks.register("register_admin_menu_item", menu.papers_item)
hooks.register("register_admin_menu_item", guidance_item)
