"""A plan: 3-4 highlights in the annex's columns; drafts may be incomplete, submitting may not."""

from datetime import date

import pytest

from pages.models import SitePage
from reports.models import ReportingYear
from tests.factories.pages import make_site
from tests.factories.reports import make_plan, plan_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(city_centre):
    return make_site(city_centre)


def problems(page) -> list[str]:
    return [str(problem) for problem in page.submission_problems()]


@pytest.mark.parametrize("number", [3, 4])
def test_three_and_four_items_pass(site, number):
    assert problems(make_plan(site, items=number)) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "需要 3 至 4 项，现有 0 项，请再添加至少 3 项。"),
        (2, "需要 3 至 4 项，现有 2 项，请再添加至少 1 项。"),
        (5, "需要 3 至 4 项，现有 5 项，请删去 1 项。"),
    ],
)
def test_fewer_or_more_cannot_be_submitted(site, number, words):
    assert problems(make_plan(site, items=number)) == [f"特色亮点工作：{words}"]


@pytest.mark.parametrize(
    ("fields", "place", "words"),
    [
        ({"work": ""}, "工作类型", "还没有填写"),
        ({"name": ""}, "亮点名称", "还没有填写"),
        ({"measures": ""}, "主要内容及措施", "还没有填写"),
        ({"target": ""}, "量化目标", "还没有填写"),
        ({"due_on": None}, "完成时限", "还没有填写"),
        ({"responsible": ""}, "责任人（职务）", "还没有填写"),
        ({"due_on": date(2021, 1, 1)}, "完成时限", "不在 2020 年内"),
        ({"name": "亮点3"}, "亮点名称", "和另一项同名"),
        ({"measures": "字" * 501}, "主要内容及措施", "请删去至少 1 字"),
        ({"target": "1 " + "字" * 200}, "量化目标", "请删去至少 1 字"),
        ({"work": "resettlement"}, "工作类型", "只在易地搬迁安置点开展"),
    ],
)
def test_what_is_wrong_is_told_with_its_row_and_column(site, fields, place, words):
    items = [plan_item(0), plan_item(1, **fields), plan_item(2)]
    found = problems(make_plan(site, items=items))
    assert any(f"亮点第 2 行，{place}" in one and words in one for one in found), found


def test_exactly_the_most_passes(site):
    items = [plan_item(0, measures="字" * 500, target="1" + "字" * 199), plan_item(1), plan_item(2)]
    assert problems(make_plan(site, items=items)) == []


def test_resettlement_sites_may_plan_their_own_work(city_centre):
    place = make_site(city_centre, kind="resettlement")
    assert (
        problems(make_plan(place, items=[plan_item(0, work="resettlement"), plan_item(1), plan_item(2)]))
        == []
    )


def test_a_target_without_any_figure_is_noted_and_keeps_nothing_back(site):
    page = make_plan(site, items=[plan_item(0, target="做得更好"), plan_item(1), plan_item(2)])
    assert problems(page) == []
    assert [str(one) for one in page.warnings()] == [
        "亮点第 1 行，量化目标：没有数字，年底不好对照，请核对。"
    ]


def test_one_plan_a_year_and_only_for_open_years(site):
    make_plan(site)
    assert "一年只报一份" in problems(make_plan(site))[0]
    ReportingYear.objects.filter(year=2020).update(is_open=False)
    assert any("2020 年度没有开放报送" in one for one in problems(make_plan(site)))


def test_a_year_left_out_is_asked_for(site):
    page = make_plan(site)
    page.year = None
    assert any(one.startswith("年份") and "还没有选择" in one for one in problems(page))


def test_plans_stand_under_sites_only(site, city_centre):
    assert "workplanpage" in [model._meta.model_name for model in SitePage.allowed_subpage_models()]
    assert "workplanpage" not in [
        model._meta.model_name for model in city_centre.page.allowed_subpage_models()
    ]
