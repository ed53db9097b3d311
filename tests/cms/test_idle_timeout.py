"""Sessions end some hours after their last use, without a write for every request."""

import time

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.middleware import IdleTimeoutMiddleware

pytestmark = pytest.mark.django_db
EVERY = IdleTimeoutMiddleware.REFRESHED_EVERY


@pytest.fixture
def desk(people):
    return people.client(people.editor("450202"))


def written(client, address: str) -> int:
    """How often the request wrote to the sessions."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return sum("django_session" in one["sql"] and one["sql"].startswith("UPDATE") for one in queries)


def set_back(client, seconds: int) -> None:
    session = client.session
    session[IdleTimeoutMiddleware.KEY] = int(time.time()) - seconds
    session.save()


def test_the_first_of_many_requests_lengthens_the_session(desk):
    assert [written(desk, "/admin/account/") for _ in range(3)] == [1, 0, 0]


def test_it_is_lengthened_again_after_a_while_and_the_cookie_with_it(desk):
    set_back(desk, EVERY - 30)
    assert written(desk, "/admin/account/") == 0
    set_back(desk, EVERY + 30)
    response = desk.get("/admin/account/")
    assert response.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == settings.SESSION_COOKIE_AGE
    assert abs(desk.session[IdleTimeoutMiddleware.KEY] - time.time()) < EVERY / 2


def test_an_ended_session_is_no_way_in(desk):
    desk.session.flush()
    desk.cookies[settings.SESSION_COOKIE_NAME] = "gone"
    response = desk.get("/admin/")
    assert response.status_code == 302
    assert "/login/" in response.url


def test_public_pages_neither_ask_nor_vary_by_cookie(desk):
    set_back(desk, EVERY + 30)
    for client in (desk, Client()):
        response = client.get("/sites/")
        assert response.status_code == 200
        assert "cookie" not in response.headers.get("Vary", "").lower()
        assert settings.SESSION_COOKIE_NAME not in response.cookies
