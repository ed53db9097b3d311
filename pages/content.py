"""What readers see of a page, as one canonical value and its hash.

Approvals are given to content, not to revisions: a revision that changes nothing for readers keeps them.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from modelcluster.models import get_all_child_relations
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

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
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


def content_of(page: Page) -> dict[str, Any]:
    """Return the readers' content of a specific *page* as plain, ordered, JSON-able values.

    Contains every field but Wagtail's bookkeeping, the inline children in their order, and the hash of each
    picture's and document's bytes. Database keys of inline rows and ids of blocks are left out, since copying
    or saving renews them.
    """
    data = page.serializable_data()
    fields = {name: _plain(value) for name, value in data.items() if name not in _NOT_CONTENT}
    for relation, parent_field in _child_relations(page).items():
        if relation in fields:
            fields[relation] = [_child(row, parent_field) for row in data[relation]]
    return {"type": page._meta.label_lower, "fields": fields, "files": files_of(page)}


def content_hash(page: Page) -> str:
    """Return the SHA-256 (hex) of what readers see of *page*; of the specific page, whatever class is given."""
    specific = page if type(page) is page.specific_class else _specific_of(page)
    canonical = json.dumps(content_of(specific), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def files_of(page: Page) -> dict[str, str]:
    """Return ``{"image:<id>" or "document:<id>": hash of its bytes}`` for all files that *page* uses."""
    models = {ContentType.objects.get_for_model(model).pk: (kind, model) for kind, model in _file_models()}
    used: dict[int, set[int]] = {}
    for (
        content_type_id,
        object_id,
        _model_path,
        _content_path,
    ) in ReferenceIndex._extract_references_from_object(page):
        if content_type_id in models:
            used.setdefault(content_type_id, set()).add(int(object_id))
    found = {}
    for content_type_id, ids in used.items():
        kind, model = models[content_type_id]
        hashes = dict(model.objects.filter(pk__in=ids).values_list("pk", "file_hash"))
        found.update({f"{kind}:{pk}": hashes.get(pk, "missing") for pk in ids})
    return found


def stored_files(keys: Iterable[str]) -> list:
    """Return the images and documents that *keys* of ``files_of`` name, as far as they exist."""
    found = []
    for kind, model in _file_models():
        ids = [int(key.partition(":")[2]) for key in keys if key.startswith(f"{kind}:")]
        found += model.objects.filter(pk__in=ids) if ids else []
    return found


def _file_models():
    return [("image", get_image_model()), ("document", get_document_model())]


def _specific_of(page: Page) -> Page:
    """The stored specific page with the base fields that *page* is about to write."""
    specific = page.specific_class.objects.get(pk=page.pk)
    for field in Page._meta.concrete_fields:
        setattr(specific, field.attname, getattr(page, field.attname))
    return specific


def _child_relations(page: Page) -> dict[str, str]:
    """Accessor names of the inline children with the name of the field that points back."""
    return {rel.get_accessor_name(): rel.field.name for rel in get_all_child_relations(page)}


def _child(row: dict[str, Any], parent_field: str) -> dict[str, Any]:
    left_out = _CHILD_KEYS | {parent_field}
    return {name: _plain(value) for name, value in row.items() if name not in left_out}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        stripped = value.lstrip()
        if stripped[:2] in ("[{", "[]"):
            try:
                return _plain(json.loads(value))
            except ValueError:
                pass
        return _BLOCK_KEY.sub("", value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        block = value.keys() >= {"type", "value"}
        return {key: _plain(item) for key, item in value.items() if not (block and key == "id")}
    return value if value is None or isinstance(value, bool | int | float) else str(value)
