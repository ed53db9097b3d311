"""Rows whose file is stored once and never changed: field file, model and queryset that see to it."""

from typing import Any

from django.core.files.base import File
from django.db import models

from .exceptions import FileReplacementRefused


class WriteOnceFieldFile(models.fields.files.FieldFile):
    """A field file that inspects what it stores and refuses to touch what is stored already."""

    def inspected(self, content: File, name: str) -> File:
        """Return what to store, *content* itself unless it had to change, or raise ``UploadRefused``."""
        return content

    def save(self, name: str, content: File, save: bool = True) -> None:
        self._refuse_if_row_exists()
        content = self.inspected(content, name)
        super().save(content.name or name, content, save=save)

    def delete(self, save: bool = True) -> None:
        self._refuse_if_row_exists()
        super().delete(save=save)

    def _refuse_if_row_exists(self) -> None:
        if self.instance.pk is not None and not self.instance._state.adding:
            raise FileReplacementRefused(str(self.instance))


class WriteOnceQuerySetMixin:
    """Closes the way around ``save()``; ``bulk_update()`` ends in ``update()`` too."""

    def update(self, **kwargs: Any) -> int:
        if "file" in kwargs:
            raise FileReplacementRefused(self.model._meta.verbose_name)
        return super().update(**kwargs)


class WriteOnceFile(models.Model):
    """Mixin for a model with ``file``: a new row's is inspected and hashed, an old row's never replaced."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; raises ``UploadRefused`` for a new file, ``FileReplacementRefused`` for another file."""
        update_fields = kwargs.get("update_fields")
        if update_fields is None or "file" in update_fields:
            stored = self._name_in_database()
            if stored is None:
                self._take_in_new_file()
                if self.file and not self.file._committed:
                    self._store_and_save(*args, **kwargs)
                    return
            elif self.file.name != stored or not self.file._committed:
                raise FileReplacementRefused(str(self))
        super().save(*args, **kwargs)

    def _store_and_save(self, *args: Any, **kwargs: Any) -> None:
        """Store the file before the row's transaction: a store may be slow, and a failing one spoils nothing then."""
        self.file.save(self.file.name, self.file.file, save=False)
        try:
            super().save(*args, **kwargs)
        except BaseException:
            self.file.storage.delete(self.file.name)
            raise

    def measure_file(self) -> None:
        """Set size and hash from the file; Wagtail names this differently for images and documents."""
        raise NotImplementedError

    def _name_in_database(self) -> str | None:
        if self.pk is None:
            return None
        return type(self)._base_manager.filter(pk=self.pk).values_list("file", flat=True).first()

    def _take_in_new_file(self) -> None:
        if not self.file:
            return
        committed = self.file._committed
        if not committed:
            raw = self.file.file
            content = self.file.inspected(raw, self.file.name)
            if content is not raw:
                self.file = content
        self.measure_file()
        if committed:
            self.file.close()
