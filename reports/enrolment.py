"""Which sites are on the list of a reporting year."""

from datetime import date

from django.db.models.signals import post_save
from django.utils import timezone

from pages.models import SitePage

from . import models


def enrol_all(year) -> None:
    """Put all sites that there are on the list of *year*, a new one; they owe both reports."""
    sites = SitePage.objects.values_list("pk", flat=True)
    models.ReportingSite.objects.bulk_create(
        models.ReportingSite(reporting_year=year, site_id=pk) for pk in sites
    )


def enrol(site: SitePage, today: date) -> None:
    """Put the new *site* on the lists of all open years.

    A site that was named in an earlier year owes both reports; any other one owes what is not past its deadline yet.
    """
    rows = []
    for year in models.ReportingYear.objects.filter(is_open=True):
        earlier = bool(site.named_year and site.named_year < year.year)
        rows.append(
            models.ReportingSite(
                reporting_year=year,
                site=site,
                plan=earlier or today <= year.plan_deadline,
                summary=earlier or today <= year.summary_deadline,
            )
        )
    models.ReportingSite.objects.bulk_create(rows, ignore_conflicts=True)


def _site_saved(sender, instance: SitePage, created: bool, raw: bool = False, **kwargs) -> None:
    if created and not raw:
        enrol(instance, timezone.localdate())


def connect() -> None:
    """Listen to new sites; called once when the application starts."""
    post_save.connect(_site_saved, sender=SitePage, dispatch_uid="reports.enrolment")
