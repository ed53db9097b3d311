"""What both databases do alike when objects are indexed."""

from collections.abc import Iterator
from functools import cache

from django.db.models import Model, prefetch_related_objects
from modelcluster.models import get_all_child_relations

from ... import queries
from ...models import BasePage, SitePage, Term
from .. import documents
from ..entry import Entry, entry_of


def entries(model: type[Model], objs: list[Model]) -> Iterator[tuple[str, Entry]]:
    """Yield key and entry of each of *objs*, all of class *model*; of pages also write what the search shows."""
    objs = list(objs)
    if issubclass(model, BasePage):
        prepare(objs)
        documents.write(objs)
    for one in objs:
        yield str(one.pk), entry_of(one)


def prepare(pages: list[BasePage]) -> None:
    """Fetch what the entries of *pages*, all of one type, are made of, however many they are."""
    names = queries.names_by_path(pages)
    for page in pages:
        page._search_names = names
    prefetch_related_objects(pages, *_relations(type(pages[0])))


@cache
def _relations(model: type[BasePage]) -> list[str]:
    """Names of the relations whose words are searched: inline rows, choices, the site that a page names."""
    rows = [one.get_accessor_name() for one in get_all_child_relations(model)]
    named = [field.name for field in model._meta.get_fields() if _names_words(field)]
    return [name for name in rows if name != "wagtail_admin_comments"] + named


def _names_words(field) -> bool:
    return (
        (field.many_to_one or field.many_to_many)
        and field.concrete
        and field.related_model in (Term, SitePage)
    )
