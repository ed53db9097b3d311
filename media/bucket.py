"""What all storages in the bucket share: how the store is asked, and what becomes of its failures."""

from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3File, S3Storage
from storages.utils import clean_name, setting

from . import reaching as limits
from .boto import is_missing, resource, transfer_config
from .deleting import delete_later
from .exceptions import StorageUnavailable
from .limits import MEGABYTE
from .names import split_extension
from .reaching import QUICK_SECONDS, reaching
from .types import CONTENT_TYPES

IN_MEMORY = 8 * MEGABYTE  # of a file that is read; the rest of it lies in a temporary file


class StoredFile(S3File):
    """A file of the store that is fetched when somebody reads it."""

    def _get_file(self) -> Any:
        with reaching():
            return super()._get_file()

    def _set_file(self, value: Any) -> None:
        self._file = value

    file = property(_get_file, _set_file)


class Bucket(S3Storage):
    """A part of the bucket. Every failure of the store is a ``StorageUnavailable``."""

    own_settings: dict[str, Any]

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | {
            "file_overwrite": False,
            "default_acl": None,
            "max_memory_size": IN_MEMORY,
            "region_name": setting("AWS_S3_REGION_NAME") or None,
            "signature_version": setting("AWS_S3_SIGNATURE_VERSION") or "s3v4",
            "addressing_style": setting("AWS_S3_ADDRESSING_STYLE") or "path",
            "transfer_config": transfer_config(),
            **self.own_settings,
        }

    @property
    def connection(self) -> Any:
        """Boto's entry, one for each thread and shared by all storages: making it takes longer than most requests."""
        return self._entry(limits.connect_seconds(), limits.read_seconds(), limits.ATTEMPTS)

    def _entry(self, *patience: float) -> Any:
        keys = (self.access_key, self.secret_key, self.security_token)
        style = (self.signature_version, self.addressing_style)
        return resource(keys, self.endpoint_url, self.region_name, style, patience)

    @property
    def bucket(self) -> Any:
        return self.connection.Bucket(self.bucket_name)

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        known = CONTENT_TYPES.get(split_extension(name)[1])  # ``mimetypes`` does not know WebP everywhere
        return super().get_object_parameters(name) | ({"ContentType": known} if known else {})

    def _open(self, name: str, mode: str = "rb") -> StoredFile:
        with reaching():
            try:
                return StoredFile(self._normalize_name(clean_name(name)), mode, self)
            except ClientError as error:
                if is_missing(error):
                    raise FileNotFoundError(f"{name} is not in the store.") from None
                raise

    def _save(self, name: str, content: File) -> str:
        with reaching():
            return super()._save(name, content)

    def delete(self, name: str) -> None:
        """Delete *name* now, or in the background as soon as the store is back."""
        try:
            self.delete_now(name)
        except StorageUnavailable:
            delete_later(self, name)

    def delete_now(self, name: str) -> None:
        """Delete *name*, or raise ``StorageUnavailable``."""
        with reaching():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with reaching():
            return super().exists(name)

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with reaching():
            return super().listdir(name)

    def size(self, name: str) -> int:
        with reaching():
            return super().size(name)

    def get_modified_time(self, name: str) -> Any:
        with reaching():
            return super().get_modified_time(name)

    def takes(self, name: str) -> bool:
        """Whether the store takes a few bytes as *name*, in one short attempt."""
        client = self._entry(QUICK_SECONDS, QUICK_SECONDS, 1).meta.client
        try:
            client.put_object(Bucket=self.bucket_name, Key=self._normalize_name(name), Body=b"ok")
        except (BotoCoreError, ClientError):
            return False
        limits.rest.end()
        return True
