"""One row of the list: what of a page is told, on the screen and in the export alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from pages import tree
from pages.reach import own_paths

from ...membership import display_name
from ...workflow.page_state import PageState
from .. import worklist
from ..isolation.people import known_to
from .content import CITY, authors_of, counties_of, sites_of

SOMEBODY = "其他人员"  # an account of another county by now, whose name is not this county's business


@dataclass(frozen=True)
class Row:
    """A page in words. Times are those of the clock on the wall in Liuzhou."""

    title: str
    type_name: str
    county: str
    site: str
    state: PageState
    changed_at: datetime | None
    published_at: datetime | None
    author: str
    url: str

    @property
    def state_name(self) -> str:
        return self.state.label

    @property
    def changed(self) -> str:
        return f"{self.changed_at:%Y-%m-%d %H:%M}" if self.changed_at else ""

    @property
    def published(self) -> str:
        return f"{self.published_at:%Y-%m-%d}" if self.published_at else ""

    @property
    def is_live(self) -> bool:
        return self.state in (PageState.PUBLISHED, PageState.CHANGED)


class RowMaker:
    """Makes rows for one user from pages ``with_facts``; asks the database once for all names."""

    def __init__(self, user: AbstractBaseUser) -> None:
        self.user = user
        self.waiting = worklist.waiting_ids(user)
        self.counties = {county.page.path: county.name for county in counties_of(user)}
        self.sites = dict(sites_of(user).values_list("path", "draft_title"))
        authors = known_to(user, authors_of(user))
        self.authors = {author.pk: display_name(author) for author in authors}
        lowest = tree.COUNTY_DEPTH * tree.STEP
        self.county_paths = tuple(path for path in own_paths(user) if len(path) >= lowest)

    def rows(self, pages: Iterable[Page]) -> list[Row]:
        """Return one row for each page, in their order."""
        return [self._row(page) for page in pages]

    def _row(self, page: Page) -> Row:
        county = self.counties.get(tree.prefix(page.path, tree.COUNTY_DEPTH))
        return Row(
            title=page.draft_title or page.title,
            type_name=page.cached_content_type.model_class().get_verbose_name(),
            county=county or CITY,
            site=self.sites.get(tree.prefix(page.path, tree.SITE_DEPTH), ""),
            state=PageState(page.state),
            changed_at=_local(page.latest_revision_created_at),
            published_at=_local(page.first_published_at),
            author=self.authors.get(page.owner_id, SOMEBODY) if page.owner_id else "",
            url=self._url(page, of_the_city=county is None),
        )

    def _url(self, page: Page, of_the_city: bool) -> str:
        """Where the title leads: to the decision if it is this user's now, else to the form if she may open it.

        The organisation department does not open a county's page before its turn has come; it sees the page's
        place in the tree. (``CountyPagePermissionTester`` is the rule, and asks the database for each page.)
        """
        if page.pk in self.waiting:
            return reverse("cms_review", args=[page.pk])
        own = of_the_city or self.user.is_superuser or page.owner_id == self.user.pk
        if own or page.path.startswith(self.county_paths):
            return reverse("wagtailadmin_pages:edit", args=[page.pk])
        return reverse("wagtailadmin_explore", args=[page.pk])


def _local(moment: datetime | None) -> datetime | None:
    return timezone.localtime(moment) if moment else None
