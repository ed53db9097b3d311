"""Size of text and 关怀版: kept for the reader, by a plain form, and never for anybody else."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.pages import make_notice
from tests.flow import publish

pytestmark = pytest.mark.django_db
PAGE = "http://testserver/notices/?p=1"


def choose(client: Client, **fields: str):
    return client.post(reverse("reading"), fields, headers={"referer": PAGE})


def shown(client: Client) -> tuple[str, bool]:
    """Attributes of the page's root, and whether the style of 关怀版 is there."""
    html = client.get("/").content.decode()
    root = html[html.index("<html") : html.index(">", html.index("<html"))]
    return root.removeprefix('<html lang="zh-Hans"').strip(), "css/care.css" in html


def test_what_was_chosen_holds_until_it_is_taken_back(client):
    assert shown(client) == ("", False)
    assert choose(client, size="larger").url == PAGE
    assert shown(client) == ('data-size="larger"', False)
    choose(client, care="on")
    assert shown(client) == ('data-care data-size="larger"', True)
    choose(client, size="")
    assert shown(client) == ("data-care", True)
    choose(client, care="off")
    assert shown(client) == ("", False)
    assert client.cookies["reading"].value == ""


@pytest.mark.parametrize("size", ["huge", "care", "large.care", '"><script>'])
def test_what_is_no_size_changes_nothing(client, size):
    choose(client, size="large")
    choose(client, size=size)
    assert shown(client) == ('data-size="large"', False)


@pytest.mark.parametrize("value", ["", "care.care.large", 'large"><script>', "x" * 4000])
def test_a_strange_cookie_is_read_as_far_as_it_makes_sense(client, value):
    client.cookies["reading"] = value
    assert shown(client)[0] in ("", 'data-care data-size="large"')


@pytest.mark.parametrize(
    "after", ["https://example.org/", "//example.org/", "javascript:alert(1)", "/\\example.org", ""]
)
def test_nobody_is_sent_to_another_host(client, after):
    response = client.post(reverse("reading"), {"size": "large"}, headers={"referer": after})
    assert response.url == "/"


def test_only_a_form_sets_it(client):
    assert client.get(reverse("reading")).status_code == 405
    assert Client(enforce_csrf_checks=True).post(reverse("reading"), {"care": "on"}).status_code == 302


def test_shared_caches_may_keep_the_standard_form_only(client):
    assert "Vary" not in client.get("/").headers
    choose(client, care="on")
    chosen = client.get("/")
    assert chosen.headers["Cache-Control"] == "private"
    assert "Cookie" in chosen.headers["Vary"]


def test_articles_can_be_shared_and_drafts_cannot(client, people):
    notice = make_notice("关于展示的通知")
    publish(notice, people)
    html = client.get(notice.url).content.decode()
    assert f'data-copy="{notice.full_url}"' in html
    assert 'aria-label="这一页的二维码"' in html
    preview = people.client(people.moderator()).get(f"/admin/pages/{notice.pk}/view_draft/").content.decode()
    assert "data-copy" not in preview
