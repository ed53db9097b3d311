"""The site with its files in a bucket: the settings that ``cms.settings.base`` makes of the environment."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.files.storage import storages
from django.test import override_settings

from cms.settings.object_storage import IN_BUCKET
from media.models import CustomRendition
from media.reaching import rest
from reports.models import Export

from .s3_server import BUCKET, KEY, SECRET


@contextmanager
def files_in_bucket(endpoint: str, **more: object) -> Iterator[None]:
    """Let all files lie in the bucket at *endpoint*, with *more* settings; fields choose their storage again."""
    from django.conf import settings

    values = {
        "STORAGES": settings.STORAGES | IN_BUCKET,
        "AWS_STORAGE_BUCKET_NAME": BUCKET,
        "AWS_S3_ENDPOINT_URL": endpoint,
        "AWS_S3_REGION_NAME": "us-east-1",
        "PICTURE_ORIGINS": [endpoint],
    }
    with pytest.MonkeyPatch.context() as patch, override_settings(**values | more):
        patch.setenv("AWS_ACCESS_KEY_ID", KEY)
        patch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
        patch.setattr(CustomRendition._meta.get_field("file"), "storage", storages["renditions"])
        patch.setattr(Export._meta.get_field("file"), "storage", storages["exports"])
        rest.end()
        yield
        rest.end()
