"""报送台账: how the plans and summaries of a year stand, county by county and site by site, in a fixed number of queries."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Substr
from wagtail.models import Page

from pages import tree
from pages.models import CountyPage, Listing, SitePage
from pages.works.kinds import BY_SLUG

from . import models
from .hooks import office
from .status import WITH_EDITOR, Duty, Standing, State, Timing, in_force

WHOLE_TREE = ("",)  # paths at or below which everything stands
PAGE_TYPES = {Duty.PLAN: models.WorkPlanPage, Duty.SUMMARY: models.YearEndSummaryPage}


@dataclass(frozen=True)
class Report:
    """One report that a site owes. *page* is what is there, for a summary perhaps its county's; or ``None``."""

    duty: Duty
    standing: Standing
    page: Page | None
    of_county: bool = False

    @property
    def state(self) -> State:
        return self.standing.state

    @property
    def is_with_editor(self) -> bool:
        """Whether it is for the county's editors to go on."""
        return self.state in WITH_EDITOR

    @property
    def is_accepted(self) -> bool:
        """Whether nothing is left to do."""
        return self.state == State.ACCEPTED

    @property
    def is_overdue(self) -> bool:
        """Whether the deadline passed without the lead's approval."""
        return self.standing.timing is Timing.OVERDUE


@dataclass(frozen=True)
class Row:
    """One site. A report that it does not owe is ``None``."""

    county: CountyPage
    site: SitePage
    plan: Report | None
    summary: Report | None
    works: dict[str, int] = field(default_factory=dict)  # slug of a featured work -> published items
    items: int = 0
    last_activity: date | None = None

    def report(self, duty: Duty) -> Report | None:
        """The report *duty*, or ``None`` if it is not owed."""
        return self.plan if duty == Duty.PLAN else self.summary

    @property
    def reports(self) -> list[Report]:
        """What the site owes."""
        return [report for report in (self.plan, self.summary) if report]


@dataclass(frozen=True)
class Progress:
    """How many of the reports of one kind are how far, in some rows."""

    owed: int
    states: dict[State, int]
    late: int
    overdue: int

    @property
    def accepted(self) -> int:
        return self.states.get(State.ACCEPTED, 0)

    @property
    def begun(self) -> int:
        """Reports that are at least begun."""
        return self.owed - self.states.get(State.NOT_BEGUN, 0)

    @property
    def level(self) -> int:
        """Shade of the map: 0 for nothing accepted, 4 for all, between them by thirds."""
        if not self.owed or not self.accepted:
            return 0
        return 4 if self.accepted == self.owed else 1 + self.accepted * 3 // self.owed


@dataclass(frozen=True)
class Ledger:
    """All rows of a year that were asked for, in the order of counties and of sites in the tree."""

    year: models.ReportingYear
    now: datetime
    counties: list[CountyPage]
    rows: list[Row]

    def of(self, county: CountyPage) -> list[Row]:
        """The rows of one county."""
        return [row for row in self.rows if row.county.pk == county.pk]


def progress(rows: Iterable[Row], duty: Duty) -> Progress:
    """Add up the reports *duty* of *rows*."""
    reports = [report for row in rows if (report := row.report(duty))]
    timings = Counter(report.standing.timing for report in reports)
    return Progress(
        owed=len(reports),
        states=dict(Counter(report.state for report in reports)),
        late=timings[Timing.LATE],
        overdue=timings[Timing.OVERDUE],
    )


def ledger(year: models.ReportingYear, paths: Sequence[str], now: datetime) -> Ledger:
    """Return how the reports of *year* stand at *now*, of all sites at or below *paths*; ``WHOLE_TREE`` is everything."""
    counties = list(_counties(paths))
    by_path = {county.path: county for county in counties}
    sites = models.ReportingSite.objects.filter(_below(paths, "site__path"), reporting_year=year)
    sites = _with_extensions(sites.select_related("site").defer("site__introduction"), year)
    pages = _Pages(year, paths)
    counts = _Published(year, paths)
    rows = []
    for one in sites.order_by("site__path"):
        county = by_path.get(tree.prefix(one.site.path, tree.COUNTY_DEPTH))
        if county is None:  # moved out of a county: not to be hidden, but nobody's
            continue
        rows.append(
            Row(
                county=county,
                site=one.site,
                plan=pages.report(Duty.PLAN, one, _deadline(year, one, Duty.PLAN), now),
                summary=pages.report(Duty.SUMMARY, one, _deadline(year, one, Duty.SUMMARY), now),
                works=counts.works.get(one.site.path, {}),
                items=counts.items[one.site.path],
                last_activity=counts.last.get(one.site.path),
            )
        )
    return Ledger(year, now, counties, rows)


class _Pages:
    """The plans and summaries of a year with their standing, by the path of the site that each is about."""

    def __init__(self, year: models.ReportingYear, paths: Sequence[str]) -> None:
        types = ContentType.objects.get_for_models(*PAGE_TYPES.values())
        pages = Page.objects.filter(_below(paths, "path", upwards=True), content_type__in=types.values())
        about = Coalesce("workplanpage__year", "yearendsummarypage__year")
        found = list(
            office().with_standing(pages.annotate(about=about).filter(about=year.year)).order_by("path")
        )
        self.found = {
            duty: _best_by_site([page for page in found if page.content_type_id == types[model].pk])
            for duty, model in PAGE_TYPES.items()
        }
        of_county = {page.pk: page for page in found if page.depth == tree.SITE_DEPTH}
        covers = models.YearEndSummaryPage.covers.through.objects.filter(yearendsummarypage__in=of_county)
        rows = covers.values_list("yearendsummarypage", "sitepage__path") if of_county else ()
        self.covering = {path: of_county[page] for page, path in rows}

    def report(self, duty: Duty, one: models.ReportingSite, deadline: date, now: datetime) -> Report | None:
        """How *one* site stands, or ``None`` if it does not owe this."""
        if not one.owes(duty):
            return None
        page = self.found[duty].get(one.site.path)
        covering = self.covering.get(one.site.path) if duty == Duty.SUMMARY else None
        of_county = covering is not None and (page is None or covering.report_state == State.ACCEPTED)
        page = covering if of_county else page
        state = State(page.report_state) if page else State.NOT_BEGUN
        approved = page.approved_at if page else None
        return Report(duty, Standing(state, deadline, approved, now), page, of_county)


def _best_by_site(pages: list) -> dict[str, object]:
    """One page for each site: that which is furthest, should somebody have begun two."""
    order = [State.NOT_BEGUN, State.WITHDRAWN, State.DRAFT, State.RETURNED, State.WITH_LEAD, State.WITH_CITY]
    ranks = {state: rank for rank, state in enumerate([*order, State.ACCEPTED])}
    found: dict[str, object] = {}
    for page in pages:
        if page.depth == tree.SITE_DEPTH:  # a county's, for the sites that it names
            continue
        path = tree.prefix(page.path, tree.SITE_DEPTH)
        best = found.get(path)
        if best is None or ranks[State(page.report_state)] > ranks[State(best.report_state)]:
            found[path] = page
    return found


def _with_extensions(sites: QuerySet, year: models.ReportingYear) -> QuerySet:
    """Annotate *sites* with the days until which the county of each has more time, if it has."""
    rows = models.DeadlineExtension.objects.filter(
        reporting_year=year, county__path=Substr(OuterRef("site__path"), 1, tree.COUNTY_DEPTH * tree.STEP)
    )
    return sites.annotate(
        **{
            f"{duty}_until": Subquery(rows.filter(duty=duty).values("extended_to")[:1])
            for duty in Duty.values
        }
    )


def _deadline(year: models.ReportingYear, one: models.ReportingSite, duty: Duty) -> date:
    return in_force(year.deadline(duty), getattr(one, f"{duty.value}_until"))


class _Published:
    """What sites published in a year: items by featured work, all items, and the day of the latest."""

    def __init__(self, year: models.ReportingYear, paths: Sequence[str]) -> None:
        self.works: dict[str, dict[str, int]] = {}
        self.items: Counter[str] = Counter()
        self.last: dict[str, date] = {}
        rows = (
            Listing.objects.filter(_below(paths, "page__path"), page__live=True, year=year.year)
            .exclude(kind="summary")
            .annotate(place=Substr("page__path", 1, tree.SITE_DEPTH * tree.STEP))
            .order_by()
            .values_list("place", "work")
            .annotate(Count("pk"), Max("date"))
        )
        for path, work, number, last in rows:
            self.items[path] += number
            self.last[path] = max(last, self.last.get(path, last))
            if work in BY_SLUG:
                self.works.setdefault(path, {})[work] = number


def _counties(paths: Sequence[str]) -> QuerySet:
    """The counties at, above or below *paths*."""
    found = CountyPage.objects.order_by("code").defer("introduction", "support")
    return found.filter(_below([tree.prefix(path, tree.COUNTY_DEPTH) for path in paths], "path"))


def _below(paths: Sequence[str], lookup: str, upwards: bool = False) -> Q:
    """What is at or below one of *paths*; *upwards* also what stands right under the county of one."""
    if "" in paths:
        return Q()
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(**{f"{lookup}__startswith": path})
        if upwards:
            county = tree.prefix(path, tree.COUNTY_DEPTH)
            found |= Q(**{f"{lookup}__startswith": county}, depth=tree.SITE_DEPTH)
    return found
