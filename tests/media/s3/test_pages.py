"""Pages with their files in the bucket: nothing is asked of the store to show them, and nothing secret is told."""

import logging
import re

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from cms.workflow.withdrawing import withdraw
from media.models import CustomImage
from tests.background import work
from tests.factories.events import make_lecture, make_story
from tests.factories.pages import make_site
from tests.factories.s3_server import KEY, SECRET, fetch
from tests.flow import fresh, publish
from tests.media.metadata import metadata_in
from tests.media.samples import upload

UPLOAD = "/admin/photos/upload/"
CODE = "450202"


@pytest.fixture
def lecture(s3, city_centre, people):
    """A published lecture with three photos and a story with one, made ready by the worker."""
    place = publish(make_site(city_centre), people)
    page = publish(make_lecture(place, photos=3), people)
    publish(make_story(place), people)
    work()
    return page


def test_no_page_asks_the_store_and_readers_are_sent_there(s3, lecture, asked):
    for path, least in (("/", 1), ("/lectures/", 1), (lecture.url, 3)):
        response = Client().get(path)
        assert response.status_code == 200
        assert response.content.count(b"<picture") >= least, path
    assert sum(asked.values()) == 0, dict(asked)
    parts = re.split(r"[\s\"]", response.content.decode())
    addresses = {part for part in parts if part.startswith(s3.url("public/images/"))}
    assert len(addresses) >= 6
    assert {fetch(address).status for address in addresses} == {200}
    policy = response["Content-Security-Policy"]
    assert f"img-src 'self' data: {s3.endpoint};" in policy
    assert "script-src 'self';" in policy


def test_withdrawn_page_takes_its_pictures_along(
    s3, lecture, people, django_capture_on_commit_callbacks, client
):
    images = [photo.image for photo in lecture.photos.all()]
    before = [one.url for image in images for one in image.renditions.all()]
    assert {fetch(url).status for url in before} == {200}
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(fresh(lecture), people.lead(CODE), "照片涉及个人信息。")
    assert client.get(lecture.url).status_code == 410
    assert {fetch(url).status for url in before} == {404}


def test_photo_is_cleaned_and_known_again(s3, city_centre, people, asked):
    desk = people.client(people.editor(CODE))
    draft = make_lecture(make_site(city_centre))
    first = desk.post(UPLOAD, {"page": draft.pk, "file": upload("phone-gps.heic")})
    assert first.status_code == 200, first.content.decode()
    image = CustomImage.objects.get(pk=first.json()["image"]["id"])
    assert metadata_in(s3.read(f"private/{image.file.name}")) == []
    assert fetch(first.json()["image"]["preview"]["url"]).status == 200
    asked.clear()
    again = desk.post(UPLOAD, {"page": draft.pk, "file": upload("phone-gps.heic")})
    assert again.status_code == 409
    assert again.json()["existing"]["id"] == image.pk
    # Whether the store takes files; comparing costs nothing.
    assert dict(asked) == {}


def test_original_and_draft_document_are_lent_to_their_county_only(s3, people, client, counties):
    for address in (
        counties.here.document.url,
        reverse("media_original", args=[counties.here.image.pk]),
    ):
        assert client.get(address).status_code in (302, 404)
        assert SECRET not in client.get(address).headers.get("Location", "")
        stranger = people.client(counties.there.editor)
        assert stranger.get(address).status_code in (302, 403, 404)
        assert "X-Amz-Signature" not in stranger.get(address).headers.get("Location", "")
        lent = people.client(counties.here.editor).get(address)
        assert lent.status_code == 302
        assert fetch(lent["Location"]).status == 200
        assert fetch(lent["Location"].partition("?")[0]).status == 403


def test_no_key_in_task_rows_logs_and_pages(s3, lecture, people, caplog, django_capture_on_commit_callbacks):
    caplog.set_level(logging.DEBUG)
    desk = people.client(people.editor(CODE))
    draft = make_lecture(lecture.get_parent().specific)
    answers = [desk.post(UPLOAD, {"page": draft.pk, "file": upload("plain.webp")}), desk.get("/readyz/")]
    s3.stop()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(fresh(lecture), people.lead(CODE), "照片涉及个人信息。")
    answers += [desk.post(UPLOAD, {"page": draft.pk, "file": upload("screenshot.png")}), desk.get("/readyz/")]
    work()
    rows = str(list(DBTaskResult.objects.values()))
    assert "media.deleting.delete_file" in rows, "deletions wait for the store"
    assert "StorageUnavailable" in rows + caplog.text
    for told in (rows, caplog.text, *(answer.content.decode() for answer in answers)):
        assert SECRET not in told
        assert KEY not in told
