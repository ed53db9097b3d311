"""Atom feeds (RFC 4287): everything, one county, one featured work. What is withdrawn is in none of them."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from wagtail.models import Page

from . import chrome, queries, tree
from .text import for_xml
from .works.kinds import WorkKind

NEWEST = 30


class AtomFeed(Atom1Feed):
    """As Django's, with the language that the pages declare."""

    content_type = "application/atom+xml; charset=utf-8"


class PagesFeed(Feed):
    """The newest pages. Addresses are those of ``SITE_URL``, so that every cache may keep one answer for all hosts.

    An entry's id is the page's own for ever, whatever becomes of its address; its author is the unit that
    published it.
    """

    feed_type = AtomFeed
    language = "zh-Hans"
    path = ""  # below which pages are
    work = ""
    page_link = "/"

    def get_object(self, request: HttpRequest, **kwargs) -> HttpRequest:
        self.identity = chrome.identity(request)
        self.pages = list(queries.newest(self.path, self.work)[:NEWEST])
        self.names = queries.names_by_path(self.pages) if self.pages else {}
        return request

    # -- the feed -----------------------------------------------------------------------------------------

    def heading(self) -> str:
        """What is in the feed, before the site's name."""
        return ""

    def title(self) -> str:
        return for_xml(" · ".join(filter(None, [self.heading(), self.identity.site_name])))

    def subtitle(self) -> str:
        return for_xml(self.identity.feed_note)

    description = subtitle

    def link(self) -> str:
        return settings.SITE_URL + self.page_link

    def feed_url(self, request: HttpRequest) -> str:
        return settings.SITE_URL + request.path

    feed_guid = feed_url

    def author_name(self) -> str:
        return for_xml(self.identity.organiser)

    # -- entries ------------------------------------------------------------------------------------------

    def items(self) -> Iterable[Page]:
        return self.pages

    def item_title(self, page: Page) -> str:
        return for_xml(page.title)

    def item_link(self, page: Page) -> str:
        return settings.SITE_URL + (page.get_url() or "/")

    def item_guid(self, page: Page) -> str:
        return page.translation_key.urn

    def item_description(self, page: Page) -> str:
        note = page.search_description or (page.listing.note if hasattr(page, "listing") else "")
        return escape(for_xml(note or page.title))  # Django declares it as HTML

    def item_author_name(self, page: Page) -> str:
        county = self.names.get(tree.prefix(page.path, tree.COUNTY_DEPTH))
        return for_xml(f"{county}妇联" if county else self.identity.organiser)

    def item_pubdate(self, page: Page):
        return page.first_published_at.replace(microsecond=0)  # revisions keep fewer digits

    def item_updateddate(self, page: Page):
        return page.last_published_at

    def item_categories(self, page: Page) -> list[str]:
        names = (
            [self.names.get(tree.prefix(page.path, tree.SITE_DEPTH), "")]
            if page.depth > tree.SITE_DEPTH
            else []
        )
        return [for_xml(word) for word in [page.specific_class.short_type_name, *names] if word]


class CountyFeed(PagesFeed):
    """What one county publishes."""

    def __init__(self, county: Page) -> None:
        self.county = county
        self.path = county.path
        self.page_link = county.get_url() if county.live else "/"

    def heading(self) -> str:
        return self.county.title


class WorkFeed(PagesFeed):
    """What all counties publish of one featured work."""

    def __init__(self, kind: WorkKind) -> None:
        self.kind = kind
        self.work = kind.slug
        self.page_link = reverse("work_overview", args=[kind.slug])

    def heading(self) -> str:
        return self.kind.short_name
