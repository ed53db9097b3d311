"""The list of 采用登记: what narrows it, what a spreadsheet program gets, and that its cost does not grow."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from tests.english import main_part
from tests.factories.adoptions import channel, make_adoption

pytestmark = pytest.mark.django_db
HEADINGS = [
    "标题", "县区", "示范点", "采用渠道", "采用日期", "分值", "刊登位置", "网址", "备注", "登记人", "登记时间",
]  # fmt: skip
INDEX = "/admin/adoptions/"


@pytest.fixture
def city(people):
    return people.client(people.moderator())


def titles(client, **query) -> list[str]:
    response = client.get(INDEX, query)
    assert response.status_code == 200
    return [row.title for row in response.context["object_list"]]


def xlsx(response) -> list[list]:
    rows = load_workbook(BytesIO(b"".join(response.streaming_content))).active.iter_rows(values_only=True)
    return [list(row) for row in rows]


def table(response) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))


# -- the list -------------------------------------------------------------------------------------------------


@pytest.fixture
def rows(city_centre, sanjiang):
    make_adoption(city_centre, date(2019, 12, 31), title="岁末的宣讲", points=2)
    make_adoption(city_centre, date(2020, 3, 31), title="春天的宣讲", points=3)
    make_adoption(sanjiang, date(2020, 4, 1), title="侗寨的山歌", points=5, channel=channel("全国级"))


def test_newest_first_with_the_sum_of_points(city, rows):
    assert titles(city) == ["侗寨的山歌", "春天的宣讲", "岁末的宣讲"]
    assert "合计 10 分" in main_part(city.get(INDEX))


def test_search_and_filters_combine(city, rows, city_centre, sanjiang):
    assert titles(city, q="宣讲") == ["春天的宣讲", "岁末的宣讲"]
    assert titles(city, year="2020") == ["侗寨的山歌", "春天的宣讲"]
    assert titles(city, quarter="1") == ["春天的宣讲"]
    assert titles(city, quarter="2") == ["侗寨的山歌"]
    assert titles(city, county=city_centre.page_id, year="2019") == ["岁末的宣讲"]
    assert titles(city, channel=channel("全国级").pk) == ["侗寨的山歌"]
    assert titles(city, q="山歌", county=city_centre.page_id) == []
    narrowed = main_part(city.get(INDEX, {"q": "宣讲"}))
    assert "合计 5 分" in narrowed
    assert "（全部 3 条）" in narrowed


@pytest.mark.parametrize("query", [{"year": "x"}, {"county": "0"}, {"quarter": "5"}, {"channel": "1' --"}])
def test_a_value_that_is_not_offered_finds_nothing(city, rows, query):
    assert titles(city, **query) == []


@pytest.mark.parametrize(
    "query",
    [
        {"recorded_by__password__startswith": "zzz"},
        {"title": "春天的宣讲"},
        {"nothing": "1"},
        {"p": "x"},
        {"p": "999"},
        {"o": "x.-.99"},
        {"q": "\x00"},
        {"e": "1"},
    ],
    ids=str,
)
def test_other_words_in_the_address_do_nothing(city, rows, query):
    assert len(titles(city, **query)) == 3


def test_sorted_by_a_heading(city, rows):
    assert titles(city, o="4") == ["岁末的宣讲", "春天的宣讲", "侗寨的山歌"]
    assert titles(city, o="-4") == ["侗寨的山歌", "春天的宣讲", "岁末的宣讲"]


def test_an_empty_register_says_what_to_do(city):
    assert "点“添加”登记一条" in main_part(city.get(INDEX))


def test_pages_of_the_list(city, city_centre):
    for number in range(51):
        make_adoption(city_centre, title=f"第{number}条")
    first = city.get(INDEX)
    assert len(first.context["object_list"]) == 50
    assert "第 1 页，共 2 页" in main_part(first)
    assert len(titles(city, p="2")) == 1


# -- export ---------------------------------------------------------------------------------------------------


def test_exported_as_filtered(city, rows, people):
    response = city.get(INDEX, {"export": "xlsx", "year": "2020"})
    today = timezone.localdate()
    assert f"{today:%Y-%m-%d}.xlsx" in response["Content-Disposition"]
    assert "%E9%87%87%E7%94%A8%E7%99%BB%E8%AE%B0" in response["Content-Disposition"]  # 采用登记
    heading, *found = xlsx(response)
    assert heading == HEADINGS
    assert [(row[0], row[1], row[4].date(), row[5]) for row in found] == [
        ("侗寨的山歌", "三江侗族自治县", date(2020, 4, 1), 5),
        ("春天的宣讲", "城中区", date(2020, 3, 31), 3),
    ]
    heading, *found = table(city.get(INDEX, {"export": "csv", "q": "山歌"}))
    assert heading == HEADINGS
    assert found[0][:6] == ["侗寨的山歌", "三江侗族自治县", "", "全国级", "2020-04-01", "5"]


def test_times_are_those_of_liuzhou(city, city_centre):
    moment = timezone.datetime(2020, 5, 1, 20, 30, tzinfo=timezone.get_fixed_timezone(0))
    make_adoption(city_centre, recorded_at=moment)
    assert xlsx(city.get(INDEX, {"export": "xlsx"}))[1][-1].isoformat() == "2020-05-02T04:30:00"
    assert table(city.get(INDEX, {"export": "csv"}))[1][-1] == "2020-05-02 04:30"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(city, city_centre, sign):
    text = f"{sign}1+1"
    make_adoption(city_centre, title=text, remark=text)
    response = city.get(INDEX, {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    cells = [sheet.cell(2, 1), sheet.cell(2, HEADINGS.index("备注") + 1)]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s")] * 2
    row = table(city.get(INDEX, {"export": "csv"}))[1]
    assert (row[0], row[HEADINGS.index("备注")]) == (f"'{text}", f"'{text}")


# -- cost -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", [{}, {"export": "xlsx"}, {"export": "csv"}], ids=["list", "xlsx", "csv"])
def test_queries_do_not_grow(people, city, city_centre, sanjiang, query):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            response = city.get(INDEX, query)
            assert response.streaming is False or b"".join(response.streaming_content)
        return len(queries)

    make_adoption(city_centre, recorded_by=people.moderator())
    city.get(INDEX)
    small = cost()
    for county in (city_centre, sanjiang) * 6:
        make_adoption(county, recorded_by=people.moderator("zulianbu2"), channel=channel("全国级"))
    assert cost() == small
