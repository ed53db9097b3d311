import pytest

from tests.factories.pages import make_site

CODE = "450202"


@pytest.fixture
def site(city_centre):
    return make_site(city_centre, title="文昌社区")


@pytest.fixture
def editor(people):
    return people.editor(CODE)


@pytest.fixture
def desk(people, editor):
    """The editor's browser."""
    return people.client(editor)
