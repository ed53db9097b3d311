"""What each kind of page says of itself: description, canonical address, preview, structured data that is valid."""

import re

import pytest
from django.test import Client

from media.renditions import prepare
from pages.meta.description import shortened
from pages.meta.structured import as_script
from pages.models import SiteIdentity, StoryPage
from tests.factories.bulk import many
from tests.factories.events import make_activity, make_lecture, make_meeting, make_story
from tests.factories.pages import make_notice, make_summary
from tests.factories.pictures import make_picture
from tests.factories.works import make_work
from tests.flow import fresh, publish

from .head import head_of
from .schema import problems

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
LISTS = [
    "/sites/",
    "/summaries/",
    "/lectures/",
    "/activities/",
    "/meetings/",
    "/works/",
    "/works/council/",
    "/calendar/",
]


@pytest.fixture
def picture(city_centre):
    found = make_picture(city_centre.collection, description="院子里的长桌")
    prepare(found)
    return found


@pytest.fixture
def pages(city_centre, people, site, picture) -> dict:
    """One published page of each kind, by name."""
    county = city_centre.page.specific
    county.introduction, county.lead_image = "<p>城中区在柳江边上。</p>", picture
    county.save_revision(user=people.editor("450202"))
    return {
        "county": publish(county, people),
        "site": site,
        "work": publish(make_work("council", site, image=picture, introduction="一事一记。"), people),
        "lecture": publish(make_lecture(site, image=picture), people),
        "activity": publish(make_activity(site, image=picture), people),
        "meeting": publish(make_meeting(county, image=picture), people),
        "story": publish(make_story(site, image=picture), people),
        "summary": publish(make_summary(site, image=picture), people),
        "notice": publish(make_notice(), people),
    }


def test_every_kind_of_page_says_what_it_is(pages, picture):
    said = {
        "county": ("城中区在柳江边上。", "website", "Organization"),
        "site": ("示范点简介。", "website", "Place"),
        "work": ("一事一记。", "article", "Article"),
        "lecture": ("2020年5月6日，三楼会议室。用山歌唱政策。", "website", "Event"),
        "activity": ("2020年5月6日，文昌路口。上门教垃圾分类。", "website", "Event"),
        "meeting": ("看了亮牌服务，学了轮值主席制度。", "website", "Event"),
        "story": ("小院里坐下来，路灯就亮起来。", "article", "Article"),
        "summary": ("全年召开执委会议六次，联系妇女群众二百一十三名。", "article", "Article"),
        "notice": ("各县区妇联：", "article", "Article"),
    }
    largest = max(one.width for one in picture.renditions.filter(filter_spec="max-1600x1200|format-jpeg"))
    for name, (description, kind, thing) in said.items():
        head, page = head_of(pages[name].url), pages[name]
        assert head.canonical == SITE + page.url, name
        assert head.meta["description"] == head.meta["og:description"] == description, name
        assert head.meta["og:title"] == page.title
        assert (head.meta["og:type"], head.meta["og:locale"]) == (kind, "zh_CN")
        assert [problem for one in head.things for problem in problems(one)] == [], name
        assert head.thing(thing), name
        crumbs = head.thing("BreadcrumbList")["itemListElement"]
        assert (crumbs[0]["item"], crumbs[-1]["name"]) == (f"{SITE}/", page.title)
        if name in ("site", "notice"):  # no pictures: the site's own
            assert head.meta["og:image"].endswith("img/share.png")
            assert (head.meta["og:image:width"], head.meta["og:image:height"]) == ("1200", "630")
        else:
            assert head.meta["og:image"].startswith(f"{SITE}/media/images/"), name
            assert int(head.meta["og:image:width"]) == largest
        assert not [property for property in head.meta if "twitter" in str(property)]


def test_galleries_tell_each_picture_in_the_words_of_the_page(pages):
    for name in ("work", "lecture", "story", "summary"):
        gallery = head_of(pages[name].url).thing("ImageGallery")
        assert {image["description"] for image in gallery["image"]} >= {"描述0"}, name
        assert {image["creditText"] for image in gallery["image"]} == {"城中区妇联"}


def test_home_and_lists(pages):
    home = head_of("/")
    assert home.meta["og:title"] == SiteIdentity.objects.get().site_name
    assert home.thing("WebSite")["publisher"] == {"@id": home.thing("Organization")["@id"]}
    for url in ["/", "/notices/", "/stories/", *LISTS]:
        head = head_of(url)
        assert head.meta["description"], url
        assert head.canonical.startswith(SITE + url), url
        assert head.things, url
        assert [problem for one in head.things for problem in problems(one)] == [], url


def test_the_organisation_has_what_the_settings_say(django_capture_on_commit_callbacks):
    assert "telephone" not in head_of("/").thing("Organization")
    with django_capture_on_commit_callbacks(execute=True):
        identity = SiteIdentity.objects.get()
        identity.phone, identity.address = "0772-0000000", "示例路 1 号"
        identity.save()
    found = head_of("/").thing("Organization")
    assert (found["telephone"], found["address"]["streetAddress"]) == ("0772-0000000", "示例路 1 号")
    assert problems(found) == []


def test_canonical_addresses_of_filters_and_pages(city_centre, people, site):
    many(StoryPage, site, 13)
    publish(make_notice(), people)
    expected = {
        "/sites/?x=1&kind=community&county=450202": "/sites/?county=450202&kind=community",
        "/sites/?county=nonsense": "/sites/",
        "/stories/?page=1": "/stories/",
        "/stories/?page=2": "/stories/?page=2",
        "/stories/?page=2&county=450202&utm=9": "/stories/?county=450202&page=2",
        "/stories/?page=99": "/stories/?page=2",
        "/notices/?page=2&x=1": "/notices/",
        "/works/council/?year=1999": "/works/council/",
    }
    assert {url: head_of(url).canonical for url in expected} == {
        url: SITE + canonical for url, canonical in expected.items()
    }


def test_the_usual_year_of_a_work_needs_no_year_in_its_address(pages):
    assert head_of("/works/council/").canonical == f"{SITE}/works/council/"
    assert head_of("/works/council/?year=2020").canonical == f"{SITE}/works/council/"
    assert head_of("/works/council/?county=450202").canonical == f"{SITE}/works/council/?county=450202"


def test_feeds_are_linked_where_they_belong(pages):
    def feeds(url: str) -> list[str]:
        links = head_of(url).links["alternate"]
        return [link["href"].removeprefix(SITE) for link in links if link["type"] == "application/atom+xml"]

    assert feeds("/") == feeds("/sites/") == feeds(pages["notice"].url) == ["/feed.atom"]
    assert feeds(pages["county"].url) == feeds(pages["story"].url) == ["/feed.atom", "/feed/450202.atom"]
    assert feeds("/works/council/") == ["/feed.atom", "/works/council/feed.atom"]
    assert feeds(pages["work"].url) == ["/feed.atom", "/feed/450202.atom", "/works/council/feed.atom"]


def test_no_title_gets_out_of_the_script(site, people):
    title = "</script><script>alert(1)</script>&amp;<!--\u2028"
    page = publish(make_story(site, title=title), people)
    assert head_of(page.url).thing("Article")["headline"] == page.title
    html = Client().get(page.url).content.decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert not set("<>&\u2028") & set(script)
    assert as_script([{"a": "\u2029</SCRIPT"}]).count("<") == 0


def test_what_is_no_page_and_what_is_a_draft_say_nothing(people, site):
    assert "canonical" not in head_of("/no-such/", 404).links
    story = make_story(site)
    client = Client()
    client.force_login(people.editor("450202"))
    html = client.get(f"/admin/pages/{story.pk}/view_draft/").content.decode()
    assert story.title in html
    assert "ld+json" not in html
    assert "og:image" not in html


def test_a_description_ends_with_a_sentence_or_says_that_it_goes_on():
    long = "这一句有二十个字，讲的是小院里的一盏路灯。" * 10
    assert shortened(long).endswith("。")
    assert 40 <= len(shortened(long)) <= 120
    assert shortened("无标点" * 100).endswith("…")
    assert len(shortened("无标点" * 100)) == 120
    assert shortened(" 两  行\n字 ") == "两 行 字"


def test_words_in_the_draft_of_a_live_page_are_not_in_its_head(people, site):
    story = publish(make_story(site), people)
    edited = fresh(story).get_latest_revision_as_object()
    edited.lead = "还没有审过的导语。"
    edited.save_revision(user=people.editor("450202"))
    assert "还没有审过" not in Client().get(story.url).content.decode()
