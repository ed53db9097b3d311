"""The interface: published content in named fields, filters that refuse nonsense, parts by cursor, few queries."""

import json

import pytest
from django.core.cache import cache
from django.test import Client

from media.renditions import prepare
from pages.models import StoryPage
from tests.factories.bulk import many
from tests.factories.events import make_activity, make_lecture, make_meeting, make_story
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.factories.works import make_members, make_work
from tests.flow import fresh, publish

from .counting import queries_of

pytestmark = pytest.mark.django_db
SITE, ROOT = "http://127.0.0.1:8000", "/api/v1/"
RESOURCES = ["counties", "sites", "works", "events", "stories", "summaries"]
LISTED = {
    "id", "type", "type_name", "title", "summary", "county", "site", "work", "year", "date", "url", "api_url",
    "picture", "published_at", "updated_at",
}  # fmt: skip
OF_PLACES = {"id", "name", "type", "type_name", "url", "api_url", "picture", "published_at", "updated_at"}
COUNTY = OF_PLACES | {"code"}
PLACE = OF_PLACES | {
    "county", "township", "brand", "brand_slogan", "home_established", "home_stars", "named_year",
}  # fmt: skip
FIELDS = {
    "counties": (COUNTY, {"text"}),
    "sites": (PLACE, {"text", "address"}),
    "works": (LISTED, {"text", "photos", "figures"}),
    "events": (LISTED, {"text", "photos", "figures", "place", "starts_at", "ends_at"}),
    "stories": (LISTED, {"text", "photos", "lead", "story_type"}),
    "summaries": (LISTED, {"text", "photos", "character_count"}),
}


def ask(path: str, status: int = 200, **headers) -> dict:
    response = Client().get(ROOT + path, **headers)
    assert response.status_code == status, (path, response.content.decode()[:300])
    assert response.headers["Content-Type"] == "application/json"
    return json.loads(response.content)


def refused(path: str, status: int = 400) -> str:
    error = ask(path, status)["error"]
    assert any("\u4e00" <= letter <= "\u9fff" for letter in error["message"])
    return error["code"]


def ids(path: str) -> list[int]:
    return [one["id"] for one in ask(path)["results"]]


@pytest.fixture
def world(city_centre, sanjiang, people, site) -> dict:
    """A published county and one page of each kind."""
    image = make_picture(city_centre.collection, description="长桌")
    prepare(image)
    county = city_centre.page.specific
    county.introduction, county.lead_image, county.office_phone = "<p>城中区。</p>", image, "0772-0000202"
    county.save_revision(user=people.editor("450202"))
    make_members(site)
    return {
        "counties": publish(county, people),
        "sites": site,
        "works": publish(make_work("council", site, image=image), people),
        "events": publish(make_lecture(site, image=image), people),
        "stories": publish(make_story(site, image=image), people),
        "summaries": publish(make_summary(site, image=image), people),
        "there": publish(make_site(sanjiang), people),
    }


def test_the_index_names_all_there_is():
    found = ask("")["resources"]
    assert [one["name"] for one in found] == ["counties", "sites", "works", "events", "stories", "summaries"]
    for one in found:
        assert ask(one["url"].removeprefix(SITE + ROOT))["results"] == []
        assert one["parameters"][-2:] == ["limit", "cursor"]


def test_each_answer_has_exactly_its_fields(world):
    for name, (listed, more) in FIELDS.items():
        page = world[name]
        (row,) = [one for one in ask(f"{name}/")["results"] if one["id"] == page.pk]
        assert set(row) == listed, name
        assert row["url"] == SITE + page.url
        one = ask(row["api_url"].removeprefix(SITE + ROOT))
        assert set(one) == listed | more, name
        assert {key: one[key] for key in row} == row


def test_facts_are_told_as_readers_see_them(world):
    lecture = ask(f"events/{world['events'].pk}/")
    assert lecture["county"] == {"code": "450202", "name": "城中区", "url": SITE + world["counties"].url}
    assert lecture["site"]["name"] == "文昌社区"
    assert (lecture["starts_at"], lecture["place"]) == ("2020-05-06T09:00:00+08:00", "三楼会议室")
    assert [(one["label"], one["value"], one["unit"]) for one in lecture["figures"]] == [("听众", 86, "人次")]
    assert lecture["photos"][0]["description"] == "描述0"
    assert lecture["text"] == "用山歌唱政策。"
    work = ask("works/?work=council")["results"][0]
    assert work["work"] == {"slug": "council", "name": "建立妇女议事会"}
    assert work["picture"]["url"].startswith(f"{SITE}/media/images/")
    assert work["picture"]["width"] > 0


def test_nothing_of_a_person_and_nothing_unpublished_is_told(world, people, site, city_centre):
    draft = make_story(site, title="只有草稿")
    edited = fresh(world["stories"]).get_latest_revision_as_object()
    edited.title = edited.lead = "改了还没审"
    edited.save_revision(user=people.editor("450202"))
    said = "".join(
        json.dumps(ask(f"{name}/{suffix}"), ensure_ascii=False)
        for name in RESOURCES
        for suffix in ("", f"{world[name].pk}/")
    )
    member = site.members.first()
    for word in ["只有草稿", "改了还没审", "0772-0000202", "originals", member.public_name, "editor-450202"]:
        assert word not in said, word
    assert refused(f"stories/{draft.pk}/", 404) == "not_found"
    world["sites"].unpublish()
    assert ask(f"stories/{world['stories'].pk}/")["site"] is None
    assert refused(f"sites/{site.pk}/", 410) == "gone"
    world["stories"].unpublish()
    assert refused(f"stories/{world['stories'].pk}/", 410) == "gone"
    assert world["stories"].pk not in ids("stories/")


def test_filters(world, people, site, sanjiang):
    activity = publish(make_activity(site, photos=0), people)
    meeting = publish(make_meeting(fresh(world["there"]), photos=0), people)
    lecture = world["events"].pk
    assert ids("events/?county=450202") == [activity.pk, lecture]
    assert ids("events/?county=450226&type=meeting") == [meeting.pk]
    assert ids("events/?type=volunteer-activity") == [activity.pk]
    assert ids(f"events/?site={site.pk}&type=lecture&year=2020") == [lecture]
    assert ids("events/?year=1999") == []
    assert ids("works/?work=council&year=2020&county=450202") == [world["works"].pk]
    assert ids("works/?work=green") == []
    assert ids("stories/?work=council") == [world["stories"].pk]
    assert ids("summaries/?year=2020") == [world["summaries"].pk]
    assert ids("sites/?county=450226") == [world["there"].pk]
    assert ids("sites/?type=village") == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("stories/?q=x", "unknown_parameter"),
        ("counties/?county=450202", "unknown_parameter"),
        ("stories/?page__owner__password=x", "unknown_parameter"),
        ("?x=1", "unknown_parameter"),
        ("stories/?year=2020&year=2021", "repeated_parameter"),
        ("stories/?year=", "empty_parameter"),
        ("stories/?year=20", "invalid_value"),
        ("stories/?year=二〇二〇", "invalid_value"),
        ("stories/?county=999999", "invalid_value"),
        ("stories/?county=%00", "invalid_value"),
        ("stories/?site=999999", "invalid_value"),
        ("stories/?site=' OR 1=1", "invalid_value"),
        ("stories/?work=cooking", "invalid_value"),
        ("events/?type=story", "invalid_value"),
        ("sites/?type=island", "invalid_value"),
        ("stories/?limit=0", "invalid_value"),
        ("stories/?limit=101", "invalid_value"),
        ("stories/?limit=-1", "invalid_value"),
        ("stories/?cursor=x", "invalid_cursor"),
        ("stories/?cursor=2020-99-99_1", "invalid_cursor"),
        ("sites/?cursor=x", "invalid_cursor"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(path: str, code: str):
    assert refused(path) == code


@pytest.mark.parametrize(
    "path", ["plans/", "stories/999999/", "stories/x/", "stories", "stories/1/2/", "no.json", "notices/1/"]
)
def test_what_is_not_there(path: str):
    response = Client().get(ROOT + path, follow=True)
    assert response.status_code == 404
    assert json.loads(response.content)["error"]["code"] == "not_found"


def test_parts_follow_each_other_without_gap_or_double(site):
    many(StoryPage, site, 25)
    found, address = [], "stories/?limit=10&county=450202"
    while address:
        part = ask(address)
        assert part["count"] == 25
        found += [one["id"] for one in part["results"]]
        address = (part["next"] or "").removeprefix(SITE + ROOT)
    assert len(found) == len(set(found)) == 25
    days = {one["id"]: one["date"] for one in ask("stories/?limit=100")["results"]}
    assert [days[pk] for pk in found] == sorted(days.values(), reverse=True)


def test_places_come_in_parts_too(city_centre, people):
    sites = [publish(make_site(city_centre), people) for _ in range(3)]
    first = ask("sites/?limit=2")
    second = ask(first["next"].removeprefix(SITE + ROOT))
    assert [one["id"] for one in first["results"] + second["results"]] == [one.pk for one in sites]
    assert second["next"] is None


def test_only_reading():
    for method in ("post", "put", "patch", "delete"):
        response = getattr(Client(), method)(f"{ROOT}stories/")
        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD"
        assert json.loads(response.content)["error"]["code"] == "method_not_allowed"
    assert Client().head(f"{ROOT}stories/").status_code == 200


def test_answers_may_be_kept_and_are_asked_for_again(people, site):
    response = Client().get(f"{ROOT}stories/")
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Vary" not in response.headers or "Cookie" not in response.headers["Vary"]
    tag = response.headers["ETag"]
    assert Client().get(f"{ROOT}stories/", headers={"If-None-Match": tag}).status_code == 304
    assert Client().get(f"{ROOT}stories/?limit=5", headers={"If-None-Match": tag}).status_code == 200
    story = publish(make_story(site), people)
    assert Client().get(f"{ROOT}stories/", headers={"If-None-Match": tag}).status_code == 200
    tag = Client().get(f"{ROOT}stories/").headers["ETag"]
    story.unpublish()
    assert Client().get(f"{ROOT}stories/", headers={"If-None-Match": tag}).status_code == 200
    refusal = Client().get(f"{ROOT}stories/?x=1")
    assert "ETag" not in refusal.headers
    assert "max-age" not in refusal.headers.get("Cache-Control", "")


def test_queries_are_equal_at_few_and_many_rows(world, site, city_centre, people):
    image = make_picture(city_centre.collection)
    prepare(image)
    publish(make_site(city_centre, lead_image=image), people)
    urls = [f"{ROOT}{name}/" for name in RESOURCES]
    urls += [f"{ROOT}{name}/{world[name].pk}/" for name in RESOURCES]
    urls += [f"{ROOT}stories/?county=450202&year=2020&work=council&site={site.pk}"]
    few = {url: queries_of(url) for url in urls}
    many(StoryPage, site, 15, image)
    for year in (2018, 2019):
        publish(make_work("council", site, year=year, image=image), people)
    publish(make_site(city_centre, lead_image=image), people)
    cache.clear()
    assert {url: queries_of(url) for url in urls} == few
    assert max(few.values()) <= 12, few
