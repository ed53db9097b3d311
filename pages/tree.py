"""Where a page stands in the tree: its county and its demonstration site.

Wagtail's materialised path has four characters a level, so that an ancestor at a known depth is a prefix.
"""

from collections.abc import Iterable

from wagtail.models import Page

STEP = Page.steplen
HOME_DEPTH = 2
COUNTY_DEPTH = 3
SITE_DEPTH = 4


def prefix(path: str, depth: int) -> str:
    """Return the path of the ancestor of *path* (or itself) at *depth*; shorter paths are returned whole."""
    return path[: depth * STEP]


def county_paths(pages: Iterable[Page]) -> set[str]:
    """Return the paths at county depth above *pages*, to look the counties up in one query."""
    return {prefix(page.path, COUNTY_DEPTH) for page in pages if len(page.path) >= COUNTY_DEPTH * STEP}


def same_county(one: Page, other: Page) -> bool:
    """Whether both pages stand below the same page at county depth."""
    return prefix(one.path, COUNTY_DEPTH) == prefix(other.path, COUNTY_DEPTH)
