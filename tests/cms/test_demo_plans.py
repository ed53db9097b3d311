"""The demonstration's work plans: every state, real highlights, and what they promise is what the year then shows."""

import re
from collections import Counter
from types import SimpleNamespace

import pytest

from cms.county import County
from cms.demo.texts import YEAR, counties
from pages.checks.runner import run
from pages.models.highlights import MOST_NAME
from pages.works.kinds import BY_SLUG
from reports.models import PlanItem, ReportingYear, WorkPlanPage
from reports.rules import plan_problems, plan_warnings
from tests.factories.pages import make_site

pytestmark = pytest.mark.interface  # texts, the same on every database
SITES = [(county, site) for county in counties() for site in county.sites]
PLANNED = [(county, site) for county, site in SITES if site.plan]
ITEMS = [(site, item) for _, site in PLANNED for item in site.plan.items]
EACH = pytest.mark.parametrize("site", [site for _, site in PLANNED], ids=lambda site: site.name)
POST = r"(社区|村|商圈|安置点)妇联(专职)?(主席|副主席|执委)(（[^）]+）)?"


def of_the_year(site) -> list:
    """What the site published in the plan's year, or is about to: works and events that may name a highlight."""
    works = [work for work in site.works if work.year == YEAR]
    return works + [event for event in site.events if event.in_days is None]


def test_every_state_is_there_and_four_sites_have_not_begun():
    states = Counter(site.plan.state for _, site in PLANNED)
    assert set(states) == {"draft", "waiting_lead", "waiting_city", "returned", "approved"}
    assert states["approved"] > len(PLANNED) / 2
    assert {site.plan.returned_by for _, site in PLANNED if site.plan.state == "returned"} == {"lead", "city"}
    assert len(SITES) - len(PLANNED) == 4
    assert {county.code for county, _ in SITES} - {county.code for county, _ in PLANNED} == {"450206"}


@EACH
def test_a_plan_could_be_submitted_unless_it_is_a_draft(site):
    plan = site.plan
    place = SimpleNamespace(kind=site.kind)
    problems = plan_problems(plan.items, place)
    if plan.state == "draft":
        assert [problem.field for problem in problems] == ["items"]
        assert len(plan.items) == 2
    else:
        assert problems == plan_warnings(plan.items) == []
        assert all(item.target and item.due_on for item in plan.items)
    assert plan.year == YEAR
    assert all(item.due_on is None or item.due_on.year == YEAR for item in plan.items)


@EACH
def test_only_what_was_returned_carries_the_reviewers_words(site):
    returned = site.plan.state == "returned"
    assert bool(site.plan.reviewer_words) == bool(site.plan.returned_by) == returned


@EACH
def test_the_words_of_a_highlight_are_as_an_office_writes_them(site):
    for item in site.plan.items:
        assert 4 <= len(item.name) <= MOST_NAME
        assert 60 <= len(item.measures) <= 180
        assert item.measures.endswith("。")
        assert item.target.endswith("。") or not item.target
        assert re.findall(r"[A-Za-z@]+|\d{5,}|[,;:()]\D", f"{item.name}{item.measures}{item.target}") == []


def test_a_person_in_charge_is_a_post_and_the_plan_returned_by_the_lead_lacks_one():
    posts = {
        (site.name, item.responsible) for site, item in ITEMS if not re.fullmatch(POST, item.responsible)
    }
    assert posts == {("长安示例安置点", "安置点妇联")}


def test_no_text_is_there_twice():
    for name in ("name", "measures", "target"):
        texts = [value for _, item in ITEMS if (value := getattr(item, name))]
        assert len(set(texts)) == len(texts)


@EACH
def test_a_plan_is_about_what_the_site_does_in_the_year(site):
    planned = {item.work for item in site.plan.items}
    assert {work.kind for work in site.works if work.year == YEAR} <= planned
    if site.summary:
        assert {BY_SLUG[work].number for work in planned} <= set(site.summary.works)
    if site.kind != "resettlement":
        assert "resettlement" not in planned


def test_a_highlight_that_is_named_stands_in_the_plan_of_its_site():
    named = [(site, one) for _, site in SITES for one in of_the_year(site) if one.highlight]
    assert len(named) >= 12
    for site, one in named:
        items = {item.name: item for item in site.plan.items}
        assert one.highlight in items, one.title
    current = [work for _, site in SITES for work in site.works if work.year is None]
    assert not any(work.highlight for work in current)


@EACH
def test_where_two_highlights_are_of_one_work_its_pages_say_which(site):
    twice = {work for work, number in Counter(item.work for item in site.plan.items).items() if number > 1}
    for work in site.works:
        assert work.year != YEAR or work.kind not in twice or work.highlight, work.title


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("静兰示例社区", "19人"),
        ("五里亭示例社区", "17名执委"),
        ("鹅山示例社区", "15名执委"),
        ("雅儒示例社区", "23人"),
        ("钢城示例社区", "队员10名"),
        ("古砦示例村", "16场"),
        ("中渡示例村", "360只"),
        ("大良示例村", "13个打包点"),
        ("长安示例安置点", "638户"),
        ("融水示例安置点", "25人"),
        ("安太示例村", "13名执委"),
        ("古宜示例社区", "22人"),
        ("斗江示例安置点", "428户"),
        ("独峒示例村", "24幅"),
    ],
)
def test_the_fixed_numbers_of_a_plan_are_those_of_the_summary(name, word):
    [site] = [site for _, site in PLANNED if site.name == name]
    planned = "".join(item.measures + item.target for item in site.plan.items)
    told = "".join(block.text for block in site.summary.body)
    assert word in planned
    assert re.search(r"\d+", word)[0] in told


@pytest.mark.django_db
def test_the_checks_have_nothing_to_say_of_a_plan():
    ReportingYear.open(YEAR)
    for county, site in PLANNED:
        parent = make_site(County.objects.get(code=county.code), site.name, kind=site.kind)
        page = WorkPlanPage(year=YEAR, live=False)
        page.start_under(parent)
        page.items = [PlanItem(**vars(item), sort_order=n) for n, item in enumerate(site.plan.items)]
        parent.add_child(instance=page)
        report = run(page)
        assert report.warnings == [], site.name
        expected = {"items"} if site.plan.state == "draft" else set()
        assert {finding.problem.field for finding in report.blocking} == expected, site.name
