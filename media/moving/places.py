"""The two ends of a move: a folder and a part of the bucket, with the same few verbs for exact names.

Django's storages rename what is there already; a move must not. Only a few hundred kilobytes of a file from the disk,
and a few parts of eight megabytes of one to the bucket, are in memory at any time.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Protocol
from uuid import uuid4

from botocore.exceptions import ClientError
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from ..bucket import Bucket, is_missing
from ..reaching import reaching

CHUNK = 256 * 1024


class Place(Protocol):
    """Where files of one kind lie. Reading what is not there raises ``FileNotFoundError``."""

    def size(self, name: str) -> int | None: ...
    def read(self, name: str) -> "contextmanager[IO[bytes]]": ...
    def write(self, name: str, content: IO[bytes]) -> None: ...
    def delete(self, name: str) -> None: ...


class Folder:
    """The folder of a storage on the disk. A file appears under its name when it is complete."""

    def __init__(self, storage: FileSystemStorage) -> None:
        self._storage = storage
        self._mode = storage.file_permissions_mode or settings.FILE_UPLOAD_PERMISSIONS

    def _path(self, name: str) -> Path:
        return Path(self._storage.path(name))  # refuses names that lead out of the folder

    def size(self, name: str) -> int | None:
        """Return the size in bytes, ``None`` if there is no such file."""
        with suppress(FileNotFoundError):
            return self._path(name).stat().st_size
        return None

    @contextmanager
    def read(self, name: str) -> Iterator[IO[bytes]]:
        with self._path(name).open("rb") as file:
            yield file

    def write(self, name: str, content: IO[bytes]) -> None:
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{uuid4().hex}.moving")
        try:
            with unfinished.open("wb") as file:
                copyfileobj(content, file, CHUNK)
                file.flush()
                os.fsync(file.fileno())
            if self._mode is not None:
                unfinished.chmod(self._mode)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)

    def delete(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)


class BucketPart:
    """The part of the bucket that is a storage's."""

    def __init__(self, storage: Bucket) -> None:
        self._storage = storage

    def _object(self, name: str):
        return self._storage.bucket.Object(self._storage._normalize_name(name))

    def size(self, name: str) -> int | None:
        """Return the size in bytes, ``None`` if there is no such object."""
        with reaching():
            try:
                return self._object(name).content_length
            except ClientError as error:
                if is_missing(error):
                    return None
                raise

    @contextmanager
    def read(self, name: str) -> Iterator[IO[bytes]]:
        with reaching():
            try:
                body = self._object(name).get()["Body"]
            except ClientError as error:
                if is_missing(error):
                    raise FileNotFoundError(name) from None
                raise
            with closing(body):
                yield body

    def write(self, name: str, content: IO[bytes]) -> None:
        with reaching():
            self._object(name).upload_fileobj(
                content,
                ExtraArgs=self._storage._get_write_parameters(name),
                Config=self._storage.transfer_config,
            )

    def delete(self, name: str) -> None:
        with reaching():
            self._object(name).delete()
