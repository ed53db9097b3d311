"""What readers get: only published words, addresses that work, filters as plain links, fresh surroundings."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from pages import county_map
from pages.home import county_entries
from pages.models import CountyPage, NoticeIndexPage, SiteIdentity, SitePage
from tests.factories.pages import make_notice, make_site, make_summary
from tests.flow import fresh, publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


def get(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def test_words_of_an_unpublished_site_are_nowhere_on_its_published_summary(city_centre, people):
    site = make_site(city_centre, title="未发布的示范点", brand_name="未审定的品牌")
    summary = publish(make_summary(site), people)
    for url in (summary.url, "/summaries/", "/"):
        said = get(url)
        assert "未发布的示范点" not in said
        assert "未审定的品牌" not in said
    published = publish(site, people)
    assert "未审定的品牌" in get(fresh(summary).url)
    edited = fresh(published).get_latest_revision_as_object()
    edited.brand_name = "后来改的品牌"
    edited.save_revision(user=people.editor("450202"))
    assert "后来改的品牌" not in get(summary.url)


def test_drafts_answer_404_and_what_was_public_410(city_centre, people):
    summary = make_summary(make_site(city_centre))
    path = summary.url_path.removeprefix("/home")
    assert Client().get(path).status_code == 404
    live = publish(summary, people)
    assert Client().get(path).status_code == 200
    live.unpublish()
    assert Client().get(path).status_code == 410


@pytest.mark.parametrize("path", ["/no-such/", "/chengzhong/no/", "/%00/", "/" + "x" * 3000 + "/"])
def test_unknown_addresses_answer_404_in_chinese(path):
    response = Client().get(path)
    assert response.status_code == 404
    assert "没有找到" in response.content.decode() or "找不到" in response.content.decode()


def test_lists_are_filtered_by_links_and_bear_nonsense(city_centre, sanjiang, people):
    here = publish(make_site(city_centre, title="城中的示范点", kind="community"), people)
    there = publish(make_site(sanjiang, title="三江的示范点", kind="village"), people)

    def names(query: str) -> set[str]:
        said = get(f"/sites/{query}")
        return {site.title for site in (here, there) if site.title in said}

    assert names("") == {here.title, there.title}
    assert names("?county=450226") == {there.title}
    assert names("?kind=community") == {here.title}
    assert names("?county=450226&kind=community") == set()
    assert names("?county=nonsense&page=999&kind=') OR 1=1") == {here.title, there.title}
    links = re.findall(r'class="chip"[^>]*href="([^"]+)"', get("/sites/?kind=village&county=450226"))
    assert "?county=450226&amp;kind=village" in links
    assert all(link.startswith("?") for link in links)


def test_second_page_of_a_list_is_another(city_centre, people):
    sites = [publish(make_site(city_centre), people) for _ in range(13)]
    first, second = get("/sites/"), get("/sites/?page=2")
    shown = [[site.title for site in sites if f">{site.title}<" in page] for page in (first, second)]
    assert [len(page) for page in shown] == [12, 1]
    assert not set(shown[0]) & set(shown[1])


def test_every_county_is_on_the_map_and_in_the_list(city_centre, people):
    publish(make_site(city_centre), people)
    _viewbox, shapes = county_map.shapes()
    assert {shape.code for shape in shapes} == set(CountyPage.objects.values_list("code", flat=True))
    counts = {entry.code: (entry.site_count, entry.level) for entry in county_entries()}
    assert counts.pop("450202") == (1, 4)
    assert set(counts.values()) == {(0, 0)}
    home = get("/")
    assert all(name in home for name in CountyPage.objects.values_list("title", flat=True))


def test_surroundings_are_fresh_at_the_next_request(people, django_capture_on_commit_callbacks):
    assert "桂ICP备00000000号" not in get("/")
    with django_capture_on_commit_callbacks(execute=True):
        identity = SiteIdentity.objects.get()
        identity.icp_number = "桂ICP备00000000号"
        identity.save()
    assert "桂ICP备00000000号" in get("/")
    assert ">通知公告</a>" in get("/")
    with django_capture_on_commit_callbacks(execute=True):
        NoticeIndexPage.objects.get().unpublish()
    assert ">通知公告</a>" not in get("/")


def test_notice_is_shown_with_its_number_and_date(people):
    notice = publish(make_notice(document_number="柳妇通〔2020〕1号", issued_on="2020-03-02"), people)
    said = get(notice.url)
    assert "柳妇通〔2020〕1号" in said
    assert notice.title in get("/notices/")


@pytest.mark.parametrize("model", [CountyPage, SitePage])
def test_addresses_are_ascii_by_pinyin(model, city_centre):
    page = (
        city_centre.page
        if model is CountyPage
        else make_site(city_centre, title="融水苗族自治县2020示例社区！")
    )
    assert re.fullmatch(r"[a-z0-9-]+", page.slug)
    assert make_site(city_centre, title="!!!").slug.startswith("p-")
