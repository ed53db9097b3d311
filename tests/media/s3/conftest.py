"""The site on a real S3 server. Its bucket is empty before each test, and it runs again after one that stopped it."""

from collections import Counter

import pytest
from django.core.cache import cache
from django.core.files.storage import storages

from tests.factories.in_bucket import files_in_bucket
from tests.factories.s3_server import S3Server


@pytest.fixture
def s3(object_store, db) -> S3Server:
    """The server, and the site's files in its bucket."""
    object_store.start()
    object_store.empty()
    cache.clear()
    with files_in_bucket(object_store.endpoint):
        yield object_store
    object_store.start()


@pytest.fixture
def asked(s3) -> Counter:
    """Counts what the site asks of the server from now on, by operation."""
    counted: Counter = Counter()
    clients = {storages[alias].connection.meta.client for alias in ("default", "renditions", "exports")}

    def count(model, **kwargs) -> None:
        counted[model.name] += 1

    for client in clients:
        client.meta.events.register("before-call.s3", count)
    yield counted
    for client in clients:
        client.meta.events.unregister("before-call.s3", count)
