"""Panels of the home about the reporting year: what a county owes, and how far all counties are."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from wagtail.admin.ui.components import Component

from reports.ledger import WHOLE_TREE, Ledger, Report, Row, ledger
from reports.models import ReportingYear
from reports.views import progress
from reports.views.links import Links

from ..county import County

OPEN_YEARS = 2  # in January last year's summaries may still be due beside this year's plans
MOST_DUE, MOST_LATE = 12, 6
DO = {"not_begun": "开始写", "draft": "继续写", "returned": "去修改", "withdrawn": "重新报送"}
CSS = {"all": ["css/tokens.css", "css/map.css", "admin/ledger.css"]}


@dataclass(frozen=True)
class Due:
    """One report that somebody in the county has to go on with."""

    row: Row
    report: Report
    url: str

    @property
    def action(self) -> str:
        """The word on the button."""
        return DO[self.report.state]


class DuePanel(Component):
    """What the county owes, most urgent first, with a tap to go on; and a way to each site's year."""

    template_name = "cms/panels/due.html"
    order = 105

    class Media:
        css = {"all": ["admin/ledger.css"]}

    def __init__(self, counties: list[County], user: AbstractBaseUser) -> None:
        self.counties = counties
        self.user = user

    def get_context_data(self, parent_context):
        paths = tuple(county.page.path for county in self.counties)
        now = timezone.now()
        years = list(ReportingYear.objects.filter(is_open=True)[:OPEN_YEARS])
        return {
            "years": [self._year(ledger(year, paths, now), paths) for year in years],
            "county_page": self.counties[0].page if len(self.counties) == 1 else None,
        }

    def _year(self, found: Ledger, paths: tuple[str, ...]) -> dict:
        links = Links(self.user, paths)
        due = [
            Due(row, report, links.url(row, report))
            for row in found.rows
            for report in row.reports
            if report.is_with_editor and not report.of_county
        ]
        due.sort(key=lambda one: one.report.standing.deadline)
        return {
            "year": found.year,
            "due": due[:MOST_DUE],
            "due_number": len(due),
            "due_more": len(due) - MOST_DUE,
            "sites": [row.site for row in found.rows],
            "done": sum(report.is_accepted for row in found.rows for report in row.reports),
            "owed": sum(len(row.reports) for row in found.rows),
            "url": f"{reverse('reports_ledger')}?year={found.year.year}",
        }


class LedgerPanel(Component):
    """The ledger in short for the organisation department: map and figures, who has not begun, what is late."""

    template_name = "cms/panels/ledger.html"
    order = 130

    class Media:
        css = CSS

    def get_context_data(self, parent_context):
        year = ReportingYear.objects.filter(is_open=True).first()
        if year is None:
            return {"year": None}
        found = ledger(year, WHOLE_TREE, timezone.now())
        address = f"{reverse('reports_ledger')}?{urlencode({'year': year.year})}&county="
        duty = progress.current_duty(found)
        counties = progress.counties(found)
        viewbox, shapes = progress.map_shapes(counties, duty, address)
        late = [(row, report) for row in found.rows for report in row.reports if report.is_overdue]
        return {
            "year": year,
            "duty": duty,
            "counties": progress.with_notes(counties, address),
            "all_counties": progress.summed(found.rows),
            "map_viewbox": viewbox,
            "map_shapes": shapes,
            "not_begun": [one.county for one in counties if one.has_not_begun],
            "late": late[:MOST_LATE],
            "late_more": len(late) - MOST_LATE,
            "late_url": f"{reverse('reports_ledger')}?{urlencode({'year': year.year, 'timing': 'overdue'})}",
            "ledger_url": f"{reverse('reports_ledger')}?year={year.year}",
        }
