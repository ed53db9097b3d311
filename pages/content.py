"""What readers see of a page, as one canonical value and its hash.

Approvals are given to content, not to revisions: a revision that changes nothing for readers keeps them.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import DecimalField, Model
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, ReferenceIndex

from media.freezing import SHOWN_FIELDS
from media.models import CustomDocument, CustomImage

# Fields of Wagtail's page that are bookkeeping. Everything not named here counts as content, so that a field
# added later is protected without anybody remembering it. "live" is absent on purpose: see publishing.py.
METADATA_FIELDS = frozenset(
    {
        "id", "pk", "page_ptr", "path", "depth", "numchild", "translation_key", "locale", "alias_of",
        "latest_revision", "latest_revision_created_at", "live_revision", "has_unpublished_changes",
        "first_published_at", "last_published_at", "go_live_at", "expire_at", "expired",
        "locked", "locked_at", "locked_by", "owner", "content_type", "draft_title", "url_path",
        "wagtail_admin_comments", "show_in_menus",
    }
)  # fmt: skip
_NOT_CONTENT = METADATA_FIELDS | {"live"}
_CHILD_KEYS = frozenset({"pk", "id", "sort_order"})
_EMPTY = (None, "", [], {})
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
_FILE_KINDS: dict[str, type[Model]] = {"image": CustomImage, "document": CustomDocument}


def content_of(page: Page) -> dict[str, Any]:
    """Return the readers' content of a specific *page* as plain, ordered, JSON-able values.

    Contains the place in the tree, every field but Wagtail's bookkeeping, the inline children in their order,
    and of each picture and document the hash of its bytes and the words and crop that readers get with it.
    Database keys of inline rows and ids of blocks are left out, since copying or saving renews them; so is
    what is empty, so that a field or block added by a later release changes no approved content.
    """
    data = page.serializable_data() | _streams(page) | _decimals(page)
    fields = {name: _plain(value) for name, value in data.items() if name not in _NOT_CONTENT}
    for relation, parent_field in _child_relations(page).items():
        if relation in fields:
            fields[relation] = [_child(row, parent_field) for row in data[relation]]
    return {
        "type": page._meta.label_lower,
        "parent": _parent_id(page),
        "fields": {name: value for name, value in fields.items() if value not in _EMPTY},
        "files": files_of(page),
    }


def content_hash(page: Page) -> str:
    """Return the SHA-256 (hex) of what readers see of *page*; of the specific page, whatever class is given."""
    specific = page if type(page) is page.specific_class else _specific_of(page)
    return canonical_hash(content_of(specific))


def canonical_hash(content: dict[str, Any]) -> str:
    """Return the SHA-256 (hex) of *content* in one canonical spelling, the same on every Python and database."""
    spelling = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelling.encode()).hexdigest()


def file_key(file: Model) -> str:
    """Return the key of a stored file: ``image:<id>`` or ``document:<id>``."""
    kind = next(kind for kind, model in _FILE_KINDS.items() if isinstance(file, model))
    return f"{kind}:{file.pk}"


def file_keys(page: Page) -> set[str]:
    """Return the keys of all pictures and documents that *page*, as it is in memory, refers to."""
    types = {ContentType.objects.get_for_model(model).pk: kind for kind, model in _FILE_KINDS.items()}
    references = ReferenceIndex._extract_references_from_object(page)
    return {f"{types[type_id]}:{pk}" for type_id, pk, *_ in references if type_id in types}


def files_of(page: Page) -> dict[str, Any]:
    """Return for each file of *page* by key what readers get of it; ``None`` for one that is gone."""
    found: dict[str, Any] = dict.fromkeys(sorted(file_keys(page)))
    for file in stored_files(found):
        found[file_key(file)] = {name: getattr(file, name) for name in SHOWN_FIELDS[type(file)]}
    return found


def stored_files(keys: Iterable[str]) -> list[Model]:
    """Return the images and documents that *keys* name, as far as they exist."""
    return [file for _kind, model, ids in files_by_kind(keys) for file in model.objects.filter(pk__in=ids)]


def files_by_kind(keys: Iterable[str]) -> list[tuple[str, type[Model], list[int]]]:
    """Return kind, model and ids for the kinds of file that are among *keys*."""
    ids: dict[str, list[int]] = {}
    for key in keys:
        kind, _, pk = key.partition(":")
        ids.setdefault(kind, []).append(int(pk))
    return [(kind, _FILE_KINDS[kind], found) for kind, found in ids.items()]


def _streams(page: Page) -> dict[str, list]:
    """The page's streams in one spelling: Wagtail keeps what was loaded as it was until somebody looks at it."""
    return {
        name: [child.get_prep_value() for child in getattr(page, name)]
        for name in page.get_streamfield_names()
    }


def _decimals(page: Page) -> dict[str, str | None]:
    """The page's decimal numbers in one spelling: what was typed as 4 comes back from the database as 4.0."""
    fields = [field for field in page._meta.concrete_fields if isinstance(field, DecimalField)]
    values = {field.name: field.to_python(getattr(page, field.attname)) for field in fields}
    return {name: None if value is None else f"{value.normalize():f}" for name, value in values.items()}


def _specific_of(page: Page) -> Page:
    """The stored specific page with the base fields that *page* is about to write."""
    specific = page.specific_class.objects.get(pk=page.pk)
    for field in Page._meta.concrete_fields:
        setattr(specific, field.attname, getattr(page, field.attname))
    return specific


def _parent_id(page: Page) -> int | None:
    if not page.path:
        return None
    known = getattr(page, "_cached_parent_obj", None)  # treebeard's; of no use after a move
    if known is not None and known.path == page.path[: -Page.steplen]:
        return known.pk
    return Page.objects.filter(path=page.path[: -Page.steplen]).values_list("pk", flat=True).first()


def _child_relations(page: Page) -> dict[str, str]:
    """Accessor names of the inline children with the name of the field that points back."""
    return {rel.get_accessor_name(): rel.field.name for rel in get_all_child_relations(page)}


def _child(row: dict[str, Any], parent_field: str) -> dict[str, Any]:
    left_out = _CHILD_KEYS | {parent_field}
    return {name: _plain(value) for name, value in row.items() if name not in left_out}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        if value.lstrip()[:2] in ("[{", "[]"):
            try:
                return _plain(json.loads(value))
            except ValueError:
                pass
        return _BLOCK_KEY.sub("", value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        block = value.keys() >= {"type", "value"}
        plain = {key: _plain(item) for key, item in value.items() if not (block and key == "id")}
        return {key: item for key, item in plain.items() if item not in _EMPTY}
    return value if value is None or isinstance(value, bool | int | float) else str(value)
