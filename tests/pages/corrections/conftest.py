import pytest
from django.core.cache import cache

from tests.factories.events import make_story
from tests.factories.pages import make_site
from tests.flow import publish


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


@pytest.fixture
def story(city_centre, people):
    """A published story of a site of 城中区."""
    site = publish(make_site(city_centre, title="文昌社区"), people)
    return publish(make_story(site, photos=0, title="一盏路灯"), people)
