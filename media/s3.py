"""The same storages on an S3-compatible service, all in the bucket ``AWS_STORAGE_BUCKET_NAME``.

``private/`` needs signed links; ``exports/`` is read by the application only; ``public/`` must be readable by
everybody through the bucket's policy (new buckets refuse ACLs) or through ``AWS_S3_CUSTOM_DOMAIN``. Keys come from the
environment, never from options.
"""

import secrets
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.base import File
from storages.utils import clean_name

from .bucket import Bucket
from .bucket_address import bucket_address, object_address, with_scheme
from .deleting import delete_later
from .exceptions import StorageUnavailable

HEALTH = "health.txt"


def link_seconds() -> int:
    """How long a signed link is good for, in seconds (``MEDIA_LINK_SECONDS``)."""
    return getattr(settings, "MEDIA_LINK_SECONDS", 300)


class PrivateS3Storage(Bucket):
    """Originals and documents: without an address of their own, lent out by links that soon expire."""

    own_settings = {"location": "private", "querystring_auth": True, "custom_domain": None}

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Return a name that nobody else takes at the same time.

        Asking first whether it is free would be one more request, and two uploads could hear the same answer.
        """
        path = PurePosixPath(clean_name(name))
        ending = f"_{secrets.token_hex(8)}{path.suffix}"
        room = max_length - len(ending) if max_length else None
        return f"{path.with_suffix('')}"[:room] + ending

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """Raise ``NotImplementedError``, as the private storage on the local disk does."""
        raise NotImplementedError("Private files have no public address.")

    def signed_url(self, name: str, disposition: str, content_type: str) -> str:
        """Return a link to *name* for the next ``link_seconds()``; the caller has checked who asks.

        Signing is arithmetic: the store is not asked.
        """
        parameters = {"ResponseContentDisposition": disposition, "ResponseContentType": content_type}
        return super().url(name, parameters=parameters, expire=link_seconds())

    def answers(self) -> bool:
        """Whether the store takes a small file now; says so within some seconds."""
        return self.takes(HEALTH)


class ExportS3Storage(Bucket):
    """Files made on demand: no address and no link, the application hands them on itself."""

    own_settings = {"location": "exports", "querystring_auth": True, "custom_domain": None}

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """Raise ``NotImplementedError``, as the private storage on the local disk does."""
        raise NotImplementedError("Exports have no public address.")


class OpenBucket(Bucket):
    """What everybody may fetch, at addresses that are put together here: without keys, without asking the store."""

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """Return the address of *name*, at ``AWS_S3_CUSTOM_DOMAIN`` if there is one."""
        return object_address(public_address(), self.location, clean_name(name))


class PublicS3Storage(OpenBucket):
    """Renditions, at addresses that do not expire, so that they may stand in cached pages."""

    # A reader's own browser may keep a picture for a month. What many share must ask again after an hour: pictures of
    # a withdrawn page shall not live on there (docs/decisions/0020-object-storage.md).
    cache_control = "public, max-age=2592000, s-maxage=3600, immutable"
    # Names are random (models.py): whether one is free need not be asked.
    own_settings = {"location": "public", "querystring_auth": False, "file_overwrite": True}

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        return super().get_object_parameters(name) | {"CacheControl": self.cache_control}

    def _save(self, name: str, content: File) -> str:
        """Store it; where the store failed, nobody knows whether it has the file, and everybody could read it."""
        try:
            return super()._save(name, content)
        except StorageUnavailable:
            delete_later(self, name)
            raise


def public_address() -> str:
    """Return where readers fetch what is public."""
    if settings.AWS_S3_CUSTOM_DOMAIN:
        return with_scheme(settings.AWS_S3_CUSTOM_DOMAIN)
    return bucket_of_settings()


def bucket_of_settings() -> str:
    """Return the address of the bucket itself."""
    return bucket_address(
        settings.AWS_STORAGE_BUCKET_NAME,
        settings.AWS_S3_ENDPOINT_URL,
        settings.AWS_S3_REGION_NAME,
        settings.AWS_S3_ADDRESSING_STYLE,
    )
