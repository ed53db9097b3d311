"""Where a page stands in the tree: its county and its demonstration site.

Wagtail's materialised path has four characters a level, so that an ancestor at a known depth is a prefix.
"""

from wagtail.models import Page

STEP = Page.steplen
HOME_DEPTH = 2
COUNTY_DEPTH = 3
SITE_DEPTH = 4


def prefix(path: str, depth: int) -> str:
    """Return the path of the ancestor of *path* (or itself) at *depth*; shorter paths are returned whole."""
    return path[: depth * STEP]


def same_county(one: Page, other: Page) -> bool:
    """Whether both pages stand below the same page at county depth."""
    return prefix(one.path, COUNTY_DEPTH) == prefix(other.path, COUNTY_DEPTH)
