"""The ledger on the screen: whose rows, filters, order, export, opening a year, and the list of its sites."""

from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from pages.models import SitePage
from reports.models import ReportingSite, ReportingYear
from reports.status import State
from tests.factories.pages import make_site
from tests.factories.reports import make_plan, owe
from tests.flow import publish, submit

pytestmark = pytest.mark.django_db
LEDGER = "/admin/ledger/"


@pytest.fixture
def sites(city_centre, sanjiang, people):
    """Two sites of one county and one of another: accepted, with the lead, and not begun."""
    ReportingYear.objects.update(is_open=False)
    found = {
        "文昌社区": make_site(city_centre, "文昌社区"),
        "静兰社区": make_site(city_centre, "静兰社区"),
        "=古宜社区": make_site(sanjiang, "=古宜社区"),
    }
    for site in found.values():
        owe(site, 2020)
    ReportingYear.objects.filter(year=2020).update(is_open=True)
    publish(found["文昌社区"], people)
    publish(make_plan(found["文昌社区"], 2020), people)
    submit(make_plan(found["静兰社区"], 2020), people.editor("450202"))
    return found


@pytest.fixture
def city(people):
    return people.client(people.moderator())


def names(client, query: str = "") -> list[str]:
    response = client.get(LEDGER + query)
    assert response.status_code == 200
    return [one.row.site.title for one in response.context["rows"]]


def test_the_department_sees_all_and_a_county_its_own(sites, city, people):
    assert names(city) == ["文昌社区", "静兰社区", "=古宜社区"]
    assert names(people.client(people.editor("450226"))) == ["=古宜社区"]
    for user in (people.editor("450202"), people.lead("450202")):
        client = people.client(user)
        assert names(client) == names(client, "?county=450226") == ["文昌社区", "静兰社区"]
        html = client.get(LEDGER).content.decode()
        assert "古宜" not in html
        assert "三江" not in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?county=450202", ["文昌社区", "静兰社区"]),
        ("?plan=accepted", ["文昌社区"]),
        ("?plan=with_lead", ["静兰社区"]),
        ("?plan=not_begun", ["=古宜社区"]),
        ("?summary=not_begun&county=450202", ["文昌社区", "静兰社区"]),
        ("?timing=late", ["文昌社区"]),
        ("?timing=overdue&plan=with_lead", ["静兰社区"]),
        ("?q=古宜", ["=古宜社区"]),
        ("?q=没有这个", []),
        ("?plan=nonsense", []),
        ("?county=999999", []),
        ("?year=1999", ["文昌社区", "静兰社区", "=古宜社区"]),  # no such year: the open one
        ("?sort=-site", ["静兰社区", "文昌社区", "=古宜社区"]),
        ("?sort=plan", ["=古宜社区", "静兰社区", "文昌社区"]),
        ("?sort=-county", ["=古宜社区", "文昌社区", "静兰社区"]),
        ("?sort=drop+table", ["文昌社区", "静兰社区", "=古宜社区"]),
    ],
)
def test_filters_and_order(sites, city, query, expected):
    assert names(city, query) == expected


def test_totals_are_those_of_the_rows_that_are_shown(sites, city):
    total = city.get(f"{LEDGER}?county=450202").context["total"]
    assert (total.sites, total.plan.owed, total.plan.accepted) == (2, 2, 1)


def test_the_map_has_the_ten_counties_with_figures_and_a_table_beside_it(sites, city):
    response = city.get(f"{LEDGER}?map=plan")
    shapes = {shape.name: shape for shape in response.context["map_shapes"]}
    assert len(shapes) == 10
    assert (shapes["城中区"].figure, shapes["城中区"].level) == ("1/2", 2)
    assert (shapes["三江侗族自治县"].figure, shapes["三江侗族自治县"].level) == ("0/1", 0)
    assert shapes["柳城县"].figure == "–"
    rows = {one.county.title: notes for one, _, notes in response.context["counties"]}
    assert len(rows) == 10
    assert "还没有开始" in rows["三江侗族自治县"]
    assert "还没有示范点" in rows["柳城县"]
    assert "没有可用的审定账号" in rows["柳城县"]
    assert "没有可用的审定账号" not in rows["城中区"]
    html = response.content.decode()
    assert "计划表应报 2 份，已通过 1 份" in html


def test_counties_have_no_map(sites, people):
    assert "map_shapes" not in people.client(people.editor("450202")).get(LEDGER).context


def read(client, query: str = "") -> list[list]:
    response = client.get(f"{LEDGER}export/{query}")
    assert response.status_code == 200
    sheet = load_workbook(BytesIO(response.content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_export_has_the_rows_of_the_screen_value_by_value(sites, city):
    head, *rows, totals = read(city, "?sort=-county")
    assert head[:7] == ["序号", "县区", "示范点", "计划表状态", "计划表时限", "计划表截止", "计划表县区审定"]
    assert len(head) == len(set(head)) == 21
    table = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["示范点"] for row in table] == names(city, "?sort=-county")
    accepted = table[1]
    assert accepted["计划表状态"] == "已通过"
    assert accepted["计划表县区审定"] == f"{timezone.localdate():%Y-%m-%d}"
    assert accepted["计划表截止"] == "2020-03-25"
    assert accepted["计划表时限"] == f"迟报 {(timezone.localdate() - date(2020, 3, 25)).days} 天"
    assert totals[1:4] == ["合计", "3 个示范点", "已通过 1/3"]


def test_a_name_that_looks_like_a_formula_stays_a_text(sites, city):
    response = city.get(f"{LEDGER}export/?q=古宜")
    cell = load_workbook(BytesIO(response.content)).active["C2"]
    assert (cell.value, cell.data_type) == ("=古宜社区", "s")


def test_a_countys_export_is_its_own(sites, people):
    assert [row[2] for row in read(people.client(people.lead("450226")))[1:-1]] == ["=古宜社区"]


def test_sites_that_owe_nothing_are_told_so_in_the_export(sites, city):
    ReportingSite.objects.filter(site=sites["文昌社区"]).update(summary=False)
    head, *rows, _ = read(city)
    assert dict(zip(head, rows[0], strict=True))["总结状态"] == "不报"


# -- where the cells lead ---------------------------------------------------------------------------------


def urls(client) -> dict[str, str]:
    rows = client.get(LEDGER).context["rows"]
    return {one.row.site.title: one.reports[0][1].url for one in rows}


def test_cells_lead_on_by_what_the_reader_may_do(sites, city, people):
    own = urls(people.client(people.editor("450202")))
    assert own["文昌社区"].endswith("/jihua-2020/")
    assert own["静兰社区"].startswith("/admin/pages/")
    assert own["静兰社区"].endswith("/edit/")
    begin = urls(people.client(people.editor("450226")))["=古宜社区"]
    assert begin == f"/admin/pages/add/reports/workplanpage/{sites['=古宜社区'].pk}/"
    theirs = urls(city)
    assert theirs["=古宜社区"] == ""
    assert "/edit/" not in theirs["静兰社区"]


# -- opening a year ---------------------------------------------------------------------------------------


def test_opening_a_year_is_one_action_that_makes_nothing_twice(sites, city):
    this_year = timezone.localdate().year
    ReportingYear.objects.filter(year__gte=this_year).delete()
    assert city.get(LEDGER).context["next_year"] == this_year
    for _ in range(2):
        city.post(f"{LEDGER}open/", {"year": this_year})
    year = ReportingYear.objects.get(year=this_year)
    assert (year.plan_deadline, year.summary_deadline) == (date(this_year, 3, 25), date(this_year, 10, 30))
    assert sorted(year.sites.values_list("site", "plan", "summary")) == sorted(
        (pk, True, True) for pk in SitePage.objects.values_list("pk", flat=True)
    )
    last = names(city, "?year=2020")
    assert last == ["文昌社区", "静兰社区", "=古宜社区"]
    assert city.get(f"{LEDGER}?year=2020").context["rows"][0].row.plan.state == State.ACCEPTED


@pytest.mark.parametrize("year", ["", "abc", "1999", "2100", "²"])
def test_only_the_year_that_is_due_is_opened(sites, city, year):
    before = set(ReportingYear.objects.values_list("year", flat=True))
    city.post(f"{LEDGER}open/", {"year": year})
    assert set(ReportingYear.objects.values_list("year", flat=True)) == before


def test_counties_open_no_year_and_keep_no_list(sites, people):
    this_year = timezone.localdate().year
    ReportingYear.objects.filter(year=this_year).delete()
    for user in (people.editor("450202"), people.lead("450202")):
        client = people.client(user)
        assert client.post(f"{LEDGER}open/", {"year": this_year}).status_code in (302, 403)
        assert client.get(f"{LEDGER}2020/sites/").status_code in (302, 403)
    assert not ReportingYear.objects.filter(year=this_year).exists()


def test_a_site_added_later_is_not_in_last_years_ledger(sites, city, city_centre):
    ReportingYear.objects.filter(year=2020).update(is_open=False)
    make_site(city_centre, "新的示范点")
    assert "新的示范点" not in names(city, "?year=2020")


# -- the list of a year's sites ---------------------------------------------------------------------------


def roster(year: int = 2020) -> dict[str, tuple[bool, bool]]:
    rows = ReportingSite.objects.filter(reporting_year__year=year)
    return {row.site.title: (row.plan, row.summary) for row in rows.select_related("site")}


def test_the_department_says_which_sites_report(sites, city):
    rows = {row.site.title: row.pk for row in ReportingSite.objects.filter(reporting_year__year=2020)}
    html = city.get(f"{LEDGER}2020/sites/").content.decode()
    assert "三江侗族自治县" in html
    data = {
        "shown": [rows["文昌社区"], rows["静兰社区"]],
        "plan": [rows["文昌社区"]],
        "summary": [rows["文昌社区"], rows["静兰社区"]],
    }
    city.post(f"{LEDGER}2020/sites/", data)
    assert roster() == {"文昌社区": (True, True), "静兰社区": (False, True), "=古宜社区": (True, True)}


def test_new_sites_join_open_years(city_centre):
    ReportingYear.objects.all().delete()
    this_year = timezone.localdate().year
    year = ReportingYear.open(this_year)
    year.plan_deadline, year.summary_deadline = date(this_year - 1, 3, 25), date(this_year + 1, 10, 30)
    year.save()
    ReportingYear.open(this_year - 1)
    ReportingYear.objects.filter(year=this_year - 1).update(is_open=False)
    make_site(city_centre, "今年命名", named_year=this_year)
    make_site(city_centre, "往年命名", named_year=this_year - 1)
    assert roster(this_year) == {"今年命名": (False, True), "往年命名": (True, True)}
    assert roster(this_year - 1) == {}


def test_without_a_year_the_page_says_what_to_do(city, people):
    ReportingYear.objects.all().delete()
    assert "请先开启一个年度" in city.get(LEDGER).content.decode()
    client = people.client(people.editor("450202"))
    assert "请联系市妇联组联部开启" in client.get(LEDGER).content.decode()
    assert client.get(f"{LEDGER}export/").status_code == 404
