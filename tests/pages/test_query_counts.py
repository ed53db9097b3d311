"""Each public page costs the same number of queries whatever stands beside it."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.test.utils import CaptureQueriesContext

from media.renditions import prepare
from tests.factories.pages import make_notice, make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import publish

pytestmark = pytest.mark.django_db
MOST = 10
MOST_ON_HOME = 12


@pytest.fixture
def count(django_assert_num_queries):
    from django.db import connection

    def counted(url: str) -> int:
        client = Client()
        assert client.get(url).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    return counted


def publish_county(county, people, image):
    page = county.page.specific
    page.introduction = "<p>县区简介。</p>"
    page.lead_image = image
    page.save_revision(user=people.editor(county.code))
    return publish(page, people)


def grow(county, people, image, sites: int) -> list:
    """Publish *sites* sites with a summary each, and as many notices."""
    made = []
    for _ in range(sites):
        site = publish(make_site(county, lead_image=image), people)
        summary = publish(make_summary(site, image=image), people)
        publish(make_notice(), people)
        made.append((site, summary))
    return made


def test_counts_are_equal_at_2_and_at_15_siblings_and_small(city_centre, people, count):
    cache.clear()
    image = make_picture(city_centre.collection)
    prepare(image)
    county = publish_county(city_centre, people, image)
    site, summary = grow(city_centre, people, image, 2)[0]
    notice_url = "/notices/"
    urls = [
        "/", county.url, site.url, summary.url, notice_url,
        "/sites/", "/sites/?county=450202&kind=community", "/summaries/", "/summaries/?county=450202&year=2020",
    ]  # fmt: skip
    few = {url: count(url) for url in urls}
    grow(city_centre, people, image, 13)
    many = {url: count(url) for url in urls}
    assert few == many
    assert many.pop("/") <= MOST_ON_HOME
    assert max(many.values()) <= MOST, many
