"""Two thousand files, moved by a process that is killed, and by one whose server goes away: at the end all is there."""

import hashlib
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from wagtail.models import Collection

from media.models import CustomDocument, CustomImage, CustomRendition
from media.moving.journal import Journal
from tests.browser.database import on_disk
from tests.factories.s3_server import BUCKET, KEY, SECRET, S3Server

ROOT = Path(__file__).parents[3]
DOCUMENTS, RENDITIONS = 1200, 800
SETTINGS = """
from cms.settings.test import *
DATABASES = {{"default": {{"ENGINE": "django.db.backends.sqlite3", "NAME": {database!r}}}}}
MEDIA_ROOT, EXPORTS_ROOT, MOVES_ROOT = {folder!r}, {folder!r} + "/exports", {folder!r} + "/moves"
"""


pytestmark = pytest.mark.django_db  # so that there is a database to copy


@pytest.fixture(scope="module")
def site(object_store, tmp_path_factory, django_db_setup, django_db_blocker) -> Path:
    """An installation of its own: its database, copied before any test's transaction, and its two thousand files."""
    folder = tmp_path_factory.mktemp("moving")
    object_store.start()
    object_store.empty()
    database = folder / "site.sqlite3"
    with django_db_blocker.unblock(), on_disk(database):
        make_rows()
    for name in written_names():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content_of(name))
    values = {"database": str(database), "folder": str(folder)}
    (folder / "moving_settings.py").write_text(SETTINGS.format(**values))
    yield folder
    object_store.start()


def make_rows() -> None:
    """Write what the database knows of the files, past the checks of uploads."""
    collection = Collection.get_first_root_node()
    CustomDocument.objects.bulk_create(
        CustomDocument(title=str(n), file=f"documents/{n:05}.pdf", collection=collection)
        for n in range(DOCUMENTS)
    )
    # "id" and the sizes are given, so that nothing looks for the file.
    image = CustomImage(id=1, title="x", width=1, height=1, collection=collection, file="originals/one.jpg")
    CustomImage.objects.bulk_create([image])
    sizes = {"width": 1, "height": 1, "image_id": image.pk}
    CustomRendition.objects.bulk_create(
        CustomRendition(filter_spec=f"width-{n}", file=f"images/{n % 256:02x}/{n:05}.jpg", **sizes)
        for n in range(RENDITIONS)
    )


def written_names() -> list[str]:
    return [
        "private/originals/one.jpg",
        *(f"private/documents/{n:05}.pdf" for n in range(DOCUMENTS)),
        *(f"public/images/{n % 256:02x}/{n:05}.jpg" for n in range(RENDITIONS)),
    ]


def content_of(name: str) -> bytes:
    return hashlib.sha512(name.encode()).digest() * 20


def begin(site: Path, server: S3Server) -> subprocess.Popen:
    """Start the command as an administrator does, who wants to see each file."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "moving_settings",
        "PYTHONPATH": f"{site}{os.pathsep}{ROOT}",
        "AWS_STORAGE_BUCKET_NAME": BUCKET,
        "AWS_S3_ENDPOINT_URL": server.endpoint,
        "AWS_S3_REGION_NAME": "us-east-1",
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET,
    }
    command = [sys.executable, "manage.py", "move_media", "--from", "local", "--to", "s3", "--verbosity", "2"]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def read_until(process: subprocess.Popen, words: str, times: int) -> None:
    """Read what *process* says until *words* came so many *times*."""
    said = []
    for line in process.stdout:
        said.append(line)
        times -= words in line
        if not times:
            return
    raise AssertionError("it ended before: " + "".join(said[-20:]))


def moved(site: Path) -> int:
    (journal,) = (site / "moves").glob("*.sqlite3")
    with closing(Journal(journal)) as opened:
        return sum(len(names) for part in ("default", "renditions") for names in opened.names(part))


def test_killed_once_and_left_by_the_server_once(site, object_store):
    every = written_names()
    first = begin(site, object_store)
    read_until(first, "已复制并核对 ", 500)
    first.send_signal(signal.SIGKILL)
    first.wait()
    first.stdout.close()
    after_first = moved(site)
    assert 500 <= after_first < len(every)

    second = begin(site, object_store)
    read_until(second, "已复制并核对 ", 100)
    object_store.stop()
    said = second.stdout.read()
    assert second.wait() == 1
    second.stdout.close()
    assert "再次运行同一条命令会接着做" in said
    assert SECRET not in said
    after_second = moved(site)
    assert after_first + 100 <= after_second < len(every)

    object_store.start()
    third = begin(site, object_store)
    said, _ = third.communicate()
    assert third.returncode == 0, said[-2000:]
    assert "失败" not in said
    assert "找不到" not in said
    assert moved(site) == len(every)
    # Not a file was sent twice, but for those that were under way when it broke off.
    assert sum(line.startswith("先前已完成 ") for line in said.splitlines()) == after_second
    digests = {name: hashlib.md5(content_of(name)).hexdigest() for name in every}  # noqa: S324 - the server's own
    assert object_store.digests() == digests
