"""Which county and site a page's adoption counts for."""

from wagtail.models import Page

from pages import queries
from pages.models import CountyPage, SitePage, StoryPage


def place_of(page: Page) -> tuple[CountyPage | None, SitePage | None]:
    """Return the county and the site that *page* is or stands under, each may be ``None``.

    A story that the city tells of a site counts for that site and its county.
    """
    county, site = queries.county_of(page), queries.site_of(page)
    if county is None:
        story = StoryPage.objects.filter(pk=page.pk).select_related("site").first()
        site = story.site if story else None
        county = queries.county_of(site) if site else None
    return county, site
