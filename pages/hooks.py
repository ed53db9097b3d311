"""Where higher packages add to what is shown: menu entries, sections of the home page, kinds of lists."""

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
    """A section of the home page. *context* returns the template's values, or ``None`` to leave it out."""

    order: int
    template: str
    context: Callable[[HttpRequest], dict[str, Any] | None]


@dataclass(frozen=True)
class ListFilter:
    """One group of chips of a list: choices as ``(value, label)`` and how a value narrows the queryset.

    One that is not *optional* always has a value and no chip for all.
    """

    name: str
    label: str
    choices: Callable[[], list[tuple[str, str]]]
    apply: Callable[[QuerySet, str], QuerySet]
    optional: bool = True


@dataclass(frozen=True)
class ListType:
    """A public list at ``/<key>/``: published pages of one kind, with filters."""

    key: str
    heading: str
    introduction: str
    queryset: Callable[[], QuerySet]
    filters: list[ListFilter] = field(default_factory=list)
    empty_hint: str = ""


site_sections: list[SiteSection] = []
home_sections: list[HomeSection] = []
list_types: dict[str, ListType] = {}


def register_site_section(section: SiteSection) -> None:
    """Add *section* to the menu; called from ``AppConfig.ready``."""
    site_sections.append(section)
    site_sections.sort(key=lambda item: item.order)


def register_home_section(section: HomeSection) -> None:
    """Add *section* to the home page; called from ``AppConfig.ready``."""
    home_sections.append(section)
    home_sections.sort(key=lambda item: item.order)


def register_list_type(list_type: ListType) -> None:
    """Make *list_type* answer at ``/<key>/``; called from ``AppConfig.ready``."""
    list_types[list_type.key] = list_type
