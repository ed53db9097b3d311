"""What the public search returns: what is public, narrowed, counted and marked, at a constant price."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from pages.models import SearchDocument, StoryIndexPage, StoryPage
from pages.search.find import PER_PAGE, find, latest
from pages.search.suggesting import suggest
from tests.factories.pages import make_site
from tests.flow import publish

from .published import story

pytestmark = pytest.mark.django_db
MOST = 8


def counts(results, name: str) -> dict[str, int]:
    return next(
        {one.label: one.count for one in facet.choices} for facet in results.facets if facet.name == name
    )


@pytest.fixture
def two_counties(city_centre, sanjiang, people):
    """Sites of two counties with stories of two works."""
    sites = [
        publish(make_site(county, name), people)
        for county, name in [(city_centre, "江滨社区"), (sanjiang, "鼓楼村")]
    ]
    for site in sites:
        for work in ("council", "lectures"):
            story(f"{site.title}的夜校", "夜校开课。", parent=site, work=work)
    return sites


def test_only_what_is_live_is_found_counted_or_suggested():
    shown = story("夜校开课了", "夜校")
    story("夜校草稿", "夜校", live=False)
    results = find("夜校")
    assert [item.pk for item in results.items] == [shown.pk]
    assert results.total == 1
    assert counts(results, "kind") == {"经验故事": 1}
    assert [one.text for one in suggest("夜校")] == ["夜校开课了"]
    assert "夜校草稿" not in [item.title for item in latest()]


def test_what_stands_behind_a_restriction_is_not_found():
    story("夜校开课了", "夜校")
    PageViewRestriction.objects.create(
        page=StoryIndexPage.objects.get(), restriction_type=PageViewRestriction.LOGIN
    )
    assert find("夜校").total == 0
    assert suggest("夜校") == []


def test_home_and_sections_are_not_results():
    story("首页的故事", "通知公告栏目、经验故事栏目、首页")
    assert {item.kind for item in find("首页").items} == {"story"}


def test_facets_count_under_the_other_filters(two_counties):
    results = find("夜校", county="450202")
    assert results.total == 2
    assert counts(results, "county") == {"城中区": 2, "三江": 2}
    assert counts(results, "work") == {"妇女议事会": 1, "桂姐姐大宣讲": 1}
    both = find("夜校", county="450202", work="council")
    assert both.total == 1
    assert counts(both, "county") == {"城中区": 1, "三江": 1}
    assert counts(both, "work") == {"妇女议事会": 1, "桂姐姐大宣讲": 1}
    assert {facet.name: [one.value for one in facet.choices if one.current] for facet in both.facets} == {
        "county": ["450202"], "kind": [], "work": ["council"], "year": [],
    }  # fmt: skip


def test_an_item_has_what_a_card_shows(two_counties):
    item = find("夜校", county="450226", work="council").items[0]
    assert (item.county_name, item.site_name) == ("三江侗族自治县", "鼓楼村")
    assert (item.kind_label, item.work_label) == ("经验故事", "妇女议事会")
    assert item.url.startswith("/")
    assert item.date
    assert item.title_marked == "鼓楼村的<mark>夜校</mark>"


def test_filters_that_mean_nothing_are_ignored():
    story("夜校", "夜校")
    results = find("夜校", county="1", kind="x", work="'", year="二〇二〇", page="第一页")
    assert results.total == 1
    assert results.filters == {}
    assert results.number == 1


def test_pages_of_results():
    for number in range(PER_PAGE + 3):
        story(f"夜校第{number}课", "夜校")
    first, second, beyond = find("夜校"), find("夜校", page=2), find("夜校", page=99)
    assert (len(first.items), len(second.items), first.num_pages) == (PER_PAGE, 3, 2)
    assert not {item.pk for item in first.items} & {item.pk for item in second.items}
    assert [item.pk for item in beyond.items] == [item.pk for item in second.items]


def test_title_before_body_and_the_newer_before_the_older():
    old, new = story("夜校开课", "一样的正文"), story("夜校开课", "一样的正文")
    body = story("晚上学什么", "社区办了夜校，教大家用手机。")
    SearchDocument.objects.filter(page=old).update(date="2019-05-01")
    assert [item.pk for item in find("夜校").items] == [new.pk, old.pk, body.pk]


def test_what_says_it_as_typed_comes_first():
    other, typed = (
        story("甲", "反家庭暴力讲座"),
        story("乙", "妇联常年开展各种活动，其中也讲到反家暴的事情。"),
    )
    assert [item.pk for item in find("反家暴").items] == [typed.pk, other.pk]


def test_passages_are_marked_by_words_and_safe():
    story("和<b>服", "产品和服务很好。" * 20 + "展出和服&配饰<script>三套。")
    item = find("和服").items[0]
    assert "<mark>和服</mark>" in item.passage_marked
    assert "产品<mark>" not in item.passage_marked
    assert "<b>" not in item.title_marked
    assert "<script>" not in item.passage_marked


def test_marks_stand_in_the_raw_text():
    story("婦女議事會ＡＰＰ上線", "全文")
    assert find("妇女议事会 app").items[0].title_marked == "<mark>婦女議事會</mark><mark>ＡＰＰ</mark>上線"


def test_counties_kinds_and_works_are_found_by_name(two_counties):
    assert {item.site_name or item.title for item in find("三江 夜校").items} == {"鼓楼村"}
    story("无题", "什么也没说")
    assert "无题" in {item.title for item in find("经验故事").items}


@pytest.mark.parametrize("typed", ["桂姐", "gui jie jie", "guijiejie", "gjj", "GJJDXJ", "大宣讲", "dxj"])
def test_suggestions_by_characters_and_pinyin(typed):
    assert "桂姐姐大宣讲" in [one.text for one in suggest(typed)]


def test_suggestions_of_places_and_titles(two_counties):
    story("江滨路上的夜校", "正文")
    assert [one.text for one in suggest("江滨")][:2] == ["江滨社区", "江滨路上的夜校"]
    assert suggest("sanjiang")[0].text == "三江侗族自治县"
    assert suggest("gulou")[0].label == "示范点"
    assert len(suggest("江", limit=1)) == 1


def test_pinyin_finds_titles():
    story("柳江畔的夜校", "正文")
    assert [item.title for item in find("liujiangpan").items] == ["柳江畔的夜校"]


def test_the_price_does_not_grow_with_what_is_found(two_counties):
    def price(text: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert find(text, county="450202").total
        return len(queries)

    cache.clear()
    few = price("夜校")
    for number in range(30):
        story(f"夜校第{number}课", "夜校", parent=two_counties[0], work="green")
    cache.clear()
    assert price("夜校") == few
    assert few <= MOST
    with CaptureQueriesContext(connection) as queries:
        suggest("夜校")
    assert len(queries) <= MOST


def test_every_page_that_is_found_has_its_document():
    story("夜校", "夜校")
    assert StoryPage.objects.count() == SearchDocument.objects.filter(kind="story").count()
