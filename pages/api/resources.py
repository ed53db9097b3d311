"""What can be asked for, and the seam by which a higher package adds its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

from .parameters import Narrowing
from .parts import Answer


@dataclass(frozen=True)
class Resource:
    """One kind of content. Rows are in the order of ``order``, whose last field is the key.

    *rows* gives the published rows with what *tell* needs, *path* is the lookup of the page's path, *tell* makes answers
    of some rows in a fixed number of queries, *after* reads a cursor as the rows behind it. *rank* is its place in the
    index.
    """

    rank: int
    name: str
    label: str
    rows: Callable[[], QuerySet]
    path: str
    order: tuple[str, ...]
    tell: Callable[[list], list[Answer]]
    cursor: Callable[[Any], str]
    after: Callable[[str], Q]
    key: str = "pk"
    parameters: Mapping[str, Narrowing] = field(default_factory=dict)


# What is told of a single page beside its row, by page type.
Details = Callable[[Page], Answer]

resources: dict[str, Resource] = {}
details: dict[type[Page], Details] = {}


def register(resource: Resource) -> None:
    """Make *resource* answer at ``/api/v1/<name>/``; called from ``AppConfig.ready``."""
    found = sorted([*resources.values(), resource], key=lambda one: one.rank)
    resources.clear()
    resources.update((one.name, one) for one in found)


def register_details(model: type[Page], tell: Details) -> None:
    """Tell more of a single page of *model*, or of a model that is built on it; called from ``AppConfig.ready``."""
    details[model] = tell


def details_of(page: Page) -> Answer:
    """What is told of the specific, published *page* alone."""
    for model, tell in details.items():
        if isinstance(page, model):
            return tell(page)
    return {}
