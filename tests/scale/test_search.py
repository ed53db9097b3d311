"""The search at 200, 5,000 and 20,000 pages, beside Wagtail's own backend. Run with ``-m scale -s``.

The figures stand in ``docs/operations/search.md``.
"""

import json
import random
import re
import time
from itertools import count

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from pages.models import SearchDocument, StoryPage
from pages.search.find import find
from pages.search.suggesting import suggest
from tests.conftest import SAMPLES
from tests.factories.bulk import many
from tests.factories.pages import make_site
from tests.flow import publish

pytestmark = [pytest.mark.django_db, pytest.mark.scale]
SIZES = (200, 5_000, 20_000)
STOCK = {"default": {"BACKEND": "wagtail.search.backends.database", "ATOMIC_REBUILD": False}}
TYPED = ("妇", "妇女", "桂姐", "gjj", "liuzhou", "三江", "家政", "fn")
ROUNDS = 3
GOAL = 250  # milliseconds
MOST_STOCK = 5_000  # pages; beyond, Wagtail's own takes minutes for a question


def tell(pages: list[StoryPage], seed: int) -> None:
    """Give *pages* titles and texts of the samples' sentences in ever new order, some 250 characters each."""
    documents = json.loads((SAMPLES / "search-gold.json").read_text("utf-8"))["documents"]
    sentences = [one for each in documents for one in re.findall("[^。]+。", each["body"])]
    chance, numbers = random.Random(seed), count(1)  # noqa: S311 - a sample, no secret
    for page in pages:
        page.title = page.draft_title = f"{chance.choice(documents)['title']}（{next(numbers)}）"
        text = "".join(chance.sample(sentences, 8))
        page.body = [("paragraph", f"<p>{text}</p>")]
    Page.objects.bulk_update([Page(pk=one.pk, title=one.title) for one in pages], ["title"], batch_size=500)
    StoryPage.objects.bulk_update(pages, ["body"], batch_size=200)


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"p50 {ordered[len(ordered) // 2]:6.1f}  p95 {p95(ordered):6.1f} ms"


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def timed(calls) -> list[float]:
    times = []
    for call in calls:
        began = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - began))
    return times


def size_of_index() -> float:
    """Megabytes of the search's tables with their indexes."""
    tables = [IndexEntry._meta.db_table, SearchDocument._meta.db_table]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT sum(pg_total_relation_size(t::regclass)) FROM unnest(%s::text[]) AS t", [tables]
            )
        else:
            names = " OR ".join(["name LIKE %s"] * len(tables))
            cursor.execute(
                f"SELECT sum(pgsize) FROM dbstat WHERE {names}",  # noqa: S608
                [f"%{table}%" for table in tables],
            )
        return float(cursor.fetchone()[0]) / 1e6


def stock(text: str) -> None:
    results = Page.objects.live().search(text)
    list(results[:12])
    results.count()


def test_search_stays_quick(city_centre, sanjiang, people, settings):
    texts = [one["q"] for one in json.loads((SAMPLES / "search-gold.json").read_text("utf-8"))["queries"]]
    sites = [publish(make_site(county), people) for county in (city_centre, sanjiang)]
    there, prices, slowest = 0, [], {}
    print(f"\n{connection.vendor}")
    for size in SIZES:
        for number, site in enumerate(sites):
            many(StoryPage, site, (size - there) // 2)
            tell(list(StoryPage.objects.filter(body="[]", path__startswith=site.path)), size + number)
        there = size
        settings.WAGTAILSEARCH_BACKENDS = {
            "default": {"BACKEND": "pages.search.backends", "ATOMIC_REBUILD": False}
        }
        get_search_backend().reset_indexes()
        index = timed([lambda: call_command("update_index", verbosity=0)])[0] / 1000
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        cache.clear()
        find("")
        with CaptureQueriesContext(connection) as queries:
            find("妇女")
        prices.append(len(queries))
        found = timed([lambda text=text: find(text) for text in texts * ROUNDS])
        typed = timed([lambda text=text: suggest(text) for text in TYPED * ROUNDS])
        slowest[size] = p95(found), p95(typed)
        totals = [find(text).total for text in texts]
        print(f"{size:6} pages: index {index:5.0f} s, {size_of_index():5.1f} MB; found {max(totals)} at most")
        print(f"       search with facets {spread(found)}, suggestions {spread(typed)}", flush=True)
        if size <= MOST_STOCK:
            settings.WAGTAILSEARCH_BACKENDS = STOCK
            get_search_backend().reset_indexes()
            index = timed([lambda: call_command("update_index", verbosity=0)])[0] / 1000
            times = timed([lambda text=text: stock(text) for text in texts[::10]])
            print(f"       stock: index {index:5.0f} s, search without facets {spread(times)}", flush=True)
    assert len(set(prices)) == 1
    print(f"goal at {SIZES[-1]} pages: p95 within {GOAL} ms; it is {max(slowest[SIZES[-1]]):.0f} ms")
