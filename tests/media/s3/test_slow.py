"""A store that accepts connections and then says nothing: nobody waits for long, and not again and again."""

import time

import pytest
from django.test import Client

from tests.background import work
from tests.factories.events import make_lecture
from tests.factories.in_bucket import files_in_bucket
from tests.factories.pages import make_site
from tests.factories.slow_proxy import slow_proxy
from tests.flow import publish
from tests.media.samples import upload

CODE = "450202"
PATIENCE = 1  # seconds
IMPATIENT = {"MEDIA_STORE_CONNECT_SECONDS": PATIENCE, "MEDIA_STORE_READ_SECONDS": PATIENCE}
SOON = 10  # on a busy machine too, and long before anybody gives up


@pytest.fixture
def silent(s3):
    """A way to the server on which it does not answer."""
    with slow_proxy(s3.endpoint) as proxy:
        proxy.silent = True
        yield proxy


def test_page_whose_nine_pictures_are_not_made_waits_once(s3, silent, city_centre, people):
    lecture = publish(make_lecture(publish(make_site(city_centre), people), photos=9), people)
    with files_in_bucket(silent.endpoint, **IMPATIENT):
        begun = time.monotonic()
        response = Client().get(lecture.url)
        took = time.monotonic() - begun
    assert response.status_code == 200
    assert b"<picture" not in response.content
    assert silent.connections == 2, "two attempts for the first picture, none for the others"
    assert took < SOON


def test_pages_with_pictures_that_are_made_do_not_notice(s3, silent, city_centre, people):
    lecture = publish(make_lecture(publish(make_site(city_centre), people), photos=3), people)
    work()
    with files_in_bucket(silent.endpoint, **IMPATIENT):
        for path in (lecture.url, "/lectures/", "/notices/", "/"):
            assert Client().get(path).status_code == 200
    assert silent.connections == 0


def test_store_is_asked_again_after_a_rest(s3, silent, city_centre, people, settings):
    settings.MEDIA_STORE_REST_SECONDS = 0
    lecture = publish(make_lecture(publish(make_site(city_centre), people), photos=1), people)
    with files_in_bucket(silent.endpoint, **IMPATIENT):
        assert b"<picture" not in Client().get(lecture.url).content
        silent.silent = False
        assert b"<picture" in Client().get(lecture.url).content


def test_readyz_says_soon_that_the_storage_does_not_answer(s3, silent):
    assert Client().get("/readyz/").json() == {"database": True, "cache": True, "storage": True}
    with files_in_bucket(silent.endpoint, **IMPATIENT):
        begun = time.monotonic()
        response = Client().get("/readyz/")
        took = time.monotonic() - begun
    assert response.status_code == 503
    assert response.json() == {"database": True, "cache": True, "storage": False}
    assert took < SOON
    s3.stop()
    assert Client().get("/readyz/").json()["storage"] is False
    s3.start()
    assert Client().get("/readyz/").status_code == 200


def test_upload_says_so_instead_of_waiting(s3, silent, city_centre, people):
    draft = make_lecture(publish(make_site(city_centre), people))
    desk = people.client(people.editor(CODE))
    with files_in_bucket(silent.endpoint, **IMPATIENT):
        begun = time.monotonic()
        answer = desk.post("/admin/photos/upload/", {"page": draft.pk, "file": upload("plain.webp")})
        took = time.monotonic() - begun
    assert answer.status_code == 503
    assert took < SOON
