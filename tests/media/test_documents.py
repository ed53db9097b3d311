"""Documents are public only while a live page uses them; otherwise they do not exist for the public."""

from urllib.parse import unquote

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import CollectionViewRestriction

from media import access

from .samples import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_public_use(monkeypatch):
    monkeypatch.setattr(access, "_public_uses", [])


@pytest.fixture
def used_by_live_page():
    used = set()
    access.register_public_use(lambda document: document.pk in used)
    return used


def test_nothing_registered_means_nothing_is_public(client, document):
    assert client.get(document.url).status_code == 404
    assert not access.may_download(AnonymousUser(), document)


def test_document_of_a_live_page_is_served_as_attachment(client, document, used_by_live_page):
    used_by_live_page.add(document.pk)
    response = client.get(document.url)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"].startswith("attachment")
    assert "实施方案.pdf" in unquote(response["Content-Disposition"])
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "private" in response["Cache-Control"]


def test_document_disappears_with_the_page(client, document, used_by_live_page):
    used_by_live_page.add(document.pk)
    etag = client.get(document.url)["ETag"]
    assert client.get(document.url, headers={"if-none-match": etag}).status_code == 304
    used_by_live_page.clear()
    assert client.get(document.url).status_code == 404
    assert client.get(document.url, headers={"if-none-match": etag}).status_code == 404


def test_refusal_looks_like_a_document_that_is_not_there(client, document, used_by_live_page):
    missing = client.get(f"/documents/{document.pk + 1}/{document.filename}")
    refused = client.get(document.url)
    assert (missing.status_code, refused.status_code) == (404, 404)
    assert missing.content == refused.content


@pytest.mark.parametrize("restriction", ["login", "password"])
def test_private_collection_does_not_show_a_form_for_a_draft(client, document, restriction):
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type=restriction, password="x"
    )
    assert client.get(document.url).status_code == 404


def test_private_collection_still_guards_a_document_in_use(client, document, used_by_live_page):
    used_by_live_page.add(document.pk)
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    assert client.get(document.url).status_code == 302


def test_county_gets_its_own_drafts_only(client, counties):
    client.force_login(counties.here.editor)
    assert client.get(counties.here.document.url).status_code == 200
    assert client.get(counties.there.document.url).status_code == 404


def test_wrong_name_is_not_found(client, document, used_by_live_page):
    used_by_live_page.add(document.pk)
    assert client.get(f"/documents/{document.pk}/other.pdf").status_code == 404


def test_original_photo_is_for_its_county_only(client, counties):
    url = f"/admin/images/{counties.here.image.pk}/original/"
    assert client.get(url).status_code == 302  # to the login
    client.force_login(counties.there.editor)
    assert client.get(url).status_code in (302, 403)
    client.force_login(counties.here.editor)
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_title_cannot_break_out_of_the_header(client, document, used_by_live_page):
    used_by_live_page.add(document.pk)
    document.title = 'a"\r\nX-Evil: 1/../b.pdf'
    document.save()
    response = client.get(document.url)
    assert "X-Evil" not in response.headers
    assert response["Content-Disposition"] == 'attachment; filename="a___X-Evil_ 1_.._b.pdf"'
