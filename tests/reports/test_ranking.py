"""积分排名: ranks, quarters, whom it names, and that its cost does not grow."""

from datetime import date

import pytest

from pages.models import CountyPage
from reports.adoptions.ranking import Score, ranked, scores_of, whole, years
from tests.factories.adoptions import make_adoption


def score(county: str, *quarters: int) -> Score:
    return Score(0, county, quarters)


def ranks(*scores: Score) -> list[tuple[int | None, str]]:
    return [(place.rank, place.score.county) for place in ranked(scores)]


def test_equal_points_share_a_rank_and_the_next_one_is_left_out():
    scores = [
        score("甲", 1, 0, 0, 0),
        score("乙", 0, 3, 2, 0),
        score("丙", 5, 0, 0, 0),
        score("丁", 0, 0, 0, 0),
    ]
    assert ranks(*scores) == [(1, "乙"), (1, "丙"), (3, "甲"), (4, "丁")]


def test_counties_without_points_share_the_last_rank():
    scores = [score("甲", 0, 0, 0, 0), score("乙", 0, 0, 0, 2), score("丙", 0, 0, 0, 0)]
    assert ranks(*scores) == [(1, "乙"), (2, "甲"), (2, "丙")]


def test_nobody_is_first_before_there_is_a_point():
    assert ranks(score("甲", 0, 0, 0, 0), score("乙", 0, 0, 0, 0)) == [(None, "甲"), (None, "乙")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2020, 1, 1), 1),
        (date(2020, 3, 31), 1),
        (date(2020, 4, 1), 2),
        (date(2020, 6, 30), 2),
        (date(2020, 7, 1), 3),
        (date(2020, 9, 30), 3),
        (date(2020, 10, 1), 4),
        (date(2020, 12, 31), 4),
    ],
    ids=str,
)
def test_borders_of_quarters(city_centre, day, quarter):
    make_adoption(city_centre, day, points=4)
    found = next(one for one in scores_of(2020) if one.county == "城中区")
    assert found.quarters == tuple(4 if number == quarter else 0 for number in (1, 2, 3, 4))
    assert (found.total, found.items) == (4, 1)


@pytest.mark.django_db
def test_only_the_chosen_year_counts(city_centre):
    make_adoption(city_centre, date(2019, 12, 31), points=4)
    make_adoption(city_centre, date(2021, 1, 1), points=4)
    assert whole(scores_of(2020)).total == 0
    assert years(2022) == [2022, 2021, 2019]


@pytest.mark.django_db
def test_every_county_is_named_and_the_last_line_adds_up(city_centre, sanjiang):
    make_adoption(city_centre, date(2020, 2, 1), points=3)
    make_adoption(city_centre, date(2020, 8, 1), points=0)
    make_adoption(sanjiang, date(2020, 8, 1), points=6)
    scores = scores_of(2020)
    assert [one.county for one in scores] == list(
        CountyPage.objects.order_by("code").values_list("title", flat=True)
    )
    total = whole(scores)
    assert (total.quarters, total.total, total.items) == ((3, 0, 6, 0), 9, 3)


@pytest.mark.django_db
def test_two_queries_however_many_rows(city_centre, sanjiang, django_assert_num_queries):
    for number in range(12):
        with django_assert_num_queries(2):  # sums by county; the counties
            scores_of(2020)
        make_adoption((city_centre, sanjiang)[number % 2])
