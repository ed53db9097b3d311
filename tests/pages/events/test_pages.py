"""The way of a lecture, an activity, a meeting and a story to the public; lists, figures and cost of their pages."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from media.renditions import prepare
from pages import queries
from pages.models import FeaturedStory, LecturePage, Listing
from tests.factories.events import (
    MORNING,
    make_activity,
    make_lecture,
    make_meeting,
    make_story,
    tomorrow,
)
from tests.factories.pages import make_site
from tests.factories.pictures import make_picture
from tests.flow import fresh, publish

pytestmark = pytest.mark.django_db
MOST = 10
MAKERS = [make_lecture, make_activity, make_meeting, make_story]


@pytest.fixture
def site(city_centre, people):
    page = publish(make_site(city_centre, title="文昌社区"), people)
    county = city_centre.page.specific
    county.introduction = "<p>县区简介。</p>"
    county.save_revision(user=people.editor(city_centre.code))
    publish(county, people)
    return page


def read(page) -> str:
    response = Client().get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def figures(page) -> dict[str, int]:
    return {one.name: one.value for one in Listing.objects.get(page=page).figures.all()}


def test_a_lecture(site, people):
    page = publish(make_lecture(site), people)
    assert page.slug == "lecture-20200506"
    listing = Listing.objects.get(page=page)
    assert (listing.kind, listing.year, listing.date) == ("lecture", 2020, date(2020, 5, 6))
    assert listing.note == "三楼会议室 · 听众 86 人次"
    assert figures(page) == {"lectures": 1, "lecture_audience": 86}
    said = read(page)
    for words in ("2020年5月6日 星期三", "9:00—", "11:00", "三楼会议室", "妇女之家", "山歌", "壮语", "妇联章程", "86",
                  "文昌社区", "来源：城中区妇联", "用山歌唱政策。", "说明0"):  # fmt: skip
        assert words in said, words


def test_an_activity(site, people):
    page = publish(make_activity(site), people)
    assert page.slug == "activity-20200506"
    assert figures(page) == {
        "volunteer_activities": 1,
        "volunteer_turnout": 12,
        "volunteer_hours": 36,
        "people_served": 140,
    }
    said = read(page)
    for words in ("木棉花志愿服务队", "环保", "文昌路口", "志愿者", "36", "140"):
        assert words in said, words


def test_a_meeting(site, people, city_centre):
    for parent in (site, city_centre.page):
        page = publish(make_meeting(parent), people)
        assert page.slug == "meeting-20200610"
        assert Listing.objects.get(page=page).kind == "meeting"
        said = read(page)
        for words in ("2020年6月10日", "城中区妇联", "<li>鱼峰区妇联</li>", "学了轮值主席制度"):
            assert words in said, words


def test_a_story_of_a_site_a_county_and_the_city(site, people, city_centre):
    own = publish(make_story(site, title="示范点的故事"), people)
    county = publish(make_story(city_centre.page, title="县区的故事", site=site), people)
    city = publish(make_story(title="全市的故事", site=site), people)
    for page in (own, county, city):
        said = read(page)
        for words in ("经验做法", "贰 · 妇女议事会", "小院里坐下来", "文昌社区"):
            assert words in said, (page, words)
    assert "来源：柳州市妇联" in read(city)
    assert "审签：市妇联组联部" in read(city)
    index = Client().get("/stories/").content.decode()
    assert '<p class="card__kicker">' not in index.split("全市的故事")[0].split("<article")[-1]
    for title in ("示范点的故事", "县区的故事", "全市的故事"):
        assert title in index


def test_what_is_to_come_says_so_and_counts_nothing(site, people):
    page = publish(make_lecture(site, starts_at=tomorrow(), ends_at=None, audience=None), people)
    assert figures(page) == {}
    assert "即将举行" in read(page)


def test_the_work_of_the_year_counts_them(site, people):
    publish(make_lecture(site), people)
    publish(make_activity(site), people)
    sums = queries.figures_of_site(
        publish(make_lecture(site, starts_at=MORNING + timedelta(days=1), ends_at=None), people),
        ["lecture", "volunteer-activity"],
        2020,
    )
    assert sums == {
        "lectures": 2,
        "lecture_audience": 172,
        "volunteer_activities": 1,
        "volunteer_turnout": 12,
        "volunteer_hours": 36,
        "people_served": 140,
    }


def test_neighbours_are_of_the_same_kind_and_place_by_day(site, people, city_centre):
    other = publish(make_site(city_centre), people)
    days = [
        publish(make_lecture(site, starts_at=MORNING + timedelta(days=n), ends_at=None), people)
        for n in (2, 0, 1)
    ]
    publish(make_lecture(other, starts_at=MORNING + timedelta(hours=30), ends_at=None), people)
    publish(make_activity(site), people)
    make_lecture(site)
    around = queries.listed_neighbours(days[2])
    assert (around.previous.pk, around.next.pk) == (days[1].pk, days[0].pk)
    assert queries.listed_neighbours(days[0]).next is None


def test_what_a_live_story_names_is_not_deleted(site, people, city_centre):
    draft = make_site(city_centre)
    story = make_story(city_centre.page, site=draft)
    editor = people.editor("450202")
    assert draft.permissions_for_user(editor).can_delete()
    publish(story, people)
    assert not fresh(draft).permissions_for_user(editor).can_delete()


def test_featured_stories_of_a_day(people):
    story, other, later = (publish(make_story(), people) for _ in range(3))
    hidden = make_story()
    may = {"starts_on": date(2020, 5, 1), "ends_on": date(2020, 5, 31)}
    FeaturedStory.objects.create(story=story, sort_order=2, **may)
    FeaturedStory.objects.create(story=other, sort_order=1, starts_on=date(2020, 5, 31))
    FeaturedStory.objects.create(story=later, starts_on=date(2020, 6, 1))
    FeaturedStory.objects.create(story=hidden, sort_order=0, **may)
    assert queries.featured_stories(date(2020, 5, 31)) == [other, story]
    assert queries.featured_stories(date(2020, 4, 30)) == []


def test_a_new_page_knows_where_it_is(site, people):
    client = people.client(people.editor("450202"))
    response = client.get(f"/admin/pages/add/pages/lecturepage/{site.pk}/")
    assert response.context["form"]["title"].value() == "文昌社区妇联：桂姐姐宣讲活动"
    response = client.get(f"/admin/pages/add/pages/onsitemeetingpage/{site.pk}/")
    assert response.context["form"]["host"].value() == "城中区妇联"
    assert "site" not in client.get(f"/admin/pages/add/pages/storypage/{site.pk}/").context["form"].fields
    assert LecturePage in site.creatable_subpage_models()


def cost(url: str) -> int:
    client = Client()
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


def test_counts_are_equal_at_2_and_at_8_siblings_and_small(site, people, city_centre):
    cache.clear()
    image = make_picture(city_centre.collection)
    prepare(image)

    def grow(times: int) -> list:
        made = []
        for _ in range(times):
            made = [publish(make(site, photos=3, image=image), people) for make in MAKERS]
        return made

    grow(1)
    urls = [*(page.url for page in grow(1)), "/stories/"]
    few = {url: cost(url) for url in urls}
    grow(6)
    many = {url: cost(url) for url in urls}
    assert few == many
    assert max(many.values()) <= MOST, many
