"""Atom feeds: valid, of one county or one work, without what is not public, with ids that stay."""

import pytest
from django.core.cache import cache
from django.test import Client

from pages.models import SiteIdentity
from tests.factories.events import make_lecture, make_story
from tests.factories.pages import make_notice, make_site, make_summary
from tests.flow import fresh, publish

from .atom import ATOM, entries, parsed
from .counting import queries_of

pytestmark = pytest.mark.django_db
ALL, COUNTY, WORK = "/feed.atom", "/feed/450202.atom", "/works/council/feed.atom"


def read(url: str, **headers) -> bytes:
    response = Client().get(url, **headers)
    assert response.status_code == 200, url
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return response.content


def test_feeds_without_anything_are_valid():
    for url in (ALL, COUNTY, WORK):
        parsed(read(url))


def test_each_feed_has_what_belongs_to_it_and_says_who_published_it(city_centre, sanjiang, people, site):
    there = publish(make_site(sanjiang), people)
    summary = publish(make_summary(site), people)
    story = publish(make_story(site, title="一盏 <灯> & 一条路"), people)
    notice = publish(make_notice(), people)
    assert set(entries(read(ALL))) == {one.title for one in (site, there, summary, story, notice)}
    assert set(entries(read(COUNTY))) == {one.title for one in (site, summary, story)}
    found = entries(read(WORK))
    assert set(found) == {story.title}
    assert found[story.title].findtext(f"{ATOM}author/{ATOM}name") == "城中区妇联"
    assert found[story.title].find(f"{ATOM}link").get("href") == f"http://127.0.0.1:8000{story.url}"
    assert entries(read(ALL))[notice.title].findtext(f"{ATOM}author/{ATOM}name") == "柳州市妇女联合会"


def test_drafts_and_what_is_withdrawn_are_in_no_feed(people, site):
    kept, gone = publish(make_lecture(site), people), publish(make_lecture(site), people)
    make_lecture(site, title="只有草稿")
    edited = fresh(kept).get_latest_revision_as_object()
    edited.title = "改了还没审"
    edited.save_revision(user=people.editor("450202"))
    before = entries(read(ALL))
    assert {kept.title, gone.title} <= set(before)
    assert not {"只有草稿", "改了还没审"} & set(before)
    gone.unpublish()
    assert gone.title not in entries(read(ALL))


def test_an_id_stays_when_a_page_is_published_again_and_updated_moves(people, site):
    story = publish(make_story(site, title="先前的题目"), people)
    before = entries(read(ALL))["先前的题目"]
    edited = fresh(story).get_latest_revision_as_object()
    edited.title = "后来的题目"
    edited.save_revision(user=people.editor("450202"))
    publish(story, people)
    after = entries(read(ALL))["后来的题目"]
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert after.findtext(f"{ATOM}published") == before.findtext(f"{ATOM}published")
    assert after.findtext(f"{ATOM}updated") > before.findtext(f"{ATOM}updated")


def test_words_that_xml_cannot_hold_do_not_break_a_feed(people, site):
    lead = "小院里\x0b<script>alert(1)</script>\ufffe坐下来"
    story = publish(make_story(site, lead=lead), people)
    summary = entries(read(ALL))[story.title].findtext(f"{ATOM}summary")
    assert summary == "小院里&lt;script&gt;alert(1)&lt;/script&gt;坐下来"


def test_unchanged_feeds_are_not_sent_again_and_a_withdrawal_is_a_change(people, site):
    story = publish(make_story(site), people)
    first = Client().get(ALL)
    tag, since = first.headers["ETag"], first.headers["Last-Modified"]
    assert "public" in first.headers["Cache-Control"]
    assert "Cookie" not in first.headers.get("Vary", "")
    assert Client().get(ALL, headers={"If-None-Match": tag}).status_code == 304
    assert Client().get(ALL, headers={"If-Modified-Since": since}).status_code == 304
    assert Client().get(COUNTY).headers["ETag"] != tag
    story.unpublish()
    assert Client().get(ALL, headers={"If-None-Match": tag}).status_code == 200


def test_feeds_say_what_the_settings_say(django_capture_on_commit_callbacks):
    tag = Client().get(ALL).headers["ETag"]
    with django_capture_on_commit_callbacks(execute=True):
        identity = SiteIdentity.objects.get()
        identity.feed_note = "每周更新。"
        identity.save()
    response = Client().get(ALL, headers={"If-None-Match": tag})
    assert parsed(response.content).findtext(f"{ATOM}subtitle") == "每周更新。"


@pytest.mark.parametrize("url", ["/feed/450299.atom", "/feed/1.atom", "/works/nonsense/feed.atom"])
def test_no_feed_of_what_is_not_there(url: str):
    assert Client().get(url).status_code == 404


def test_queries_are_equal_at_2_and_at_9_pages(people, site):
    def grow(number: int) -> None:
        for _ in range(number):
            publish(make_story(site, photos=0), people)
        cache.clear()

    grow(2)
    few = {url: queries_of(url) for url in (ALL, COUNTY, WORK)}
    grow(7)
    assert {url: queries_of(url) for url in few} == few
    assert max(few.values()) <= 6, few
