"""Absolute addresses of where to go on."""

from django.conf import settings
from django.urls import reverse

from ..models import WorkPlanPage, YearEndSummaryPage
from ..status import Duty
from .collecting import Item
from .rules import Concern

MODELS = {Duty.PLAN: WorkPlanPage, Duty.SUMMARY: YearEndSummaryPage}


def of_item(item: Item) -> str:
    """Where *item* is decided on, or edited, or begun."""
    page = item.report.page
    if page is None:
        meta = MODELS[item.report.duty]._meta
        return absolute("wagtailadmin_pages:add", meta.app_label, meta.model_name, item.sites[0].pk)
    if item.concern == Concern.DECIDE:
        return absolute("cms_review", page.pk)
    return absolute("wagtailadmin_pages:edit", page.pk)


def of_home() -> str:
    """The admin's home."""
    return absolute("wagtailadmin_home")


def absolute(name: str, *args: str | int) -> str:
    """The address of the view *name* for mails."""
    return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)
