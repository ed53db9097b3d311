"""What lies in the bucket, and who gets it: the owner of the keys, somebody with a link, anybody."""

from datetime import timedelta

import botocore.auth
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from media.models import CustomDocument, CustomImage
from media.renditions import prepare, withdraw
from tests.factories.s3_server import fetch
from tests.media.metadata import metadata_in
from tests.media.samples import PDF, photo

MEGABYTE = 1024 * 1024


@pytest.fixture
def picture(s3):
    return CustomImage.objects.create(title="合影", file=photo("too-small.jpg"))


def test_original_is_clean_private_and_can_be_read_back(s3):
    picture = CustomImage.objects.create(title="合影", file=photo("phone-gps-rotated.jpg"))
    assert s3.names("private/originals/") == [f"private/{picture.file.name}"]
    stored = s3.read(f"private/{picture.file.name}")
    assert metadata_in(stored) == []
    assert s3.head(f"private/{picture.file.name}")["ContentType"] == "image/jpeg"
    fresh = CustomImage.objects.get(pk=picture.pk)
    assert fresh.file.read() == stored
    assert fetch(s3.url(f"private/{picture.file.name}")).status == 403


def test_sizes_are_public_typed_and_kept_by_shared_caches_for_an_hour(s3, picture):
    for spec, rendition in prepare(picture).items():
        got = fetch(rendition.url)
        assert got.status == 200
        assert got.body == s3.read(f"public/{rendition.file.name}")
        assert metadata_in(got.body) == []
        assert got.headers["content-type"] == ("image/webp" if "webp" in spec else "image/jpeg")
        assert "s-maxage=3600" in got.headers["cache-control"]


def test_a_photo_costs_as_few_requests_as_can_be(s3, asked):
    image = CustomImage.objects.create(title="合影", file=photo("too-small.jpg"))
    assert dict(asked) == {"PutObject": 1}
    asked.clear()
    prepare(CustomImage.objects.get(pk=image.pk))
    assert dict(asked) == {"HeadObject": 1, "GetObject": 1, "PutObject": 8}


def test_nobody_lists_the_bucket(s3, picture):
    picture.get_rendition("max-165x165")
    for path in (
        "",
        "?list-type=2",
        "?list-type=2&prefix=public/",
        "?prefix=private/",
        "?versions",
        "?uploads",
    ):
        got = fetch(s3.url(path))
        assert got.status == 403, path
        assert b"originals" not in got.body
    # A folder is no list, whatever the server answers there.
    assert b"images" not in fetch(s3.url("public/")).body


def test_same_name_twice_overwrites_nothing(s3):
    first, second = (
        CustomDocument.objects.create(title="方案", file=ContentFile(PDF + mark, name="方案.pdf"))
        for mark in (b"1", b"2")
    )
    assert first.file.name != second.file.name
    assert first.file.storage.open(first.file.name).read() == PDF + b"1"
    assert second.file.storage.open(second.file.name).read() == PDF + b"2"


def test_link_is_good_for_five_minutes_and_names_the_file(s3, monkeypatch):
    document = CustomDocument.objects.create(title="方案", file=ContentFile(PDF, name="方案.pdf"))
    storage = document.file.storage

    def link() -> str:
        return storage.signed_url(document.file.name, "attachment; filename*=UTF-8''a.pdf", "application/pdf")

    got = fetch(link())
    assert (got.status, got.body) == (200, PDF)
    assert got.headers["content-disposition"] == "attachment; filename*=UTF-8''a.pdf"
    assert fetch(link().replace("a.pdf", "b.pdf")).status == 403, "a changed link is no link"
    now = botocore.auth.get_current_datetime
    for minutes, status in ((4, 200), (6, 403)):
        monkeypatch.setattr(
            botocore.auth, "get_current_datetime", lambda m=minutes: now() - timedelta(minutes=m)
        )
        assert fetch(link()).status == status, f"signed {minutes} minutes ago"


def test_lifetime_of_links_is_a_setting(s3, settings, monkeypatch):
    document = CustomDocument.objects.create(title="方案", file=ContentFile(PDF, name="方案.pdf"))
    settings.MEDIA_LINK_SECONDS = 30
    now = botocore.auth.get_current_datetime
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda: now() - timedelta(seconds=40))
    assert fetch(document.file.storage.signed_url(document.file.name, "attachment", "text/x")).status == 403


def test_thirty_megabytes_go_in_parts_and_come_back(s3, asked):
    content = bytes(range(256)) * (30 * MEGABYTE // 256)
    name = storages["exports"].save("compilation.zip", ContentFile(content))
    assert asked["CreateMultipartUpload"] == 1
    assert asked["UploadPart"] == 4
    with storages["exports"].open(name) as stored:
        assert stored.size == len(content)
        assert stored.read() == content
    assert fetch(s3.url(f"exports/{name}")).status == 403


def test_withdrawn_and_deleted_files_are_gone(s3, picture, django_capture_on_commit_callbacks):
    urls = [rendition.url for rendition in prepare(picture).values()]
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(picture)
    assert {fetch(url).status for url in urls} == {404}
    assert s3.names("public/") == []
    with django_capture_on_commit_callbacks(execute=True):
        CustomImage.objects.get(pk=picture.pk).delete()
    assert s3.names("private/originals/") == []


def test_file_that_is_not_there(s3):
    with pytest.raises(FileNotFoundError):
        storages["default"].open("originals/none.jpg")
    storages["default"].delete("originals/none.jpg")
    assert storages["default"].exists("originals/none.jpg") is False
