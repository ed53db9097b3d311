"""Who belongs to a site's federation, as its editors have it now."""

from wagtail.models import Page

from .. import queries


def names_with_posts(page: Page, *posts: str) -> set[str]:
    """Return the public names of the members with one of *posts* at the site that *page* (to be) stands under.

    The site's latest revision counts: its editors may register a member and go on to the work in one sitting.
    """
    site = queries.site_draft_of(page)
    return {member.public_name for member in site.members.all() if member.post in posts} if site else set()
