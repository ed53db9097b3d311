"""What readers see of a work: the notice's demand, the facts, and nothing that is meant for staff."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from media.renditions import prepare
from tests.factories.pages import make_summary
from tests.factories.pictures import make_picture
from tests.factories.works import SLUGS, make_work, make_work_site, rows
from tests.flow import fresh, publish

pytestmark = pytest.mark.django_db
MOST = 10


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


def get(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def queries_of(url: str) -> int:
    client = Client()
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


@pytest.mark.parametrize("kind", SLUGS)
def test_demand_and_figures_stand_on_the_page_of_each_kind(kind, city_centre, people):
    site = publish(make_work_site(kind, city_centre), people)
    work = publish(make_work(kind, site), people)
    said = get(work.url)
    assert work.kind.demand in said
    figures = work.shown_figures()
    for figure in figures if len(figures) > 1 else []:  # one alone stands in the facts
        assert figure.label in said
    assert work.title in get(site.url)
    assert work.title in get(f"/works/{kind}/")


WARNED = {
    "committee": ({"contacts": rows("committee", "contacts", women=3)}, ["通知要求 10 名以上", "不足"]),
    "resettlement": ({"executives": 7, "minority_members": 3}, ["不少于", "未达", "现有 7 人"]),
    "lights": ({}, ["还没有照片"]),
}


@pytest.mark.parametrize("kind", WARNED)
def test_what_is_for_staff_is_not_told_to_the_public(kind, city_centre, people):
    fields, words = WARNED[kind]
    if kind == "lights":
        fields = {"lights": rows("lights", "lights")}
    site = publish(make_work_site(kind, city_centre), people)
    work = publish(make_work(kind, site, **fields), people)
    assert work.warnings()
    said = get(work.url).replace(work.kind.demand, "")
    assert [word for word in words if word in said] == []


def test_contacts_are_shown_as_a_total_without_names_and_without_a_step_below_ten(city_centre, people):
    site = publish(make_work_site("committee", city_centre), people)
    contacts = [{"name": "黄执委", "women": 3}, {"name": "莫执委", "women": 22}]
    work = publish(make_work("committee", site, contacts=contacts, terms=[]), people)
    said = get(work.url)
    assert "2 位执委共联系 25 名" in said
    assert "黄执委" not in said.replace(get(site.url), "")
    steps = re.findall(r'class="bars__label" scope="row">([^<]+)<', said)
    assert steps == ["14 名以内", "15—19 名", "20—29 名", "30 名以上"]


def test_the_answer_no_is_not_printed_against_a_site(city_centre, people):
    site = publish(make_work_site("resettlement", city_centre), people)
    work = publish(make_work("resettlement", site, roster_kept=False, ledger_kept=True), people)
    said = get(work.url)
    assert "工作台账" in said
    assert "花名册" not in said.replace(work.kind.demand, "")


def test_employment_rate_is_computed_from_the_classes(city_centre, people):
    site = publish(make_work_site("housekeeping", city_centre), people)
    said = get(publish(make_work("housekeeping", site), people).url)
    assert "培训 25 人，其中 20 人就业，就业率 80%" in said


def test_lights_and_todays_chair_are_shown_on_the_sites_page(city_centre, people, monkeypatch):
    from datetime import date

    site = publish(make_work_site("committee", city_centre), people)
    publish(make_work("committee", site), people)
    publish(make_work("lights", site), people)
    monkeypatch.setattr("pages.site_page.timezone.localdate", lambda: date(2020, 8, 1))
    said = get(site.url)
    assert "今日轮值主席" in said
    assert re.search(r"今日轮值主席</span><b>黄执委</b>", said)
    assert said.count("light--lit") == 5
    monkeypatch.setattr("pages.site_page.timezone.localdate", lambda: date(2021, 8, 1))
    assert "今日轮值主席" not in get(site.url)


def test_a_draft_shows_nowhere(city_centre, people):
    site = publish(make_work_site("green", city_centre), people)
    draft = make_work("green", site, title="还没有审核的做法")
    for url in ("/", "/works/", "/works/green/", site.url, site.get_parent().url):
        response = Client().get(url)
        assert draft.title not in response.content.decode()
    assert Client().get(draft.url_path.removeprefix("/home")).status_code == 404


def test_queries_are_few_and_equal_at_two_sizes(city_centre, people):
    image = make_picture(city_centre.collection)
    prepare(image)
    county = city_centre.page.specific
    county.introduction = "<p>县区简介。</p>"
    county.save_revision(user=people.editor("450202"))
    publish(county, people)
    site = publish(make_work_site("resettlement", city_centre, lead_image=image), people)
    works = {kind: publish(make_work(kind, site, image=image), people) for kind in SLUGS}
    urls = ["/works/", "/works/committee/?county=450202", site.url, county.url]
    urls += [f"/works/{kind}/" for kind in SLUGS] + [fresh(work).url for work in works.values()]
    few = {url: queries_of(url) for url in urls}
    for number in range(8):
        other = publish(make_work_site("resettlement", city_centre, lead_image=image), people)
        for kind in SLUGS if number < 2 else ("committee", "green"):
            publish(make_work(kind, other, image=image, photos=3), people)
    for year in (2018, 2019):
        publish(make_work("green", site, year, image=image), people)
    publish(make_summary(site, image=image), people)
    many = {url: queries_of(url) for url in urls}
    assert few == many
    assert max(many.values()) <= MOST, many
