"""Styles and scripts in the bucket, and the settings that put files there."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import FileSystemStorage
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import Client

from media.s3 import PrivateS3Storage, PublicS3Storage
from media.s3_static import StaticS3Storage
from tests.factories.s3_server import KEY, SECRET, fetch
from tests.media.samples import PDF

ROOT = Path(__file__).parents[3]
SHOW = """
import json
from django.conf import settings
names = ("STATIC_URL", "STATIC_ORIGINS", "PICTURE_ORIGINS", "AWS_S3_SIGNATURE_VERSION")
print(json.dumps({name: getattr(settings, name) for name in names} | {"storages": settings.STORAGES}))
"""


def settings_by(**environment: str) -> dict:
    """The production settings that *environment* makes."""
    needed = {
        "SECRET_KEY": "k" * 60,
        "ALLOWED_HOSTS": "example.org",
        "DJANGO_SETTINGS_MODULE": "cms.settings.base",
    }
    done = subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | needed | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_disk_unless_a_bucket_is_named():
    found = settings_by(AWS_S3_STATIC="1", AWS_S3_CUSTOM_DOMAIN="cdn.example.org")
    assert "FileSystemStorage" in found["storages"]["default"]["BACKEND"]
    assert (found["PICTURE_ORIGINS"], found["STATIC_ORIGINS"], found["STATIC_URL"]) == ([], [], "/static/")


def test_bucket_behind_a_cdn_with_styles_and_scripts():
    found = settings_by(
        AWS_STORAGE_BUCKET_NAME="site-1250000000",
        AWS_S3_ENDPOINT_URL="https://cos.ap-guangzhou.myqcloud.com",
        AWS_S3_ADDRESSING_STYLE="virtual",
        AWS_S3_CUSTOM_DOMAIN="cdn.example.org",
        AWS_S3_STATIC="1",
        AWS_SECRET_ACCESS_KEY=SECRET,
    )
    cdn, bucket = "https://cdn.example.org", "https://site-1250000000.cos.ap-guangzhou.myqcloud.com"
    assert found["PICTURE_ORIGINS"] == [cdn, bucket]
    assert found["STATIC_ORIGINS"] == [cdn]
    assert found["STATIC_URL"] == f"{cdn}/public/static/"
    assert not [one for one in found["storages"].values() if "OPTIONS" in one]
    assert SECRET not in json.dumps(found)


def test_addresses_follow_the_settings(s3, settings):
    assert PublicS3Storage().url("images/a b.webp") == s3.url("public/images/a%20b.webp")
    settings.AWS_S3_CUSTOM_DOMAIN = "cdn.example.org"
    assert PublicS3Storage().url("images/a.webp") == "https://cdn.example.org/public/images/a.webp"
    # Private files are never asked of the CDN.
    assert PrivateS3Storage().signed_url("a.pdf", "attachment", "x/y").startswith(s3.url("private/a.pdf?"))
    settings.AWS_S3_CUSTOM_DOMAIN, settings.AWS_S3_ADDRESSING_STYLE = "", "virtual"
    settings.AWS_S3_ENDPOINT_URL = "https://s3.example.org"
    assert PublicS3Storage().url("a.webp") == "https://media.s3.example.org/public/a.webp"
    assert (
        PrivateS3Storage()
        .signed_url("a.pdf", "attachment", "x/y")
        .startswith("https://media.s3.example.org/private/a.pdf?")
    )
    settings.AWS_S3_ENDPOINT_URL, settings.AWS_S3_REGION_NAME = None, "cn-north-1"
    assert PublicS3Storage().url("a.webp") == "https://media.s3.cn-north-1.amazonaws.com/public/a.webp"


def test_services_that_want_the_old_signature(s3, settings):
    settings.AWS_S3_SIGNATURE_VERSION = "s3"
    storage = PrivateS3Storage()
    name = storage.save("documents/a.pdf", ContentFile(PDF))
    assert storage.open(name).read() == PDF
    # SeaweedFS takes no old link whose header values need escaping, such as "application/pdf".
    link = storage.signed_url(name, "attachment", "pdf")
    assert "Signature=" in link
    assert "X-Amz-" not in link
    assert fetch(link).status == 200
    assert KEY in link
    assert SECRET not in link


def test_style_is_compressed_kept_for_ever_and_named_by_its_content(s3, settings, tmp_path, asked):
    settings.STATIC_ROOT = str(tmp_path / "static")
    (tmp_path / "page.css").write_text("body { color: red }" * 50)
    storage = StaticS3Storage()
    source = FileSystemStorage(tmp_path)
    done = list(storage.post_process({"page.css": (source, "page.css")}))
    assert done[0][2], done
    asked.clear()
    address = StaticS3Storage().url("page.css")
    assert sum(asked.values()) == 0, "the names are read from this machine's own list"
    assert address.startswith(s3.url("public/static/page."))
    got = fetch(address)
    assert gzip.decompress(got.body).startswith(b"body { color: red }")
    assert got.headers["content-encoding"] == "gzip"
    assert got.headers["content-type"] == "text/css"
    assert "immutable" in got.headers["cache-control"]


@pytest.mark.parametrize(("path", "inline"), [("/", ""), ("/admin/login/", " 'unsafe-inline'")])
def test_policy_allows_the_origin_of_scripts(s3, settings, path, inline):
    settings.STATIC_ORIGINS = ["https://cdn.example.org"]
    header = Client().get(path)["Content-Security-Policy"]
    assert f"script-src 'self'{inline} https://cdn.example.org;" in header
    assert f"style-src 'self'{inline} https://cdn.example.org;" in header


def test_large_files_do_not_lie_in_memory(s3):
    storage = storages["exports"]
    name = storage.save("x.zip", ContentFile(b"0" * (9 * 1024 * 1024)))
    with storage.open(name) as stored:
        stored.read(1)
        assert stored.file._rolled, "what is larger than eight megabytes is on the disk"
