"""The storages on an S3 service, as far as they can be judged without one: signing needs no connection."""

import pytest
from django.core.files.storage import storages

from media.s3 import ExportS3Storage, PrivateS3Storage, PublicS3Storage
from media.storages import ExportFileSystemStorage, PrivateFileSystemStorage, PublicFileSystemStorage


@pytest.fixture
def service(settings, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "the-key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "the-secret")
    settings.AWS_STORAGE_BUCKET_NAME = "site"
    settings.AWS_S3_ENDPOINT_URL = "http://127.0.0.1:9"
    settings.AWS_S3_REGION_NAME = "us-east-1"


@pytest.mark.usefixtures("service")
def test_private_file_has_no_address_but_signed_links_that_expire():
    storage = PrivateS3Storage()
    with pytest.raises(NotImplementedError):
        storage.url("documents/a.pdf")
    link = storage.signed_url("documents/a.pdf", 'attachment; filename="a.pdf"', "application/pdf")
    assert link.startswith("http://127.0.0.1:9/site/private/documents/a.pdf?")
    assert "X-Amz-Signature=" in link
    assert "X-Amz-Expires=300" in link
    assert "response-content-disposition=attachment" in link
    assert "the-secret" not in link


@pytest.mark.usefixtures("service")
def test_export_has_neither_address_nor_link_and_lies_apart_from_what_is_public():
    storage = ExportS3Storage()
    with pytest.raises(NotImplementedError):
        storage.url("a")
    assert storage.location == "exports"
    assert not hasattr(storage, "signed_url")


@pytest.mark.usefixtures("service")
def test_public_address_does_not_expire():
    address = PublicS3Storage().url("images/ab/ab12.webp")
    assert address == "http://127.0.0.1:9/site/public/images/ab/ab12.webp"


@pytest.mark.usefixtures("service")
@pytest.mark.parametrize(
    "storage",
    [
        PrivateS3Storage,
        PublicS3Storage,
        ExportS3Storage,
        PrivateFileSystemStorage,
        PublicFileSystemStorage,
        ExportFileSystemStorage,
    ],
)
def test_queued_deletion_carries_no_secret(storage):
    path, args, kwargs = storage().deconstruct()
    assert path == f"{storage.__module__}.{storage.__qualname__}"
    assert (args, kwargs) == ((), {})


@pytest.mark.django_db
@pytest.mark.usefixtures("service")
def test_document_is_handed_out_by_a_signed_link_after_the_same_check(client, counties, settings):
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "media.s3.PrivateS3Storage"}}
    assert isinstance(storages["default"], PrivateS3Storage)
    document = counties.here.document
    assert client.get(document.url).status_code == 404
    client.force_login(counties.there.editor)
    assert client.get(document.url).status_code == 404
    client.force_login(counties.here.editor)
    response = client.get(document.url)
    assert response.status_code == 302
    assert "/site/private/documents/" in response["Location"]
    assert "X-Amz-Signature=" in response["Location"]
    assert "no-store" in response["Cache-Control"]
