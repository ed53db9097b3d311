from django.core.files.base import File
from django.db import models
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from .cleaning import CleanPhoto, clean_photo, photo_size
from .inspection import check_document
from .write_once import WriteOnceFieldFile


class PhotoFieldFile(WriteOnceFieldFile, WagtailImageFieldFile):
    """Stores cleaned photos only, whoever calls: a form, a view, a script."""

    def inspected(self, content: File, name: str) -> File:
        return clean_photo(content, name)

    def get_image_dimensions(self) -> tuple[int, int]:
        # Django measures a file as soon as it is assigned, before anything has cleaned it.
        if not self._committed and not isinstance(self.file, CleanPhoto):
            return photo_size(self.file, self.name)
        return super().get_image_dimensions()


class PhotoField(WagtailImageField):
    attr_class = PhotoFieldFile


class DocumentFieldFile(WriteOnceFieldFile):
    """Stores only the kinds of document that the site accepts."""

    def inspected(self, content: File, name: str) -> File:
        check_document(content, name)
        return content


class DocumentFileField(models.FileField):
    attr_class = DocumentFieldFile
