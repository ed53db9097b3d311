"""What both databases do alike when objects are indexed."""

from collections.abc import Iterator

from django.db.models import Model, prefetch_related_objects
from wagtail.models import Page

from ... import queries
from ...models import BasePage
from .. import documents
from ..entry import Entry, entry_of

SHOWN = ("photos", "members", "records", "actions", "classes", "teams", "lights", "topics")


def entries(model: type[Model], objs: list[Model]) -> Iterator[tuple[str, Entry]]:
    """Yield key and entry of each of *objs*, all of class *model*; of pages also write what the search shows."""
    objs = list(objs)
    if issubclass(model, BasePage):
        prepare(objs)
        documents.write(objs)
    for one in objs:
        yield str(one.pk), entry_of(one)


def prepare(pages: list[Page]) -> None:
    """Fetch what the entries of *pages*, all of one type, are made of, however many they are."""
    names = queries.names_by_path(pages)
    for page in pages:
        page._search_names = names
    if len(pages) > 1:
        prefetch_related_objects(pages, *(name for name in SHOWN if hasattr(pages[0], name)))
