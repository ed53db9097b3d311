"""``move_media``: there and back, compared byte by byte, nothing lost, nothing brought back from the dead."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command

from media import renditions
from media.models import CustomDocument, CustomImage
from media.moving.copying import Outcome, bring
from media.moving.parts import PARTS
from tests.factories.in_bucket import files_in_bucket
from tests.factories.s3_server import BEGUN
from tests.media.samples import PDF, drawn


@pytest.fixture
def moves(settings, tmp_path):
    """A journal of the test's own."""
    settings.MOVES_ROOT = tmp_path / "moves"


@pytest.fixture
def bucket(object_store, moves, db):
    """The server with an empty bucket, while the site's files lie on the disk."""
    object_store.start()
    object_store.empty()
    yield object_store
    object_store.start()


@pytest.fixture
def files(bucket, image, document):
    """A photo with its sizes and a document, on the disk."""
    renditions.prepare(image)
    return [image.file.name, document.file.name], [one.file.name for one in image.renditions.all()]


def move(bucket, source: str = "local", target: str = "s3", **options) -> str:
    """Run the command as with the bucket's variables in its environment alone; return what it says."""
    said = StringIO()
    with files_in_bucket(bucket.endpoint):
        call_command("move_media", source=source, target=target, stdout=said, stderr=said, **options)
    return said.getvalue()


def on_disk(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for kind in ("private", "public")
        for path in (folder / kind).rglob("*")
        if path.is_file()
    }


def in_bucket(bucket) -> dict[str, bytes]:
    return {key: bucket.read(key) for key in bucket.names() if key != BEGUN}


def test_there_and_back(bucket, files, upload_folder):
    before = on_disk(upload_folder)
    assert len(before) == 2 + len(renditions.specs())
    said = move(bucket)
    assert f"公开的各种尺寸：已复制并核对 {len(files[1])} 个" in said
    assert in_bucket(bucket) == before
    assert on_disk(upload_folder) == before, "nothing is deleted unless asked for"
    public = next(key for key in before if key.startswith("public/") and key.endswith("webp"))
    assert bucket.head(public)["ContentType"] == "image/webp"
    assert "s-maxage=3600" in bucket.head(public)["CacheControl"]
    for path in [path for path in upload_folder.rglob("*") if path.is_file() and "moves" not in path.parts]:
        path.unlink()
    move(bucket, "s3", "local")
    assert on_disk(upload_folder) == before
    assert (upload_folder / "private" / files[0][0]).stat().st_mode & 0o077 == 0
    assert (upload_folder / "public" / files[1][0]).stat().st_mode & 0o044 == 0o044


def test_dry_run_copies_nothing(bucket, files):
    said = move(bucket, dry_run=True)
    assert "原图和文件：要复制 2 个" in said
    assert f"公开的各种尺寸：要复制 {len(files[1])} 个" in said
    assert in_bucket(bucket) == {}


def test_second_run_brings_the_rest_and_takes_nothing_twice(bucket, files, asked_of):
    move(bucket)
    late = CustomDocument.objects.create(title="晚到的", file=ContentFile(PDF + b"late", name="late.pdf"))
    with asked_of(bucket) as asked:
        said = move(bucket)
    assert "已复制并核对 1 个，先前已完成 2 个" in said
    assert asked["PutObject"] == 1
    assert bucket.read(f"private/{late.file.name}") == PDF + b"late"


def test_what_was_uploaded_after_the_switch_is_no_loss(bucket, files):
    with files_in_bucket(bucket.endpoint):
        CustomDocument.objects.create(title="新的", file=ContentFile(PDF + b"new", name="new.pdf"))
    assert f"{Outcome.ONLY_THERE} 1 个" in move(bucket)


def test_what_is_withdrawn_meanwhile_does_not_live_on_in_the_bucket(
    bucket, files, image, django_capture_on_commit_callbacks
):
    move(bucket)
    with django_capture_on_commit_callbacks(execute=True):
        renditions.withdraw(image)
    assert bucket.names("public/") != []
    said = move(bucket)
    assert f"目标处也已删除 {len(files[1])} 个" in said
    assert bucket.names("public/") == []


def test_what_nothing_refers_to_stays_behind(bucket, files, upload_folder):
    """After the switch old files on the disk are of pages that were withdrawn since then."""
    (upload_folder / "public" / "images" / "old.jpg").write_bytes(drawn())
    move(bucket)
    assert "public/images/old.jpg" not in bucket.names()


def test_lost_file_is_named_and_the_source_is_kept(bucket, files, upload_folder):
    (upload_folder / "private" / files[0][1]).unlink()
    said = StringIO()
    with files_in_bucket(bucket.endpoint), pytest.raises(CommandError, match="没有搬成"):
        call_command("move_media", source="local", target="s3", delete_source=True, stdout=said, stderr=said)
    assert files[0][1] in said.getvalue()
    assert (upload_folder / "private" / files[0][0]).is_file()


def test_source_is_emptied_when_asked_and_all_is_there(bucket, files, upload_folder):
    before = on_disk(upload_folder)
    move(bucket, delete_source=True)
    assert on_disk(upload_folder) == {}
    assert in_bucket(bucket) == before


def test_changed_file_at_the_target_is_found_and_mended(bucket, files):
    move(bucket)
    key = f"private/{files[0][1]}"
    good = bucket.read(key)
    bucket.client.put_object(Bucket="media", Key=key, Body=b"x" * len(good))
    move(bucket)
    assert bucket.read(key) != good, "the size alone does not tell"
    assert "已复制并核对 1 个" in move(bucket, verify=True)
    assert bucket.read(key) == good


def test_file_that_arrives_damaged_is_no_success(bucket, files):
    part = PARTS[0]
    with files_in_bucket(bucket.endpoint):
        source, target = part.place("local"), part.place("s3")
        honest = target.write

        def careless(name, content) -> None:
            honest(name, content)
            bucket.client.put_object(Bucket="media", Key=f"private/{name}", Body=b"half")

        target.write = careless
        result = bring(source, target, files[0][0], None)
    assert result.outcome is Outcome.FAILED
    assert f"private/{files[0][0]}" not in bucket.names()


def test_without_a_bucket_it_says_what_to_set(moves):
    with pytest.raises(CommandError, match="AWS_STORAGE_BUCKET_NAME"):
        call_command("move_media", source="local", target="s3")
    with pytest.raises(CommandError, match="不能相同"):
        call_command("move_media", source="s3", target="s3")


def test_every_file_of_the_database_has_its_part(bucket):
    """A model with files that nobody thought of would be left behind."""
    from django.apps import apps
    from django.db.models import FileField

    with files_in_bucket(bucket.endpoint):
        moved = {field for part in PARTS for field in part.fields()}
    every = {f for model in apps.get_models() for f in model._meta.local_fields if isinstance(f, FileField)}
    assert every == moved
    assert CustomImage._meta.get_field("file") in moved
