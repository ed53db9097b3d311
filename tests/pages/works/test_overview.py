"""The overview of a work: totals of the city and of each county, by year, filtered by plain links."""

import re
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client

from pages.models.works import MODELS
from pages.works import kinds, overview
from pages.works.kinds import BY_SLUG, KINDS
from tests.factories.works import make_work, make_work_site, rows
from tests.flow import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


def get(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200, url
    return response.content.decode()


@pytest.fixture
def trained(city_centre, sanjiang, people) -> SimpleNamespace:
    """25 women trained in 城中区, 10 in 三江, and 25 the year before."""
    made = {}
    for county, name in ((city_centre, "here"), (sanjiang, "there")):
        site = publish(make_work_site("housekeeping", county), people)
        made[name] = site
    publish(make_work("housekeeping", made["here"], title="城里的班"), people)
    publish(make_work("housekeeping", made["here"], 2019, title="去年的班"), people)
    fewer = rows(
        "housekeeping", "classes", poor_rural=4, transferred_rural=3, unemployed_urban=2, others=1, employed=5
    )
    publish(make_work("housekeeping", made["there"], title="乡下的班", classes=fewer), people)
    return SimpleNamespace(**made)


def figures(said: str) -> dict[str, str]:
    found = re.findall(r'figures__label">([^<]+)</dt><dd class="figures__value">([\d,]+)', said)
    return dict(found)


def test_totals_are_those_of_the_newest_year(trained):
    said = get("/works/housekeeping/")
    assert figures(said) == {"培训班": "2", "培训妇女": "35", "培训后就业": "25"}
    assert "71.4%" in said
    assert "城里的班" in said
    assert "乡下的班" in said
    assert "去年的班" not in said


def test_year_and_county_narrow_totals_and_items_alike(trained):
    assert figures(get("/works/housekeeping/?year=2019"))["培训妇女"] == "25"
    there = get("/works/housekeeping/?county=450226&year=2020")
    assert figures(there)["培训妇女"] == "10"
    assert "城里的班" not in there
    assert "450226" in there
    assert figures(get("/works/housekeeping/?year=1999&county=x")) == figures(get("/works/housekeeping/"))


def test_each_county_has_its_own_row(trained):
    context = overview.totals_context(BY_SLUG["housekeeping"], 2020, "")
    assert {row.name: row.values for row in context["rows"]} == {
        "城中区": [1, 25, 20],
        "三江侗族自治县": [1, 10, 5],
    }


def test_withdrawal_takes_a_work_out_of_totals_and_tiles(trained, people):
    assert {tile.kind.slug: tile.count for tile in overview_tiles()}["housekeeping"] == 3
    page = trained.there.get_children().specific().first()
    page.unpublish()
    assert figures(get("/works/housekeeping/"))["培训妇女"] == "25"
    assert {tile.kind.slug: tile.count for tile in overview_tiles()}["housekeeping"] == 2


def overview_tiles():
    from pages.works.tiles import work_tiles

    return work_tiles()


def test_an_overview_without_items_says_so():
    said = get("/works/council/")
    assert "这一项还没有发布的内容" in said
    assert BY_SLUG["council"].demand in said


def test_an_unknown_work_is_not_there():
    assert Client().get("/works/nonsense/").status_code == 404


def test_the_table_of_works_is_the_notices():
    assert [kind.number for kind in KINDS] == list(range(1, 9))
    assert "".join(kind.numeral for kind in KINDS) == "壹贰叁肆伍陆柒捌"
    assert [model.kind for model in MODELS] == list(KINDS)
    assert len({kind.icon for kind in KINDS}) == len(KINDS)
    assert kinds.page_types() == [model._meta.label for model in MODELS]
