"""What there is to move: the files that the database names, by the storage they belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.core.files.storage import FileSystemStorage
from django.db.models import FileField, Model

from ..bucket import Bucket
from ..s3 import ExportS3Storage, PrivateS3Storage, PublicS3Storage
from ..storages import ExportFileSystemStorage, PrivateFileSystemStorage, PublicFileSystemStorage
from .places import BucketPart, Folder, Place

LOCAL, S3 = "local", "s3"
AT_ONCE = 500


@dataclass(frozen=True)
class Part:
    """One of the site's storages in both its forms. *name* is its alias, *title* what users call it."""

    name: str
    title: str
    on_disk: type[FileSystemStorage]
    in_bucket: type[Bucket]

    def place(self, where: str) -> Place:
        """Return the end of a move that *where* (``local`` or ``s3``) names."""
        return Folder(self.on_disk()) if where == LOCAL else BucketPart(self.in_bucket())

    def fields(self) -> list[FileField]:
        """Return the fields of all models whose files lie here."""
        mine = (self.on_disk, self.in_bucket)
        return [
            field
            for model in apps.get_models()
            for field in model._meta.local_fields
            if isinstance(field, FileField) and isinstance(field.storage, mine)
        ]

    def count(self) -> int:
        return sum(_rows(field).count() for field in self.fields())

    def names(self) -> Iterator[list[str]]:
        """Yield the names of all files, some hundred at a time; what is added meanwhile comes along."""
        for field in self.fields():
            last = 0
            while rows := list(_rows(field).filter(pk__gt=last).values_list("pk", field.attname)[:AT_ONCE]):
                last = rows[-1][0]
                yield [name for _pk, name in rows]

    def still_named(self, names: Iterable[str]) -> set[str]:
        """Return those of *names* that a row still bears."""
        wanted = list(names)
        return {
            name
            for field in self.fields()
            for name in field.model._base_manager.filter(**{f"{field.attname}__in": wanted}).values_list(
                field.attname, flat=True
            )
        }


def _rows(field: FileField):
    model: type[Model] = field.model
    return model._base_manager.exclude(**{field.attname: ""}).exclude(**{field.attname: None}).order_by("pk")


PARTS = (
    Part("default", "原图和文件", PrivateFileSystemStorage, PrivateS3Storage),
    Part("renditions", "公开的各种尺寸", PublicFileSystemStorage, PublicS3Storage),
    Part("exports", "材料导出", ExportFileSystemStorage, ExportS3Storage),
)
