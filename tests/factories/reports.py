"""Plans and sites that owe reports, for tests."""

from datetime import date
from itertools import count

from cms.county import County
from pages.models import SitePage
from reports.models import PlanItem, ReportingSite, ReportingYear, WorkPlanPage

_numbers = count(1)
WORKS = ("committee", "lectures", "volunteering", "lights")


def plan_item(n: int = 0, year: int = 2020, **fields) -> PlanItem:
    """A row that could be submitted."""
    values = {
        "work": WORKS[n % len(WORKS)],
        "name": f"亮点{n + 1}",
        "measures": "每月一次，轮流主持。",
        "target": "全年 12 次，参加 600 人次。",
        "due_on": date(year, 12, 31),
        "responsible": "社区妇联主席",
        "sort_order": n,
    }
    return PlanItem(**values | fields)


def make_plan(site, year: int = 2020, items: int | list[PlanItem] = 3, **fields) -> WorkPlanPage:
    """A draft of a plan that could be submitted; *items* rows or their number."""
    ReportingYear.open(year)
    page = WorkPlanPage(title=f"{year}年计划表{next(_numbers)}", year=year, live=False, **fields)
    page.items = [plan_item(n, year) for n in range(items)] if isinstance(items, int) else items
    site.refresh_from_db()
    site.add_child(instance=page)
    page.save_revision()
    return page


def many_sites(number: int, owing: bool = True) -> list[SitePage]:
    """*number* more draft sites in each county, on the lists of all open years."""
    found = []
    for county in County.objects.select_related("page"):
        county.page.refresh_from_db()
        for _ in range(number):
            site = SitePage(title=f"示例村{next(_numbers)}", township="示例乡", live=False)
            county.page.add_child(instance=site)
            found.append(site)
    ReportingSite.objects.filter(site__in=found).update(plan=owing, summary=owing)
    return found


def owe(site: SitePage, year: int) -> None:
    """Have *site* on the list of *year* with both reports, whatever the day of the test."""
    ReportingSite.objects.update_or_create(
        reporting_year=ReportingYear.open(year), site=site, defaults={"plan": True, "summary": True}
    )
