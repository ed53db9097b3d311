"""Where higher packages add to what is shown: menu entries, sections of pages, kinds of lists."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest


@dataclass(frozen=True)
class SiteSection:
    """An entry of the main menu. *url* is asked at request time and may return ``None`` to hide the entry."""

    order: int
    label: str
    url: Callable[[], str | None]


@dataclass(frozen=True)
class HomeSection:
    """A section of the home page. *context* returns the template's values, or ``None`` to leave it out.

    It is given the request and ``{path: title}`` of all counties and published sites, for cards.
    """

    order: int
    template: str
    context: Callable[[HttpRequest, dict[str, str]], dict[str, Any] | None]


@dataclass(frozen=True)
class PlaceSection:
    """A section of county and site pages: the latest published pages of *kind*, with a link to all of them.

    *url* is the address of their list, which has the filters ``county`` and ``site``; ``None`` while there is none.
    """

    order: int
    kind: str
    title: str
    url: Callable[[], str | None]


@dataclass(frozen=True)
class Choice:
    """One choice of a filter: *value* stands in the address, *key* in the database where that is another."""

    value: str
    label: str
    key: Any = None

    @property
    def stored(self) -> Any:
        """What the database has for this choice."""
        return self.value if self.key is None else self.key


@dataclass(frozen=True)
class ListFilter:
    """One group of chips of a list.

    *choices* is asked with the request's ``lists.Labels``; *group* is what the database groups by for the numbers
    on the chips, and *lookup*, if it is another, what it narrows by. One that is not *optional* always has a value
    and no chip for all. One *within* another filter means nothing without it. *folded* ones are put away until
    somebody wants them.
    """

    name: str
    label: str
    choices: Callable[[Any], list[Choice]]
    group: Any
    lookup: str = ""
    optional: bool = True
    within: str = ""
    folded: bool = False


@dataclass(frozen=True)
class ListType:
    """A public list at ``/<key>/``: published pages of one kind, with filters.

    *cards* makes cards of a page of *queryset*. *plain* is the same without annotations, for counting, where
    *queryset* has some. Without *own_address* a page of the tree shows the list at its own. *links* are
    ``(name of an address, words)`` that lead on from the head.
    """

    key: str
    heading: str
    introduction: str
    queryset: Callable[[], QuerySet]
    filters: list[ListFilter] = field(default_factory=list)
    empty_hint: str = ""
    cards: Callable | None = None
    plain: Callable[[], QuerySet] | None = None
    own_address: bool = True
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SitePageSection:
    """A section of a site's page, before its organisation. *context* returns the template's values, or ``None``.

    It is given the published site's page.
    """

    template: str
    context: Callable[[Any], dict[str, Any] | None]


site_sections: list[SiteSection] = []
home_sections: list[HomeSection] = []
place_sections: list[PlaceSection] = []
list_types: dict[str, ListType] = {}
site_page_sections: list[SitePageSection] = []
_highlights: list[Callable[[str], dict[str, list[str]]]] = []
_needs: list[Callable[[Any], bool]] = []


def register_site_section(section: SiteSection) -> None:
    """Add *section* to the menu; called from ``AppConfig.ready``."""
    site_sections.append(section)
    site_sections.sort(key=lambda item: item.order)


def register_home_section(section: HomeSection) -> None:
    """Add *section* to the home page; called from ``AppConfig.ready``."""
    home_sections.append(section)
    home_sections.sort(key=lambda item: item.order)


def register_place_section(section: PlaceSection) -> None:
    """Add *section* to county and site pages; called from ``AppConfig.ready``."""
    place_sections.append(section)
    place_sections.sort(key=lambda item: item.order)


def register_list_type(list_type: ListType) -> None:
    """Make *list_type* answer at ``/<key>/``; called from ``AppConfig.ready``."""
    list_types[list_type.key] = list_type


def register_site_page_section(section: SitePageSection) -> None:
    """Add *section* to the pages of sites; called from ``AppConfig.ready``."""
    site_page_sections.append(section)


def register_highlights(names: Callable[[str], dict[str, list[str]]]) -> None:
    """Set who knows the highlights of a site: *names* is given its path, see ``highlights_of``."""
    _highlights[:] = [names]


def highlights_of(site_path: str) -> dict[str, list[str]]:
    """Return the names of the highlights of the site at *site_path*, by year such as ``2020 年``, newest first."""
    return _highlights[0](site_path) if _highlights else {}


def register_need(needs: Callable[[Any], bool]) -> None:
    """Add a reason why a place is not deleted: *needs* says whether something published names it."""
    _needs.append(needs)


def is_needed(place: Any) -> bool:
    """Whether something published elsewhere names *place*, a page, or what stands below it."""
    return any(needs(place) for needs in _needs)
