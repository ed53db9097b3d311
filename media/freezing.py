"""What readers see of a stored file besides its bytes, and when it may no longer be changed.

A caption, a description or a focal point changed in the library would change every page that shows the file,
without anybody's approval. A higher package says which files are held; ``media`` then refuses the change.
"""

from collections.abc import Callable, Iterable

from django.db.models import Model
from django.db.models.signals import pre_delete, pre_save

from .models import CustomDocument, CustomImage

SHOWN_FIELDS: dict[type[Model], tuple[str, ...]] = {
    CustomImage: (
        "file_hash", "caption", "description", "photographer",
        "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    ),
    CustomDocument: ("file_hash", "title", "description"),
}  # fmt: skip

Holder = Callable[[Model], str | None]


class FileHeld(Exception):
    """A file that a published or submitted page shows was to be changed or deleted. The message is for users."""


_holders: list[Holder] = []


def register_holder(fn: Holder) -> Holder:
    """Register *fn*: given a stored file it returns why it must stay as it is, or ``None``."""
    if fn not in _holders:
        _holders.append(fn)
    return fn


def reason_held(file: Model) -> str | None:
    """Return why *file* must stay as it is, in words for its editor; ``None`` if it may change."""
    return next((reason for holder in _holders if (reason := holder(file))), None)


def shown_changes(file: Model, names: Iterable[str] | None = None) -> list[str]:
    """Return the names of shown fields in which *file* differs from its stored row; none for a new file."""
    if file.pk is None or file._state.adding:
        return []
    fields = SHOWN_FIELDS[type(file)]
    stored = type(file)._base_manager.filter(pk=file.pk).values(*fields).first() or {}
    return [name for name in names or fields if name in stored and stored[name] != getattr(file, name)]


def _before_save(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    if raw or not shown_changes(instance):
        return
    reason = reason_held(instance)
    if reason:
        raise FileHeld(f"“{instance.title}”{reason}，不能修改。请上传一份新的，在页面中重新选择后送审。")


def _before_delete(sender, instance, **kwargs) -> None:
    reason = reason_held(instance)
    if reason:
        raise FileHeld(f"“{instance.title}”{reason}，不能删除。请先在页面中换掉它，或者撤下页面。")


def connect() -> None:
    """Put the refusal in force; called once when the application starts."""
    for model in SHOWN_FIELDS:
        pre_save.connect(_before_save, sender=model, dispatch_uid=f"media.freezing.save.{model.__name__}")
        pre_delete.connect(
            _before_delete, sender=model, dispatch_uid=f"media.freezing.delete.{model.__name__}"
        )
