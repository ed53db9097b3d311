import pytest
from django.core.cache import cache

from tests.factories.pages import make_site
from tests.flow import publish


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


@pytest.fixture
def site(city_centre, people):
    """A published site of 城中区."""
    return publish(make_site(city_centre, title="文昌社区"), people)
