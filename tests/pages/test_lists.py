"""Public lists: filters that combine, numbers on chips, addresses, one price whatever their length."""

import re
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from media.renditions import prepare
from pages import lists
from pages.models import LecturePage, Term, Vocabulary
from tests.factories.bulk import EVENTS, many
from tests.factories.events import make_activity, make_lecture, make_meeting, make_story, term
from tests.factories.pages import make_site
from tests.factories.pictures import make_picture
from tests.flow import publish

pytestmark = pytest.mark.django_db
LISTS = ("lectures", "activities", "meetings", "stories")
MOST = 10


def get(url: str) -> str:
    response = Client().get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def chips(said: str) -> dict[str, tuple[str, int]]:
    """Links and numbers by label; those for all are not of interest."""
    found = re.findall(r'class="chip"[^>]*href="([^"]+)"[^>]*>([^<]+)<span class="chip__count">(\d+)', said)
    return {
        label: (url.replace("&amp;", "&"), int(number)) for url, label, number in found if label != "全部"
    }


def results(said: str) -> int:
    found = re.search(r"共 <b>(\d+)</b> 条", said)
    return int(found[1]) if found else 0


@pytest.fixture
def site(city_centre, people):
    return publish(make_site(city_centre, title="文昌社区"), people)


@pytest.fixture
def there(sanjiang, people):
    return publish(make_site(sanjiang, title="江川村"), people)


@pytest.fixture
def lectured(site, there):
    many(LecturePage, site, 20, first=datetime(2020, 6, 1, 4, tzinfo=UTC))
    many(LecturePage, there, 7, first=datetime(2019, 6, 1, 4, tzinfo=UTC))


@pytest.mark.parametrize(
    "query", ["", "?county=450202", "?year=2020", "?county=450226&year=2019&topic={topic}"]
)
def test_a_chip_leads_to_as_many_results_as_it_says(lectured, query):
    query = query.format(topic=term(Vocabulary.LECTURE_TOPIC).pk)
    found = chips(get(f"/lectures/{query}"))
    assert found
    for label, (url, number) in list(found.items())[::3]:
        assert results(get(f"/lectures/{url}")) == number, label


def test_what_leads_to_nothing_has_no_chip_unless_it_is_chosen(lectured):
    assert set(chips(get("/lectures/"))) >= {"2020 年", "2019 年", "山歌"}
    assert "2018 年" not in chips(get("/lectures/"))
    said = get("/lectures/?county=450226&year=2020")
    assert chips(said)["2020 年"][1] == 0
    assert "没有符合条件的内容" in said
    assert "不限年份：2020 年" in said
    assert 'aria-current="true">城中' not in said


def test_sites_are_offered_within_a_county_and_forgotten_with_it(lectured, site, there):
    assert "文昌社区" not in chips(get("/lectures/"))
    inside = get("/lectures/?county=450202")
    assert chips(inside)["文昌社区"] == (f"?county=450202&site={site.pk}", 20)
    chosen = get(f"/lectures/?county=450202&site={site.pk}")
    assert chips(chosen)[hooks_label("450226")][0] == "?county=450226"
    assert results(get(f"/lectures/?site={site.pk}")) == 27
    assert results(get(f"/lectures/?county=450202&site={there.pk}")) == 20


def hooks_label(code: str) -> str:
    labels = lists.Labels({})
    return next(county.short_name for county in labels.counties if county.code == code)


def test_unknown_values_are_ignored_and_addresses_are_one(lectured):
    said = get("/lectures/?year=2020&nonsense=1&county=450202&topic=x&kind=%00&page=2")
    assert results(said) == 20
    assert '/lectures/?county=450202&amp;year=2020&amp;page=2"' in said
    assert '<link rel="prev" href="?county=450202&amp;year=2020">' in said
    assert 'rel="next"' not in said
    first = get("/lectures/?year=2020&county=450202")
    assert '<link rel="next" href="?county=450202&amp;year=2020&amp;page=2">' in first


def test_pages_of_a_list_hold_each_item_once(lectured):
    said = [get(f"/lectures/?page={number}") for number in (1, 2, 3)]
    titles = [re.findall(r'card__title"><a[^>]*>([^<]+)', one) for one in said]
    assert [len(page) for page in titles] == [12, 12, 3]
    assert len({title for page in titles for title in page}) == 27


def test_each_list_shows_its_own_kind_by_its_own_filters(site, people):
    image = make_picture()
    made = {
        "lectures": make_lecture(site, image=image),
        "activities": make_activity(site, image=image),
        "meetings": make_meeting(site, image=image),
        "stories": make_story(site, image=image),
    }
    for key, page in made.items():
        made[key] = publish(page, people)
    said = {key: get(f"/{key}/") for key in LISTS}
    for key, page in made.items():
        assert {one for one in LISTS if page.title in said[one]} == {key}
    assert {"山歌", "壮语", "妇联章程"} <= set(chips(said["lectures"]))
    assert "环保" in chips(said["activities"])
    assert {"经验做法", "妇女议事会"} <= set(chips(said["stories"]))
    made["lectures"].unpublish()
    assert "还没有发布的内容" in get("/lectures/")


def test_hidden_terms_still_find_what_has_them(lectured):
    song = term(Vocabulary.LECTURE_FORM, "山歌")
    Term.objects.filter(pk=song.pk).update(active=False)
    assert chips(get("/lectures/"))["山歌"][1] > 0


def test_the_menu_is_in_the_order_of_the_design(django_capture_on_commit_callbacks):
    cache.clear()
    found = re.findall(r'site-nav__link" href="[^"]*"[^>]*>([^<]+)', get("/"))
    assert found == [
        "首页",
        "示范点",
        "八项工作",
        "桂姐姐宣讲",
        "志愿服务",
        "经验故事",
        "年度总结",
        "通知公告",
    ]


def test_every_list_costs_the_same_at_10_and_at_60_items(site, there):
    image = make_picture()
    prepare(image)
    urls = []
    for key in LISTS:
        urls += [f"/{key}/", f"/{key}/?county=450202&year={timezone.localdate().year}&site={site.pk}"]
    for model in EVENTS:
        many(model, site, 10, image)
    few = {url: price(url) for url in urls}
    for model in EVENTS:
        many(model, site, 30, image)
        many(model, there, 20, image)
    many_ = {url: price(url) for url in urls}
    print(many_)
    assert few == many_
    assert max(many_.values()) <= MOST, many_


def price(url: str) -> int:
    """Queries of *url* when nothing of the list itself is kept anywhere."""
    client = Client()
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)
