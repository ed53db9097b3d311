"""How texts are cut and what a question is taken for."""

import pytest
from django.utils import timezone

from pages.search.expressions import Token
from pages.search.find import find
from pages.search.folding import MARK, fold, fold_each
from pages.search.query import understand
from pages.search.tokens import tokens

from .published import story

pytestmark = pytest.mark.django_db


def titles(text: str, **filters) -> set[str]:
    return {item.title for item in find(text, **filters).items}


def test_full_width_capitals_and_traditional_characters_are_folded():
    assert fold("ＡＰＰ婦女議事會５Ｇ") == "app妇女议事会5g"


def test_folding_knows_where_each_character_comes_from():
    folded, places = fold_each("㈱婦女")
    assert folded.endswith("妇女")
    assert len(folded) == len(places)
    assert places[-2:] == [1, 2]


def test_tokens_are_pairs_last_character_words_and_other_runs():
    found = list(tokens("桂姐姐3D打印2020年"))
    assert {"桂姐", "姐姐", "姐", f"{MARK}桂姐姐", "3d", "3", "打印", f"{MARK}打印", "2020", "2020年"} <= set(
        found
    )


def test_city_centre_is_no_part_of_an_urban_village():
    assert f"{MARK}城中" in set(tokens("城中区"))
    assert f"{MARK}城中" not in set(tokens("改造城中村"))


@pytest.mark.parametrize(
    "question",
    [
        "怎么成立妇女议事会",
        "请问妇女议事会如何成立？",
        "如何建立妇女议事会",
        "婦女議事會怎麼成立",
        "妇女议事会的成立",
    ],
)
def test_questions_find_what_they_are_about(question):
    story("楼上楼下坐下来", "社区建立妇女议事会，一事一记。")
    story("议路灯", "会上议了路灯。")
    assert titles(question) == {"楼上楼下坐下来"}


def test_words_across_two_words_are_not_found():
    story("产品和服务", "产品和服务都好。")
    story("和服展", "展出和服三套。")
    assert titles("和服") == {"和服展"}


def test_a_county_is_found_by_all_of_its_names():
    story("甲", "融水苗族自治县妇联来访。")
    story("乙", "融水县妇联来访。")
    for name in ("融水县", "融水苗族自治县", "融水", "融水縣"):
        assert titles(name) == {"甲", "乙"}, name
    assert understand("融水县的刺绣").county.code == "450225"
    assert understand("城中有什么活动").county.code == "450202"


def test_a_year_is_taken_for_one():
    assert understand("2020年总结").year == 2020
    year = timezone.localdate().year
    assert understand("去年的议事会").year == year - 1
    story("甲", f"{year - 1}年议事会开了八次。")
    story("乙", f"{year}年议事会开了八次。")
    assert titles("去年的议事会") == {"甲"}


def test_a_long_question_with_one_strange_word_still_finds():
    story("甲", "家政培训班结业，学员领到证书。")
    story("乙", "编织班结业。")
    found = find("家政培训证书莫名其妙")
    assert found.items[0].title == "甲"


def test_nothing_but_empty_words_finds_nothing():
    story("甲", "是的，怎么了？")
    assert understand("怎么样了呢请问").parts == ()
    assert find("怎么样了呢请问").total == 0


def test_a_very_long_text_is_looked_at_only_in_part():
    parts = understand("婚姻" * 5_000).parts
    assert parts == (Token(f"{MARK}婚姻"),)
