"""What a new page starts with, so that nobody types what the system knows."""

from wagtail.signals import init_new_page

from pages.models import SitePage, WorkPage

from . import queries
from .models import WorkPlanPage, YearEndSummaryPage


def connect() -> None:
    """Connect the defaults; called once when the application starts."""
    init_new_page.connect(_new_page, dispatch_uid="reports.defaults")


def _new_page(sender, page, parent, **kwargs) -> None:
    if isinstance(page, WorkPage):
        page.year = next(iter(queries.open_years()), None)
    if not isinstance(page, (WorkPlanPage, YearEndSummaryPage)):
        return
    page.year = next(iter(queries.open_years()), None)
    if isinstance(page, WorkPlanPage):
        page.start_under(parent)
        return
    place = f"{parent.title}妇联" if isinstance(parent, SitePage) else f"{parent.title}妇联示范点"
    page.title = f"{place}{page.year or ''}年建设工作总结" if page.year else f"{place}建设工作总结"
    page.body = [("paragraph", "")]
