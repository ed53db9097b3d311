"""Where files lie. Originals and documents are private and have no address; renditions are public.

Aliases in ``STORAGES``: ``default`` is private, ``renditions`` is public, ``exports`` holds files that are made on
demand and thrown away after some days. None of the classes takes options, so that no secret and no path ends up in a
queued task (Wagtail writes a storage's arguments into its tasks).
"""

import os

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.functional import cached_property


class PrivateFileSystemStorage(FileSystemStorage):
    """Files under ``MEDIA_ROOT/private``, readable by the application only."""

    @cached_property
    def base_location(self) -> str:
        return os.path.join(settings.MEDIA_ROOT, "private")

    @cached_property
    def file_permissions_mode(self) -> int:
        return 0o600

    def url(self, name: str) -> str:
        """Raise ``NotImplementedError``, which Wagtail understands as: has no address."""
        raise NotImplementedError("Private files have no public address.")


class ExportFileSystemStorage(PrivateFileSystemStorage):
    """Files under ``EXPORTS_ROOT``, apart from the uploads: no web server serves it, no backup needs it."""

    @cached_property
    def base_location(self) -> str:
        return os.fspath(settings.EXPORTS_ROOT)


class PublicFileSystemStorage(FileSystemStorage):
    """Files under ``MEDIA_ROOT/public``, which the web server serves at ``MEDIA_URL``."""

    @cached_property
    def base_location(self) -> str:
        return os.path.join(settings.MEDIA_ROOT, "public")
