"""Deleting what the store could not be asked to delete: a withdrawn picture must not stay because of that."""

from typing import Any

from django.utils.module_loading import import_string

from .background import background_task

BEFORE_ALL = 50


@background_task(priority=BEFORE_ALL)
def delete_file(storage: str, name: str) -> None:
    """Delete the file *name* of the storage class with the path *storage*; raises if it still cannot be done."""
    import_string(storage)().delete_now(name)


def delete_later(storage: Any, name: str) -> None:
    """Have the file deleted as soon as the store is back; after the last attempt an administrator sees it."""
    path, _args, _kwargs = storage.deconstruct()
    delete_file.enqueue(path, name)
