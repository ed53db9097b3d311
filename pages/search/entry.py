"""What stands in the index for one object, whatever database keeps it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Manager, Model
from modelsearch.index import AutocompleteField, RelatedFields, SearchField

from . import kinds
from .pinyin import typed_tokens
from .tokens import tokens

HEAVY, LIGHT = 2, 1  # boosts: from HEAVY on a fact, below LIGHT a caption


@dataclass
class Entry:
    """Tokens by weight. The title is the heaviest, then facts, body, captions."""

    title: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    autocomplete: list[str] = field(default_factory=list)


def entry_of(instance: Model) -> Entry:
    """Return the entry of *instance* by its ``search_fields``."""
    entry = Entry()
    for one in instance.get_search_fields():
        for search_field, text in _values(instance, one):
            if isinstance(search_field, AutocompleteField):
                entry.autocomplete += typed_tokens(text)
            else:
                _part(entry, search_field).extend(tokens(text))
    if label := kinds.labels().get(getattr(instance, "search_kind", "")):
        entry.facts.append(kinds.token(label))
    return entry


def _part(entry: Entry, search_field: SearchField) -> list[str]:
    if search_field.field_name == "title":
        return entry.title
    boost = search_field.boost if search_field.boost is not None else LIGHT
    return entry.facts if boost >= HEAVY else entry.captions if boost < LIGHT else entry.body


def _values(instance: Any, one: Any) -> Iterator[tuple[Any, str]]:
    if isinstance(one, RelatedFields):
        related = one.get_value(instance)
        related = related.all() if isinstance(related, Manager) else related
        for each in [] if related is None else related if hasattr(related, "__iter__") else [related]:
            for inner in one.fields:
                yield from _values(each, inner)
    elif isinstance(one, SearchField | AutocompleteField):
        yield one, _text(one.get_value(instance))


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(map(_text, value))
    if isinstance(value, dict):
        return "\n".join(map(_text, value.values()))
    return "" if value is None else str(value)
