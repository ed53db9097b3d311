"""The same storages on an S3-compatible service, all in the bucket ``AWS_STORAGE_BUCKET_NAME``.

``private/`` needs signed links; ``exports/`` is read by the application only; ``public/`` must be readable by
everybody through the bucket's policy (new buckets refuse ACLs) or through ``AWS_S3_CUSTOM_DOMAIN``. Keys come from the
environment, never from options.
"""

from typing import Any

from django.conf import settings
from storages.backends.s3 import S3Storage

LINK_LIFETIME = 300  # seconds


class _Bucket(S3Storage):
    own_settings: dict[str, Any]

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | {
            "signature_version": "s3v4",
            "addressing_style": getattr(settings, "AWS_S3_ADDRESSING_STYLE", "path"),
            "file_overwrite": False,
            "default_acl": None,
            **self.own_settings,
        }


class PrivateS3Storage(_Bucket):
    """Originals and documents: without an address of their own, lent out by links that soon expire."""

    own_settings = {"location": "private", "querystring_auth": True, "custom_domain": None}

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """Raise ``NotImplementedError``, as the private storage on the local disk does."""
        raise NotImplementedError("Private files have no public address.")

    def signed_url(self, name: str, disposition: str, content_type: str) -> str:
        """Return a link to *name* for the next ``LINK_LIFETIME`` seconds; the caller has checked who asks."""
        parameters = {"ResponseContentDisposition": disposition, "ResponseContentType": content_type}
        return super().url(name, parameters=parameters, expire=LINK_LIFETIME)


class ExportS3Storage(_Bucket):
    """Files made on demand: no address and no link, the application hands them on itself."""

    own_settings = {"location": "exports", "querystring_auth": True, "custom_domain": None}

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """Raise ``NotImplementedError``, as the private storage on the local disk does."""
        raise NotImplementedError("Exports have no public address.")


class PublicS3Storage(_Bucket):
    """Renditions, at addresses that do not expire, so that they may stand in cached pages."""

    own_settings = {"location": "public", "querystring_auth": False}
    # Not longer: the pictures of a withdrawn page shall not live on in caches.
    cache_control = "public, max-age=3600"

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        return super().get_object_parameters(name) | {"CacheControl": self.cache_control}
