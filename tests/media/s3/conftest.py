"""The site on a real S3 server. Its bucket is empty before each test, and it runs again after one that stopped it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from botocore.client import BaseClient
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


@pytest.fixture
def asked_of():
    """``with asked_of(server) as counted`` counts all requests that reach the server, whichever thread sends them."""

    @contextmanager
    def counting(server: S3Server) -> Iterator[Counter]:
        counted: Counter = Counter()
        original = BaseClient._make_api_call

        def counted_call(client, operation, parameters):
            counted[operation] += 1
            return original(client, operation, parameters)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(BaseClient, "_make_api_call", counted_call)
            yield counted

    return counting
