"""The statistics of a year: every number as the database has it, a county's own ones only, in a fixed number of queries."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import CountyPage, Listing
from pages.works.kinds import KINDS
from reports.exports import statistics
from reports.exports.scope import NothingToExport, Scope
from reports.ledger import WHOLE_TREE, ledger, progress
from reports.models import ReportingYear
from reports.status import Duty
from tests.factories.adoptions import make_adoption
from tests.factories.events import make_lecture
from tests.factories.pages import make_summary
from tests.factories.reports import make_plan, owe
from tests.factories.works import make_work, make_work_site
from tests.flow import publish

from .spreadsheets import rows_of, sheet_names

pytestmark = pytest.mark.django_db


def build(scope: Scope, tmp_path) -> tuple[list[list], list[list]]:
    """The rows of both sheets."""
    target, told = tmp_path / "a.xlsx", []
    statistics.build(scope, target, lambda *step: told.append(step))
    assert told == [(1, 2), (2, 2)]
    content = target.read_bytes()
    assert sheet_names(content) == ["按县区", "按工作"]
    return rows_of(content, 1), rows_of(content, 2)


def by_name(rows: list[list]) -> dict[str, dict[str, object]]:
    head = rows[1]
    return {row[0]: dict(zip(head, row, strict=True)) for row in rows[2:]}


@pytest.fixture
def year(city_centre, sanjiang, people):
    """Two sites of 城中区 that owe both, one of 三江; works, a lecture, an adoption; things of another year and drafts."""
    opened = ReportingYear.open(2020)
    own, second, far = (
        publish(make_work_site("committee", county), people)
        for county in (city_centre, city_centre, sanjiang)
    )
    for site in (own, second, far):
        owe(site, 2020)
    publish(make_plan(own), people)
    publish(make_summary(own), people)
    make_summary(second)
    publish(make_work("committee", own), people)
    publish(make_work("committee", far), people)
    publish(make_work("lights", second), people)
    publish(make_work("lights", far, year=2019), people)
    make_work("lights", far)
    publish(make_lecture(own), people)
    make_adoption(city_centre, date(2020, 5, 1))
    make_adoption(sanjiang, date(2019, 5, 1))
    return opened


def test_each_county_has_what_the_ledger_and_the_lists_have(year, tmp_path):
    rows, _ = build(Scope(2020), tmp_path)
    found = by_name(rows)
    kept = ledger(year, WHOLE_TREE, statistics.timezone.now())
    counties = list(CountyPage.objects.order_by("code"))
    assert [row[0] for row in rows[2:13]] == [*(county.title for county in counties), "合计"]
    for county in counties:
        one = found[county.title]
        assert one["示范点"] == len(kept.of(county))
        for duty in Duty:
            state = progress(kept.of(county), duty)
            counted = [one[f"{duty.label}{word}"] for word in ("应报", "已通过", "迟报", "逾期未报")]
            assert counted == [state.owed, state.accepted, state.late, state.overdue]
        published = Listing.objects.filter(year=2020, page__live=True, page__path__startswith=county.path)
        for kind in KINDS:
            assert one[kind.short_name] == published.filter(kind=kind.slug).count()
        assert one["示范讲座"] == published.filter(kind="lecture").count()
    own = found["城中区"]
    assert (own["计划表应报"], own["计划表已通过"], own["总结应报"], own["总结已通过"]) == (2, 1, 2, 1)
    assert (own["执委作用"], own["亮牌服务"], own["示范讲座"], own["发布合计"]) == (1, 1, 1, 3)
    assert (own["采用篇数"], found["三江侗族自治县"]["采用篇数"]) == (1, 0)
    assert found["三江侗族自治县"]["亮牌服务"] == 0  # another year's, and a draft


def test_totals_are_the_sums_of_their_columns(year, tmp_path):
    rows, works = build(Scope(2020), tmp_path)
    for column in range(1, len(rows[1])):
        assert rows[12][column] == sum(row[column] for row in rows[2:12])
    for row in works[2:-2]:
        assert row[-1] == sum(row[3:-1])


def test_each_work_has_its_figures_by_county(year, city_centre, tmp_path):
    _, rows = build(Scope(2020), tmp_path)
    head = rows[1]
    of = {(row[0], row[1]): dict(zip(head, row, strict=True)) for row in rows[2:-2]}
    committee, lights = (next(k for k in KINDS if k.slug == slug) for slug in ("committee", "lights"))
    assert of[committee.title, "发布篇数"]["城中区"] == of[committee.title, "发布篇数"]["三江侗族自治县"] == 1
    assert of[lights.title, "发布篇数"]["三江侗族自治县"] == 0
    listing = Listing.objects.get(kind="committee", page__path__startswith=city_centre.page.path)
    stored = {figure.name: figure.value for figure in listing.figures.all()}
    names = {spec.label: spec.name for spec in statistics.specs_of(committee)}
    shown = {label: of[committee.title, label]["城中区"] for label in names}
    assert shown == {label: stored.get(name, 0) for label, name in names.items()}
    assert any(shown.values())


def test_a_county_gets_its_own_numbers_only(year, sanjiang, tmp_path):
    rows, works = build(Scope(2020, sanjiang.page), tmp_path)
    words = {str(value) for row in rows + works for value in row}
    assert not any("城中区" in word for word in words)
    assert [row[0] for row in rows[2:]][:1] == ["三江侗族自治县"]
    assert "合计" not in words
    assert rows[0][0].startswith("三江侗族自治县")


def test_what_is_counted_and_when_is_said_on_the_paper(year, tmp_path):
    rows, _ = build(Scope(2020), tmp_path)
    assert "2020年已发布" in rows[-2][0]
    assert re.fullmatch(r"截至\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d，由系统自动汇总。", rows[-1][0])


def test_a_year_that_was_not_opened_has_none(tmp_path):
    with pytest.raises(NothingToExport, match="2035"):
        build(Scope(2035), tmp_path)


def test_the_number_of_queries_does_not_grow(year, city_centre, people, tmp_path):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            build(Scope(2020), tmp_path)
        return len(queries)

    few = count()
    for _ in range(3):
        site = publish(make_work_site("committee", city_centre), people)
        owe(site, 2020)
        publish(make_work("committee", site), people)
        publish(make_summary(site), people)
    assert count() == few
