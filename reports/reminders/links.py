"""Absolute addresses of where to go on."""

from pages.mail.message import absolute

from ..ledger import PAGE_TYPES
from .collecting import Item
from .rules import Concern


def of_item(item: Item) -> str:
    """Where *item* is decided on, or edited, or begun."""
    page = item.report.page
    if page is None:
        meta = PAGE_TYPES[item.report.duty]._meta
        return absolute("wagtailadmin_pages:add", meta.app_label, meta.model_name, item.sites[0].pk)
    if item.concern == Concern.DECIDE:
        return absolute("cms_review", page.pk)
    return absolute("wagtailadmin_pages:edit", page.pk)


def of_ledger() -> str:
    """The ledger of the newest open year."""
    return absolute("reports_ledger")
