"""积分排名 as a page and as a spreadsheet."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from tests.english import english, main_part
from tests.factories.adoptions import make_adoption

pytestmark = pytest.mark.django_db
URL = "/admin/adoptions/ranking/"
HEADINGS = ("名次", "县区", "一季度", "二季度", "三季度", "四季度", "全年积分", "采用篇数")


@pytest.fixture
def city(people):
    return people.client(people.moderator())


@pytest.fixture
def rows(city_centre, sanjiang):
    make_adoption(city_centre, date(2020, 3, 31), points=3)
    make_adoption(city_centre, date(2020, 4, 1), points=2)
    make_adoption(sanjiang, date(2020, 12, 31), points=5)


def lines(response) -> list[tuple]:
    return [
        (place.rank, place.score.county, *place.score.quarters, place.score.total, place.score.items)
        for place in response.context["places"]
    ]


def test_the_table_of_a_year(city, rows):
    response = city.get(URL, {"year": "2020"})
    found = lines(response)
    assert found[:3] == [
        (1, "城中区", 3, 2, 0, 0, 5, 2),
        (1, "三江侗族自治县", 0, 0, 0, 5, 5, 1),
        (3, "鱼峰区", 0, 0, 0, 0, 0, 0),
    ]
    assert len(found) == 10
    assert {line[0] for line in found[2:]} == {3}
    assert [name for name in HEADINGS if name not in main_part(response)] == []
    assert english(main_part(response)) == set()


def test_this_year_is_shown_unless_another_one_is_chosen(city, rows):
    this_year = timezone.localdate().year
    for query in ({}, {"year": "1999"}, {"year": "x"}, {"year": "2020'"}):
        assert city.get(URL, query).context["year"] == this_year
    assert city.get(URL).context["years"] == [this_year, 2020]
    assert "还没有采用记录" in main_part(city.get(URL))


def test_the_register_leads_to_it(city, rows):
    assert f'href="{URL}"' in main_part(city.get(reverse("adoptions_modeladmin_index")))


def test_the_spreadsheet_has_the_same_table(city, rows):
    response = city.get(URL, {"year": "2020", "export": "xlsx"})
    assert f"2020%E5%B9%B4-{timezone.localdate():%Y-%m-%d}.xlsx" in response["Content-Disposition"]
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    heading, *found, total = sheet.iter_rows(values_only=True)
    assert heading == HEADINGS
    assert found == lines(city.get(URL, {"year": "2020"}))
    assert total == (None, "合计", 3, 2, 0, 5, 10, 3)


def cost(client) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(URL, {"year": "2020"}).status_code == 200
    return len(queries)


def test_few_queries_however_many_rows(city, rows, city_centre, sanjiang):
    cost(city)
    own = 3  # the years with rows; sums by county; the counties
    with CaptureQueriesContext(connection) as chrome:
        city.get("/admin/account/")
    small = cost(city)
    assert small <= own + len(chrome)
    for county in (city_centre, sanjiang) * 8:
        make_adoption(county)
    assert cost(city) == small
