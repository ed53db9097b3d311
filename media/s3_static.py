"""Styles and scripts in the bucket, below what is public there."""

from typing import Any

from django.contrib.staticfiles.storage import ManifestFilesMixin, StaticFilesStorage

from .s3 import OpenBucket


class StaticS3Storage(ManifestFilesMixin, OpenBucket):
    """``collectstatic`` puts them there under names that change with the content, so caches may keep them for ever.

    The list of these names stays on this machine, in ``STATIC_ROOT``: the site starts, and answers, without the store.
    """

    own_settings = {
        "location": "public/static",
        "querystring_auth": False,
        "file_overwrite": True,
        "gzip": True,
        "object_parameters": {"CacheControl": "public, max-age=31536000, immutable"},
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(manifest_storage=StaticFilesStorage(), **options)
