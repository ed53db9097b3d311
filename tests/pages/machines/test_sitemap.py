"""Sitemap and robots: every public address once, with its pictures; nothing else; in parts when there are many."""

import pytest
from django.test import Client
from lxml import etree

from media.renditions import prepare
from pages import sitemap
from pages.models import StoryPage
from tests.factories.bulk import many
from tests.factories.events import make_story
from tests.factories.pages import make_summary
from tests.factories.pictures import make_picture
from tests.flow import fresh, publish

from .counting import queries_of

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
NAMES = {"s": sitemap.NAMESPACE, "i": sitemap.PICTURES}


def urls(address: str = "/sitemap.xml") -> dict[str, etree._Element]:
    response = Client().get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/xml")
    root = etree.fromstring(response.content)
    found = root.findall("s:url", NAMES)
    assert len(found) == len({one.findtext("s:loc", "", NAMES) for one in found})
    return {one.findtext("s:loc", "", NAMES).removeprefix(SITE): one for one in found}


def pictures(url: etree._Element) -> list[str]:
    return [one.text for one in url.findall("i:image/i:loc", NAMES)]


def test_public_pages_and_lists_and_nothing_else(people, site):
    story, gone = publish(make_story(site, photos=0), people), publish(make_story(site, photos=0), people)
    draft = make_story(site, photos=0)
    gone.unpublish()
    found = urls()
    assert {
        "/",
        "/notices/",
        "/stories/",
        "/sites/",
        "/works/green/",
        "/calendar/",
        site.url,
        story.url,
    } <= set(found)
    assert not {gone.url_path.removeprefix("/home"), draft.url_path.removeprefix("/home")} & set(found)
    moment = found[story.url].findtext("s:lastmod", "", NAMES)
    assert moment == fresh(story).last_published_at.isoformat(timespec="seconds")
    answers = {url: Client().get(url).status_code for url in found}
    assert {url: status for url, status in answers.items() if status != 200} == {}


def test_pictures_are_those_that_readers_see_in_their_public_size(city_centre, people, site):
    shown, later = (make_picture(city_centre.collection, title=name) for name in ("用", "改"))
    for image in (shown, later):
        prepare(image)
    story = publish(make_story(site, image=shown, photos=2), people)
    edited = fresh(story).get_latest_revision_as_object()
    edited.photos.first().image = later
    for photo in edited.photos.all():
        photo.image = later
    edited.save_revision(user=people.editor("450202"))
    (address,) = pictures(urls()[story.url])
    assert address == SITE + shown.renditions.get(filter_spec="max-1600x1200|format-jpeg").url
    assert "originals" not in address
    story.unpublish()
    assert story.url not in urls()


def test_a_long_sitemap_comes_in_parts(monkeypatch, site):
    whole = set(urls())
    monkeypatch.setattr(sitemap, "A_PART", 3)
    root = etree.fromstring(Client().get("/sitemap.xml").content)
    parts = [one.text.removeprefix(SITE) for one in root.findall("s:sitemap/s:loc", NAMES)]
    assert parts[0] == "/sitemap-1.xml"
    assert len(parts) == 2
    found = [urls(part) for part in parts]
    assert set().union(*found) == whole
    assert sum(map(len, found)) == len(whole)
    assert Client().get("/sitemap-3.xml").status_code == 404
    assert Client().get("/sitemap-0.xml").status_code == 404


def test_unchanged_sitemaps_are_not_sent_again(people, site):
    tag = Client().get("/sitemap.xml").headers["ETag"]
    assert Client().get("/sitemap.xml", headers={"If-None-Match": tag}).status_code == 304
    publish(make_summary(site), people)
    assert Client().get("/sitemap.xml", headers={"If-None-Match": tag}).status_code == 200


def test_queries_are_equal_at_2_and_at_40_pages(city_centre, site):
    image = make_picture(city_centre.collection)
    prepare(image)
    many(StoryPage, site, 2, image)
    few = queries_of("/sitemap.xml")
    many(StoryPage, site, 38, image)
    assert queries_of("/sitemap.xml") == few <= 6


def test_robots_are_told_where_to_go_and_where_not():
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /corrections/", f"Sitemap: {SITE}/sitemap.xml"} <= set(lines)
    assert "Disallow: /" not in lines
