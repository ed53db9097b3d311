"""One summary of a county for several sites: each site is reported on once, by one of the two ways."""

import pytest
from django.test import Client

from tests.factories.pages import make_site, make_summary
from tests.flow import publish

pytestmark = pytest.mark.django_db


def county_summary(county, *sites):
    page = make_summary(county.page, 2020, title="县区合写的总结")
    page.covers = list(sites)
    page.save()
    page.save_revision()
    return page


def words(page) -> str:
    return " ".join(map(str, page.submission_problems()))


def test_a_countys_summary_names_at_least_one_site(city_centre):
    assert "请勾选写到了哪些示范点" in words(county_summary(city_centre))


def test_it_names_sites_of_its_own_county_only(city_centre, sanjiang):
    far = make_site(sanjiang, "古宜社区")
    assert "“古宜社区”不在本县区" in words(county_summary(city_centre, far))


def test_a_site_with_its_own_summary_is_not_covered_too(city_centre):
    site = make_site(city_centre, "文昌社区")
    make_summary(site, 2020)
    assert "“文昌社区”另有一份单独的 2020 年总结" in words(county_summary(city_centre, site))


def test_a_covered_site_does_not_report_once_more(city_centre):
    site = make_site(city_centre)
    county_summary(city_centre, site)
    assert "已经写进县区的总结“县区合写的总结”" in words(make_summary(site, 2020))
    assert words(make_summary(site, 2021)) == ""


def test_one_for_the_county(city_centre):
    county_summary(city_centre, make_site(city_centre))
    assert "一年只报一份" in words(county_summary(city_centre, make_site(city_centre)))


def test_readers_see_which_sites_and_these_cannot_be_deleted(city_centre, people):
    page = city_centre.page.specific
    page.introduction = "<p>县区简介。</p>"
    page.save_revision()
    publish(page, people)
    shown = publish(make_site(city_centre, "文昌社区"), people)
    draft = make_site(city_centre, "没有公开的社区")
    summary = publish(county_summary(city_centre, shown, draft), people)
    html = Client().get(summary.url).content.decode()
    assert "包括示范点" in html
    assert "文昌社区" in html
    assert "没有公开的社区" not in html
    editor = people.editor("450202")
    assert not draft.permissions_for_user(editor).can_delete()
    summary.unpublish()
    assert draft.permissions_for_user(editor).can_delete()


def test_the_form_offers_the_countys_sites_and_a_sites_form_none(city_centre, sanjiang, people):
    own, far = make_site(city_centre, "文昌社区"), make_site(sanjiang, "古宜社区")
    client = people.client(people.editor("450202"))
    address = "/admin/pages/add/reports/yearendsummarypage/{}/"
    html = client.get(address.format(city_centre.page_id)).content.decode()
    assert "文昌社区" in html
    assert "古宜社区" not in html
    assert far.pk
    assert 'name="covers"' not in client.get(address.format(own.pk)).content.decode()
