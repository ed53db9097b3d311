"""A site for every kind of work, one picture for all, and what is said about a draft."""

import pytest

from tests.factories.pictures import make_picture
from tests.factories.works import make_work, make_work_site
from tests.flow import fresh


@pytest.fixture
def picture(city_centre):
    return make_picture(city_centre.collection)


@pytest.fixture
def draft(city_centre, picture):
    """Makes a draft of a work at a new site of its own, as it is read back."""

    def make(kind: str, year=2020, site=None, **fields):
        page = make_work(kind, site or make_work_site(kind, city_centre), year, image=picture, **fields)
        return fresh(page).get_latest_revision_as_object()

    return make


def said(findings) -> list[str]:
    """The findings as people read them."""
    return [str(one) for one in findings]
