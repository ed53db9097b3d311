"""The words of a page by weight: facts, body, captions. Raw data of streams is read, so that no file is fetched."""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.models import Page

from .. import queries, tree
from ..text import plain_text

_CAPTIONS = frozenset({"caption", "description"})
_MOST_TEXT = ("introduction", "support", "lead")  # fields with text that types may have, rich or plain
_NAMES = ("township", "brand_name", "brand_slogan", "document_number", "highlight")


def facts(page: Page) -> str:
    """Names, topics and places: its own, and those of the county and published site that it stands under."""
    names = names_above(page)
    above = [names.get(tree.prefix(page.path, depth), "") for depth in (tree.COUNTY_DEPTH, tree.SITE_DEPTH)]
    own = [getattr(page, name, "") for name in _NAMES]
    own += [page.get_kind_display()] if hasattr(page, "get_kind_display") else []
    own += [f"{page.year}年"] if getattr(page, "year", None) else []
    own += [page.facts_text()] if hasattr(page, "facts_text") else []
    members = page.members.all() if hasattr(page, "members") else []
    own += [f"{one.public_name} {one.duty}" for one in members]
    return _lines([*(name for name in above if name != page.title), *own])


def names_above(page: Page) -> dict[str, str]:
    """``{path: title}`` of what *page* stands under; asked for once, or for many pages together by ``prepare``."""
    if not hasattr(page, "_search_names"):
        page._search_names = queries.names_by_path([page])
    return page._search_names


def body(page: Page) -> str:
    """What is read: introduction and body."""
    fields = [plain_text(getattr(page, name, "") or "") for name in _MOST_TEXT]
    return _lines([*fields, *_body_parts(page, captions=False)])


def captions(page: Page) -> str:
    """Words of pictures, files and videos."""
    rows = page.photos.all() if hasattr(page, "photos") else []
    return _lines([*(f"{row.caption} {row.description}" for row in rows), *_body_parts(page, captions=True)])


def read_text(page: Page) -> str:
    """All words of *page* in the order in which they make passages: body, facts, captions."""
    return _lines([body(page), facts(page), captions(page)])


def _body_parts(page: Page, captions: bool) -> Iterator[str]:
    for block in getattr(page, "body", None).raw_data if getattr(page, "body", None) else []:
        is_file = block["type"] in ("picture", "gallery", "document", "video")
        if is_file:
            if captions:
                yield from _strings(block["value"], _CAPTIONS | {"title"})
        elif not captions:
            yield from (plain_text(text) for text in _strings(block["value"]))


def _strings(value: Any, keys: frozenset[str] = frozenset()) -> Iterator[str]:
    """The strings within *value*; of dictionaries only those at *keys*, if there are any, and no ids and types."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one, keys)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in ("id", "type") or (keys and isinstance(one, str) and key not in keys):
                continue
            yield from _strings(one, keys)
    elif isinstance(value, int | float) and not isinstance(value, bool) and not keys:
        yield str(value)


def _lines(parts: Iterable[str | None]) -> str:
    return "\n".join(dict.fromkeys(part.strip() for part in parts if part and part.strip()))
