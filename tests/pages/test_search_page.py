"""The search page and the suggestions: what is public and nothing else, few queries, and any input."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.workflow.withdrawing import withdraw
from tests.factories.pages import make_notice, make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import fresh, publish

pytestmark = pytest.mark.django_db
MOST = 10


@pytest.fixture
def site(city_centre, people):
    return publish(make_site(city_centre, "文昌社区", township="城中街道"), people)


@pytest.fixture
def summary(site, people):
    page = make_summary(site, title="文昌社区2020年总结", text="姐妹们在晾衣架旁边坐下来议事，定了三件事。")
    return publish(page, people)


def search(client: Client | None = None, **query: str) -> str:
    response = (client or Client()).get(reverse("search"), query)
    assert response.status_code == 200
    return response.content.decode()


def titles(html: str) -> list[str]:
    found = html.partition('id="latest"')[0]
    return [
        re.sub("<[^>]+>", "", title)
        for title in re.findall(r'search-result__title"><a[^>]*>(.*?)</a>', found)
    ]


def suggested(text: str) -> list[dict[str, str]]:
    return Client().get(reverse("suggest"), {"q": text}).json()["suggestions"]


def test_what_was_looked_for_is_marked_in_title_and_passage(summary):
    html = search(q="议事")
    assert titles(html) == [summary.title]
    assert "<mark>议事</mark>" in html
    assert "<mark>文昌</mark>" in search(q="文昌 晾衣架")


def test_it_is_narrowed_by_links_that_keep_the_question(summary, site):
    html = search(q="文昌社区")
    assert set(titles(html)) == {summary.title, site.title}
    [link] = re.findall(r'href="(\?[^"]*kind=summary[^"]*)"', html)
    narrowed = Client().get(reverse("search") + link.replace("&amp;", "&")).content.decode()
    assert titles(narrowed) == [summary.title]
    assert 'aria-current="true"' in narrowed


def test_drafts_and_withdrawn_pages_are_neither_found_counted_nor_suggested(summary, site, people):
    make_notice("文昌的草稿通知")
    assert "草稿" not in search(q="文昌")
    assert {one["text"] for one in suggested("文昌")} == {summary.title, site.title}
    withdraw(fresh(summary), people.lead("450202"), "有错误")
    assert titles(search(q="文昌")) == [site.title]
    assert {one["text"] for one in suggested("文昌")} == {site.title}
    assert "晾衣架" not in search(q="议事")


def test_nothing_found_says_what_to_try_and_shows_the_latest(summary):
    html = search(q="龙卷风")
    assert "没有找到“龙卷风”" in html
    assert summary.title in html.partition('id="latest"')[2]
    html = search(q="议事", county="450226")
    assert "不限县区" in html


def test_without_a_question_there_are_ways_on(summary):
    html = search()
    assert "没有找到" not in html
    assert "妇女议事会" in html
    assert summary.title in html


ODD = ['"', "' OR 1=1 --", "*", "AND OR NOT", "(", "\0", "%", "ƿ", "😀", "，。！", "\u202e", "a" * 10_000, "议" * 10_000,
       "５Ｇ　ＡＰＰ", "<script>alert(1)</script>", "\\", "title:议事", "NEAR(议事)", "议事\x07会"]  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_input_is_answered(summary, text):
    html = search(q=text, county=text, kind=text, work=text, year=text, page=text)
    assert "<script>alert" not in html
    suggested(text)


@pytest.mark.parametrize("page", ["0", "-1", "999999999999", "x", "1.5"])
def test_pages_that_are_not_there(summary, page):
    assert titles(search(q="议事", page=page)) == [summary.title]


def test_only_reading(client):
    assert client.post(reverse("search")).status_code == 405
    assert client.get(reverse("suggest"), {"q": "文"}).headers["Cache-Control"] == "public, max-age=300"
    assert suggested("") == []


def test_queries_are_few_and_equal_at_two_sizes(city_centre, people):
    image = make_picture(city_centre.collection)
    addresses = [
        f"{reverse('search')}?q=议事",
        f"{reverse('search')}?q=龙卷风",
        f"{reverse('suggest')}?q=sheq",
    ]

    def grow(number: int) -> None:
        for _ in range(number):
            site = publish(make_site(city_centre, lead_image=image), people)
            publish(make_summary(site, image=image, text="姐妹们坐下来议事。"), people)

    def count(address: str) -> int:
        assert Client().get(address).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            Client().get(address)
        return len(queries)

    cache.clear()
    grow(2)
    few = [count(address) for address in addresses]
    grow(13)
    assert [count(address) for address in addresses] == few
    assert max(few) <= MOST
