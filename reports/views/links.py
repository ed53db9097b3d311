"""Where the ledger leads its reader on to, by what she may do."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse

from ..ledger import PAGE_TYPES, Report, Row
from ..status import Duty, State
from .access import sees_all


@dataclass(frozen=True)
class LinkedReport:
    """One report and the address for going on with it; empty if there is nothing that this reader could do."""

    report: Report
    url: str


@dataclass(frozen=True)
class LinkedRow:
    """One row with its addresses."""

    row: Row
    url: str
    reports: list[tuple[Duty, LinkedReport | None]]


class Links:
    """Addresses for one user who sees reports below *paths*."""

    def __init__(self, user: AbstractBaseUser, paths: tuple[str, ...]) -> None:
        self.writes = not sees_all(paths) or user.is_superuser

    def row(self, row: Row) -> LinkedRow:
        """Return *row* with addresses."""
        reports = [(duty, self._linked(row, row.report(duty))) for duty in Duty]
        return LinkedRow(row, reverse("cms_site_board", args=[row.site.pk]), reports)

    def _linked(self, row: Row, report: Report | None) -> LinkedReport | None:
        return LinkedReport(report, self.url(row, report)) if report else None

    def url(self, row: Row, report: Report) -> str:
        """Where to go on with *report*: what readers see, the form, the review, or nowhere."""
        page = report.page
        if report.state == State.ACCEPTED:
            return page.get_url() or ""
        if self.writes:
            if page:
                return reverse("wagtailadmin_pages:edit", args=[page.pk])
            meta = PAGE_TYPES[report.duty]._meta
            return reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, row.site.pk])
        if report.state == State.WITH_CITY:
            return reverse("cms_review", args=[page.pk])
        return reverse("wagtailadmin_explore", args=[page.pk]) if page else ""
