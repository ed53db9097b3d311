"""The year of the notice as if it were under way on the day of loading, so that every state and timing can be seen.

What the demonstration approves is approved at the moment it is loaded, long after the notice's deadlines. So every county
is given days relative to that moment: most are on time, and some are late with what is there and overdue with the rest.
"""

from datetime import date, timedelta

from pages.models import CountyPage
from reports.models import DeadlineExtension, ReportingSite, ReportingYear
from reports.status import Duty

REASON = "演示数据：按载入日期顺延"
DAYS = {Duty.PLAN: 0, Duty.SUMMARY: 20}  # after the day of loading
PASSED = {
    Duty.PLAN: {"450206": -6, "450224": -6},
    Duty.SUMMARY: {"450223": -3},
}


def extend(year: ReportingYear, today: date) -> None:
    """Let all sites owe both reports of *year*, and set their counties' deadlines around *today*."""
    ReportingSite.objects.filter(reporting_year=year).update(plan=True, summary=True)
    DeadlineExtension.objects.bulk_create(
        DeadlineExtension(
            reporting_year=year,
            county=county,
            duty=duty,
            extended_to=today + timedelta(days=PASSED[duty].get(county.code, usual)),
            reason=REASON,
        )
        for county in CountyPage.objects.only("pk", "code")
        for duty, usual in DAYS.items()
    )
