"""Queries of an address on the second visit, as readers and robots cause them."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def queries_of(url: str) -> int:
    """Number of queries that *url* costs when the caches know what they can know."""
    client = Client()
    assert client.get(url).status_code == 200, url
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)
