"""Pages of trouble, icons and the manifest; the settings that the footer shows."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.views import defaults
from PIL import Image

from pages.models import SiteIdentity

pytestmark = pytest.mark.django_db
IMG = Path(settings.BASE_DIR) / "static_src" / "img"


def test_404_offers_a_search_that_needs_no_script():
    response = Client().get("/no-such/<b>/")
    html = response.content.decode()
    assert response.status_code == 404
    assert re.search(r'<form[^>]*action="/search/"[^>]*role="search"', html)
    assert re.search(r'<input[^>]*name="q"', html)
    assert "<b>" not in html.split("<main")[1].split("</main>")[0]


def test_403_says_whom_to_ask(rf):
    response = defaults.permission_denied(rf.get("/"), PermissionDenied())
    assert response.status_code == 403
    assert "市妇联组联部" in response.content.decode()


def test_500_needs_no_database(rf):
    with CaptureQueriesContext(connection) as queries:
        response = defaults.server_error(rf.get("/"))
    html = response.content.decode()
    assert (response.status_code, len(queries)) == (500, 0)
    assert "暂时无法访问" in html
    assert "noindex" in html


def test_the_maintenance_page_asks_for_nothing():
    html = (IMG.parent / "trouble" / "maintenance.html").read_text(encoding="utf-8")
    assert 'lang="zh-Hans"' in html
    assert not re.findall(r"(?:src|href)=[\"'](?!\"|')[^\"']+", html)
    assert not [url for url in re.findall(r"url\(\"?([^)\"]+)", html) if not url.startswith("data:")]
    assert not re.search(r"<(script|link|img|iframe)", html)


def test_icons_at_the_addresses_that_browsers_try():
    for path in ("/favicon.ico", "/apple-touch-icon.png"):
        response = Client().get(path)
        assert response.status_code == 302
        assert response.headers["Location"].startswith(settings.STATIC_URL)
    assert Image.open(IMG / "favicon.ico").info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert Image.open(IMG / "apple-touch-icon.png").size == (180, 180)


def test_the_manifest_names_pictures_of_the_size_that_it_says():
    response = Client().get("/site.webmanifest")
    assert response.headers["Content-Type"] == "application/manifest+json"
    manifest = json.loads(response.content)
    assert manifest["name"] == SiteIdentity.objects.get().site_name
    for icon in manifest["icons"]:
        width, height = map(int, icon["sizes"].split("x"))
        assert Image.open(IMG / Path(icon["src"]).name).size == (width, height)
    assert 'rel="manifest"' in Client().get("/").content.decode()


def test_the_footer_shows_what_is_filled_in(django_capture_on_commit_callbacks):
    footer = Client().get("/").content.decode().split("<footer")[1]
    assert "beian" not in footer
    assert "mailto:" not in footer
    with django_capture_on_commit_callbacks(execute=True):
        identity = SiteIdentity.objects.get()
        identity.icp_number, identity.police_number = "桂ICP备00000000号-1", "桂公网安备 45020200000000号"
        identity.email = "office@example.org"
        identity.save()
    footer = Client().get("/").content.decode().split("<footer")[1]
    assert 'href="https://beian.miit.gov.cn/" rel="noreferrer">桂ICP备00000000号-1</a>' in footer
    assert "webSearch?code=45020200000000" in footer
    assert 'href="mailto:office@example.org"' in footer
    assert 'href="/feed.atom"' in footer


def test_the_department_changes_the_settings_and_it_is_in_the_record(
    people, django_capture_on_commit_callbacks
):
    moderator = people.moderator()
    client, identity = people.client(moderator), SiteIdentity.objects.get()
    url = f"/admin/settings/pages/siteidentity/{identity.site_id}/"
    values = {"site_name": "改过的名称", "organiser": "柳州市妇女联合会", "feed_note": "每周更新。"}
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url, values).status_code == 302
    assert "改过的名称" in Client().get("/").content.decode()
    record = client.get("/admin/audit/").content.decode()
    assert "网站信息" in record
    assert people.client(people.editor("450202")).post(url, values | {"site_name": "别的"}).status_code in (
        302,
        403,
    )
    assert SiteIdentity.objects.get().site_name == "改过的名称"
