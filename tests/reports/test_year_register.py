"""报送年度 in the register: deadlines that can be meant, extensions that give time, opening and closing."""

from datetime import date

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from reports.models import DeadlineExtension, ReportingYear
from tests.factories.pages import make_site
from tests.factories.reports import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(people):
    return people.client(people.moderator())


@pytest.fixture
def year():
    return ReportingYear.open(2030)


def data(extensions=(), **fields) -> dict:
    values = {"year": 2030, "plan_deadline": "2030-03-25", "summary_deadline": "2030-10-30", "is_open": "on"}
    return nested_form_data(values | fields | {"extensions": inline_formset(list(extensions))})


def extension(county, day: str, duty: str = "plan") -> dict:
    return {"county": county.page_id, "duty": duty, "extended_to": day, "reason": "汛期"}


def errors(response) -> str:
    form = response.context["form"]
    said = [str(form.errors)] + [str(row.errors) for row in form.formsets["extensions"].forms]
    return "".join(said) + str(form.formsets["extensions"].non_form_errors())


def test_deadlines_can_be_set_and_a_county_given_more_time(city, year, city_centre):
    sent = data([extension(city_centre, "2030-04-10")], plan_deadline="2030-03-31")
    assert city.post(f"/admin/years/edit/{year.pk}/", sent).status_code == 302
    year.refresh_from_db()
    assert year.plan_deadline == date(2030, 3, 31)
    [row] = DeadlineExtension.objects.filter(reporting_year=year)
    assert (row.county_id, row.duty, row.extended_to) == (city_centre.page_id, "plan", date(2030, 4, 10))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"plan_deadline": "2029-12-31"}, "计划表截止日期应在 2030 年内。"),
        ({"summary_deadline": "2032-01-01"}, "总结截止日期应在 2030 年内，最迟到下一年。"),
        ({"summary_deadline": "2030-03-25"}, "总结截止日期应晚于计划表截止日期。"),
        ({"plan_deadline": ""}, "此项为必填项"),
        ({"plan_deadline": "2030-02-30"}, "有效的日期"),
    ],
)
def test_deadlines_that_cannot_be_meant_are_refused_and_stay_typed(city, year, fields, words):
    response = city.post(f"/admin/years/edit/{year.pk}/", data(**fields))
    assert response.status_code == 200
    assert words in errors(response)
    year.refresh_from_db()
    assert year.plan_deadline == date(2030, 3, 25)
    name, value = next(iter(fields.items()))
    assert response.context["form"][name].value() == value


def test_an_extension_that_gives_no_time_is_refused(city, year, city_centre):
    response = city.post(f"/admin/years/edit/{year.pk}/", data([extension(city_centre, "2030-03-25")]))
    assert "不晚于全市的截止日期（2030-03-25），没有作用" in errors(response)


def test_one_extension_of_a_duty_for_a_county(city, year, city_centre):
    rows = [extension(city_centre, "2030-04-10"), extension(city_centre, "2030-04-20")]
    assert city.post(f"/admin/years/edit/{year.pk}/", data(rows)).status_code == 200
    assert not DeadlineExtension.objects.exists()
    rows[1] |= {"duty": "summary", "extended_to": "2030-11-20"}
    assert city.post(f"/admin/years/edit/{year.pk}/", data(rows)).status_code == 302


def test_the_number_of_a_year_stays(city, year):
    city.post(f"/admin/years/edit/{year.pk}/", data(year=2031))
    year.refresh_from_db()
    assert year.year == 2030


def test_a_year_is_not_made_twice_by_the_form_either(city, year):
    before = ReportingYear.objects.count()
    response = city.post("/admin/years/create/", data())
    assert response.status_code == 200
    assert ReportingYear.objects.count() == before


def test_a_year_made_by_the_form_has_all_sites_on_its_list(city, city_centre):
    site = make_site(city_centre)
    assert city.post("/admin/years/create/", data(year=2031, plan_deadline="2031-03-25",
                                                  summary_deadline="2031-10-30")).status_code == 302  # fmt: skip
    assert ReportingYear.objects.get(year=2031).sites.filter(site=site, plan=True, summary=True).exists()


def test_closing_stops_submissions_and_keeps_what_there_is(city, year, city_centre):
    plan = make_plan(make_site(city_centre), 2030)
    sent = data()
    del sent["is_open"]
    city.post(f"/admin/years/edit/{year.pk}/", sent)
    assert "2030 年度没有开放报送" in " ".join(map(str, plan.submission_problems()))
    assert city.get("/admin/ledger/?year=2030").context["year"].year == 2030


def test_nobody_deletes_a_year_and_counties_see_none(city, year, people):
    assert city.post(f"/admin/years/delete/{year.pk}/").status_code in (302, 403)
    assert ReportingYear.objects.filter(pk=year.pk).exists()
    for user in (people.editor("450202"), people.lead("450202")):
        client = people.client(user)
        for address in ("/admin/years/", f"/admin/years/edit/{year.pk}/", f"/admin/years/inspect/{year.pk}/"):
            assert client.get(address).status_code in (302, 403)
        client.post(f"/admin/years/edit/{year.pk}/", data(plan_deadline="2030-12-01"))
    year.refresh_from_db()
    assert year.plan_deadline == date(2030, 3, 25)
