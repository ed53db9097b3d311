"""Every queryset that public pages and lists are made of.

Each returns just what its page needs, in a fixed number of queries. Models are looked up when called, since the
models' own pages use these functions.
"""

from .listed import (
    figure_sums,
    figures_of_site,
    latest_of_each_kind,
    listed_neighbours,
    listings,
    listings_of,
    terms,
)
from .newest import newest
from .places import (
    counties,
    county_of,
    county_path,
    fetch_renditions,
    gallery_of,
    lights_of,
    members_of,
    names_by_path,
    names_of_sites,
    rotating_chair_of,
    rows_of,
    site_draft_of,
    site_names,
    site_of,
    site_path,
    site_path_of,
    sites,
    sites_of,
    team_names,
)
from .stories import featured_on, featured_stories, named_by_live_story, stories_to_show
from .tree_pages import ancestors_of, notices_under, other_of_year, page_at, was_public

__all__ = [
    "ancestors_of",
    "counties",
    "county_of",
    "county_path",
    "featured_on",
    "featured_stories",
    "fetch_renditions",
    "figure_sums",
    "figures_of_site",
    "gallery_of",
    "latest_of_each_kind",
    "lights_of",
    "listed_neighbours",
    "listings",
    "listings_of",
    "members_of",
    "named_by_live_story",
    "names_by_path",
    "names_of_sites",
    "newest",
    "notices_under",
    "other_of_year",
    "page_at",
    "rotating_chair_of",
    "rows_of",
    "site_draft_of",
    "site_names",
    "site_of",
    "site_path",
    "site_path_of",
    "sites",
    "sites_of",
    "stories_to_show",
    "team_names",
    "terms",
    "was_public",
]
