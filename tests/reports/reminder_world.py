"""A reporting year for reminders, and shorthand for who is written to about what."""

from datetime import UTC, date, datetime
from itertools import count
from zoneinfo import ZoneInfo

from pages.models import SitePage
from reports.models import DeadlineExtension, PlanItem, ReportingYear, WorkPlanPage
from reports.reminders.collecting import Letter, letters
from reports.reminders.situation import survey
from reports.status import Duty
from tests.flow import decide, fresh, submit

CITY_CENTRE, SANJIANG = "450202", "450226"
SUNDAY = date(2028, 3, 12)  # a day on which nothing is due in ``open_year(2028)``
THREE_LEFT = date(2028, 3, 22)
_numbers = count(1)


def eight(day: date) -> datetime:
    """Eight in the morning of *day* in Liuzhou."""
    return datetime(day.year, day.month, day.day, 8, tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)


def open_year(year: int = 2028, **deadlines: date) -> ReportingYear:
    """The only year that is open, with all sites that there are on its list; the notice's deadlines, or *deadlines*."""
    ReportingYear.objects.all().delete()
    found = ReportingYear.open(year)
    for name, day in deadlines.items():
        setattr(found, name, day)
    found.full_clean()
    found.save()
    return found


def extend(year: ReportingYear, county, duty: Duty, day: date) -> None:
    """Give *county* until *day*."""
    DeadlineExtension.objects.create(reporting_year=year, county=county.page, duty=duty, extended_to=day)


def make_plan(site: SitePage, year: int = 2028) -> WorkPlanPage:
    """A draft of a plan that could be submitted."""
    page = WorkPlanPage(title=f"计划表{next(_numbers)}", year=year, live=False)
    page.items = [
        PlanItem(
            work=work,
            name=f"亮点{work}",
            measures="每月一次。",
            target="全年 12 次。",
            due_on=date(year, 12, 31),
            responsible="社区妇联主席",
            sort_order=n,
        )
        for n, work in enumerate(("committee", "council", "green"))
    ]
    site.refresh_from_db()
    site.add_child(instance=page)
    page.save_revision()
    return page


def with_lead(page, people, code: str):
    """Submit *page*."""
    submit(page, people.editor(code))
    return fresh(page)


def with_city(page, people, code: str):
    """Submit *page* and have the lead approve it."""
    decide(with_lead(page, people, code), people.lead(code))
    return fresh(page)


def returned(page, people, code: str):
    """Submit *page* and have the lead return it."""
    decide(with_lead(page, people, code), people.lead(code), "reject", comment="请改。")
    return fresh(page)


def due_on(day: date) -> list[Letter]:
    """The letters of *day*."""
    return letters(survey(eight(day)))


def told(day: date) -> dict[str, set[str]]:
    """What is due on *day*: keys of reasons by address."""
    return {letter.person.email: set(letter.keys) for letter in due_on(day)}


def subjects(letter: Letter) -> set[tuple[str, str, str]]:
    """What a letter is about: what is to be done, of which site, in which state."""
    return {
        (item.concern.name, site.title, item.report.state.value)
        for item in letter.items
        for site in item.sites
    }
