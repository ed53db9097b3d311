"""Filling an installation with the demonstration, through the real forms and the real workflow."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from cms.county import County
from cms.notices.writing import muted
from cms.setup.site import setup
from pages.checks.runner import run
from pages.models import (
    FeaturedStory,
    HomePage,
    NoticeIndexPage,
    NoticePage,
    SiteIdentity,
    SitePage,
    StoryIndexPage,
)
from pages.models.members import SiteMember
from reports.models import PlanItem, ReportingYear, SummaryPhoto, WorkPlanPage, YearEndSummaryPage

from . import content, deadlines, texts
from .accounts import Accounts
from .adoptions import adoptions
from .body import body, rich
from .events import event_page
from .guidance import add_visits
from .notice import notice
from .references import references_at_the_end
from .uploads import Pictures, pictures
from .works import work_page


def already_loaded() -> bool:
    """Whether the demonstration is in the database."""
    return SiteIdentity.objects.filter(is_demonstration=True).exists()


def has_real_content() -> bool:
    """Whether somebody has written anything: sites, notices, summaries, or a county's page."""
    written = Revision.objects.exclude(user=None).exists()
    return (
        written
        or SitePage.objects.exists()
        or NoticePage.objects.exists()
        or YearEndSummaryPage.objects.exists()
    )


class Loader:
    """Loads everything once. *say* is told what happens."""

    def __init__(self, accounts: Accounts, say: Callable[[str], None]) -> None:
        self.accounts = accounts
        self.say = say

    def load(self) -> None:
        """Load the demonstration in one transaction; raises what any refused step raises."""
        counties = texts.counties()
        with pictures(_photos(counties)) as drawn, transaction.atomic(), references_at_the_end(), muted():
            self.pictures: Pictures = drawn
            setup()
            self._open_year()
            self.accounts.admin()
            self._city()
            for county in counties:
                self.say(f"  {county.name}：{len(county.sites)} 个示范点")
                self._county(county)
            self._city_events()
            deadlines.extend(ReportingYear.objects.get(year=texts.YEAR), timezone.localdate())
            adoptions(self.accounts.moderator())
            self.accounts.close_if_unusable()
            SiteIdentity.objects.update(is_demonstration=True)
            add_visits(self.accounts)

    def _open_year(self) -> None:
        ReportingYear.open(texts.YEAR)
        ReportingYear.objects.exclude(year=texts.YEAR).update(is_open=False)

    # -- the city's own pages ---------------------------------------------------------------------------

    def _city(self) -> None:
        text = texts.home()
        home = HomePage.objects.get()
        home.slogan, home.introduction = text.slogan, text.introduction
        self._publish_city(home)
        announcement = notice()
        page = NoticePage(
            title=announcement.title,
            document_number=announcement.document_number or "",
            issued_by=announcement.issued_by,
            issued_on=announcement.issued_on,
            body=body(announcement.body),
            owner=self.accounts.moderator(),
            live=False,
        )
        NoticeIndexPage.objects.get().add_child(instance=page)
        self._publish_city(page)

    def _city_events(self) -> None:
        """The city's own stories; they tell of sites, so that these are there before."""
        for text in texts.city_events():
            page = event_page(text, self.pictures.uploaded)
            page.owner = self.accounts.moderator()
            StoryIndexPage.objects.get().add_child(instance=page)
            self._publish_city(page)
            _feature(page, text)

    def _publish_city(self, page: Page) -> None:
        writer, approver = self.accounts.moderator("zulianbu"), self.accounts.moderator("zulianbu2")
        page.save_revision(user=writer, log_action=True)
        page.get_workflow().start(page, writer)
        # The notice is shown as it was issued, with its half-width brackets; whoever approves it confirms that.
        _decide(page, approver, confirmed=[finding.key for finding in run(page).warnings])

    # -- a county ---------------------------------------------------------------------------------------

    def _county(self, text: content.County) -> None:
        county = County.objects.get(code=text.code)
        editor = self.accounts.editor(county)
        self.accounts.lead(county)
        page = county.page.specific
        page.introduction, page.support = rich(text.introduction), rich(text.support)
        page.office_phone, page.office_address = text.office_phone, text.office_address
        page.lead_image = self.pictures.upload(text.picture, county.collection, editor)
        page.save_revision(user=editor, log_action=True)
        self._advance(page, county, "approved")
        for site in text.sites:
            self._site(site, county)
        if text.summary:
            self._summary(text.summary, county.page, county)
        for event in text.events:
            self._event(event, county.page, county)

    def _site(self, text: content.Site, county: County) -> None:
        editor = self.accounts.editor(county)
        page = SitePage(
            title=text.name,
            kind=text.kind,
            township=text.township,
            address=text.address,
            introduction=rich(text.introduction),
            brand_name=text.brand_name,
            brand_slogan=text.brand_slogan,
            home_established=text.home_established,
            home_stars=text.home_stars,
            named_year=text.named_year,
            lead_image=self.pictures.upload(text.picture, county.collection, editor),
            owner=editor,
            live=False,
        )
        page.members = [SiteMember(**asdict(one), sort_order=n) for n, one in enumerate(text.members)]
        county.page.refresh_from_db()
        county.page.add_child(instance=page)
        page.save_revision(user=editor, log_action=True)
        self._advance(page, county, "approved")
        if text.plan:
            self._plan(text.plan, page, county)
        for work in text.works:
            self._work(work, page, county)
        if text.summary:
            self._summary(text.summary, page, county)
        for event in text.events:
            self._event(event, page, county)

    def _plan(self, text: content.Plan, site: SitePage, county: County) -> None:
        page = WorkPlanPage(year=text.year, owner=self.accounts.editor(county), live=False)
        page.start_under(site)
        page.items = [PlanItem(**asdict(one), sort_order=n) for n, one in enumerate(text.items)]
        self._write(page, text, site, county)

    def _work(self, text: content.Work, site: SitePage, county: County) -> None:
        editor = self.accounts.editor(county)
        page = work_page(text, lambda photo: self.pictures.upload(photo, county.collection, editor))
        page.owner = editor
        self._write(page, text, site, county)

    def _summary(self, text: content.Summary, parent: Page, county: County) -> None:
        editor = self.accounts.editor(county)
        page = YearEndSummaryPage(
            title=text.title, year=text.year, body=body(text.body), owner=editor, live=False
        )
        page.photos = [
            SummaryPhoto(
                image=self.pictures.upload(photo, county.collection, editor),
                caption=photo.caption,
                description=photo.description,
                sort_order=order,
            )
            for order, photo in enumerate(text.photos)
        ]
        if text.covers:
            page.covers = list(SitePage.objects.child_of(parent).filter(title__in=text.covers))
        self._write(page, text, parent, county)

    def _event(self, text: content.Event, parent: Page, county: County) -> None:
        page = event_page(text, self.pictures.uploaded)
        page.owner = self.accounts.editor(county)
        self._store(page, parent)
        self._advance(page, county, text.state)
        _feature(page, text)

    def _write(
        self, page: Page, text: content.Plan | content.Work | content.Summary, parent: Page, county: County
    ) -> None:
        self._store(page, parent)
        self._advance(page, county, text.state, text.returned_by, text.reviewer_words)

    def _store(self, page: Page, parent: Page) -> None:
        parent.refresh_from_db()
        parent.add_child(instance=page)
        page.save_revision(user=page.owner, log_action=True)

    # -- the workflow -----------------------------------------------------------------------------------

    def _advance(
        self, page: Page, county: County, state: str, returned_by: str = "", words: str = ""
    ) -> None:
        """Take *page* as far as *state* says, each step by the person whose step it is."""
        if state == "draft":
            return
        page.get_workflow().start(page, self.accounts.editor(county))
        if state == "waiting_lead":
            return
        if state == "returned" and returned_by == "lead":
            _decide(page, self.accounts.lead(county), "reject", words)
            return
        _decide(page, self.accounts.lead(county))
        if state == "returned":
            _decide(page, self.accounts.moderator(), "reject", words)
        elif state == "approved":
            _decide(page, self.accounts.moderator())


def _decide(
    page: Page, user, action: str = "approve", comment: str = "", confirmed: Iterable[str] = ()
) -> None:
    """Take a step as *user*. A county's demonstration text gives no reviewer anything to confirm."""
    page = type(page).objects.get(pk=page.pk)
    details = {"comment": comment, "confirmed": confirmed}
    page.current_workflow_task.on_action(page.current_workflow_task_state, user, action, **details)


def _feature(page: Page, text: content.Event) -> None:
    """Put a story on the home page, if it is to be there, from today without end."""
    if text.featured is not None:
        row = FeaturedStory(story=page, sort_order=text.featured, starts_on=timezone.localdate())
        row.full_clean()
        row.save()


def _photos(counties) -> Iterator[content.Photo]:
    for county in counties:
        yield county.picture
        for site in county.sites:
            yield site.picture
            for work in site.works:
                yield from work.pictures
            if site.summary:
                yield from site.summary.photos
        if county.summary:
            yield from county.summary.photos
