"""Lists and calendar at 10 and at 2,000 items: equal queries, and how response times grow. Run with ``-m scale``."""

import time
from datetime import timedelta
from statistics import median

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from media.renditions import prepare
from tests.factories.bulk import EVENTS, many
from tests.factories.pages import make_site
from tests.factories.pictures import make_picture
from tests.flow import publish

pytestmark = [pytest.mark.django_db, pytest.mark.scale]
FEW, MANY = 10, 2_000
MOST, MOST_ON_HOME = 10, 12
ROUNDS = 7


def measured(url: str) -> tuple[int, float]:
    """Queries and median milliseconds of *url*."""
    client = Client()
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    price, times = len(queries), []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        client.get(url)
        times.append(1000 * (time.perf_counter() - start))
    return price, median(times)


def test_queries_are_equal_and_response_times_grow_little(city_centre, sanjiang, people):
    cache.clear()
    image = make_picture()
    prepare(image)
    sites = [publish(make_site(county), people) for county in (city_centre, sanjiang)]
    year = timezone.localdate().year
    urls = ["/", "/calendar/", "/calendar/?county=450202", "/calendar.ics"]
    for key in ("lectures", "activities", "meetings", "stories"):
        urls += [f"/{key}/", f"/{key}/?county=450202&year={year}&site={sites[0].pk}"]
    urls += ["/lectures/?page=9", "/lectures/?topic=1&form=9&language=16"]
    for model in EVENTS:
        many(model, sites[0], FEW, image)
    few = {url: measured(url) for url in urls}
    for model in EVENTS:
        # As many in three years as ten counties hold.
        many(model, sites[0], MANY // 2 - FEW, image, every=timedelta(hours=26))
        many(model, sites[1], MANY // 2, image, every=timedelta(hours=26))
    connection.cursor().execute("ANALYZE")
    at_many = {url: measured(url) for url in urls}
    print()
    for url in urls:
        (before, quick), (after, slow) = few[url], at_many[url]
        print(f"{url:55} {before:3} {after:3} queries {quick:7.1f} {slow:7.1f} ms  x{slow / quick:.1f}")
    assert {url: one[0] for url, one in few.items()} == {url: one[0] for url, one in at_many.items()}
    assert max(one[0] for url, one in at_many.items() if url != "/") <= MOST
    assert at_many["/"][0] <= MOST_ON_HOME
