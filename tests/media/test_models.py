"""What enters the database is cleaned and hashed, and stays as it was approved."""

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.db import transaction

from media.exceptions import DocumentRefused, FileReplacementRefused, PhotoRefused
from media.models import CustomDocument, CustomImage

from .metadata import metadata_in
from .samples import PDF, drawn, photo

pytestmark = pytest.mark.django_db


def stored_bytes(instance) -> bytes:
    return type(instance).objects.get(pk=instance.pk).file.read()


def test_photo_made_by_a_script_is_cleaned_too():
    image = CustomImage.objects.create(title="合影", file=photo("phone-gps-rotated.jpg"))
    image.refresh_from_db()
    content = stored_bytes(image)
    assert metadata_in(content) == []
    assert (image.width, image.height) == (4000, 3000)
    assert image.file_hash == hashlib.sha1(content, usedforsecurity=False).hexdigest()
    assert image.file_size == len(content)


def test_photo_stored_before_its_row_is_cleaned_too():
    image = CustomImage(title="合影")
    image.file.save("phone-gps.heic", photo("phone-gps.heic"), save=False)
    assert image.file.name.endswith(".jpg")
    image.save()
    assert metadata_in(stored_bytes(image)) == []
    assert image.file_hash
    assert max(image.width, image.height) <= 4000


def test_names_on_the_disk_are_plain(image):
    assert image.file.name.startswith("originals/")
    assert image.file.name.isascii()
    assert image.file.name.endswith(".jpg")
    assert " " not in image.file.name
    odd = CustomImage.objects.create(title="x", file=ContentFile(drawn(), name="../..\\a b;$(x).PNG"))
    assert odd.file.name == "originals/a-b-x.jpg"
    nameless = CustomImage.objects.create(title="x", file=ContentFile(drawn(), name="😀.jpg"))
    assert nameless.file.name.split("/")[1].isascii()
    long = CustomImage.objects.create(title="x", file=ContentFile(drawn(), name="很长的名字" * 50 + ".jpg"))
    assert len(long.file.name) < 80


@pytest.mark.parametrize("name", ["not-an-image.jpg", "pixel-bomb.png", "script.svg", "truncated.jpg"])
def test_bad_photo_makes_no_row_and_no_file(name, upload_folder):
    with pytest.raises(PhotoRefused, match=name):
        CustomImage.objects.create(title="x", file=photo(name))
    assert not CustomImage.objects.exists()
    assert not [path for path in upload_folder.rglob("*") if path.is_file()]


def test_bad_document_makes_no_row_and_no_file(upload_folder):
    with pytest.raises(DocumentRefused, match=r"a\.pdf"):
        CustomDocument.objects.create(title="x", file=ContentFile(b"MZ program", name="a.pdf"))
    assert not CustomDocument.objects.exists()
    assert not [path for path in upload_folder.rglob("*") if path.is_file()]


def test_document_is_hashed(document):
    assert document.file_hash == hashlib.sha1(PDF, usedforsecurity=False).hexdigest()
    assert document.file_size == len(PDF)
    assert document.file.name.isascii()


@pytest.fixture(params=["image", "document"])
def stored(request):
    return request.getfixturevalue(request.param)


def another(stored) -> ContentFile:
    if isinstance(stored, CustomImage):
        return ContentFile(drawn(colour="red"), name="other.jpg")
    return ContentFile(PDF + b"other", name="other.pdf")


def replace_by_assignment(stored):
    stored.file = another(stored)
    stored.save()


def replace_by_name(stored):
    other = type(stored).objects.create(title="other", file=another(stored))
    stored.file = other.file.name
    stored.save()


def replace_by_update_fields(stored):
    stored.file = another(stored)
    stored.save(update_fields=["file"])


def replace_by_field_file(stored):
    stored.file.save("other", another(stored))


def replace_by_field_file_unsaved(stored):
    stored.file.save("other", another(stored), save=False)


def replace_by_same_key(stored):
    type(stored)(pk=stored.pk, title="x", file=another(stored), collection=stored.collection).save()


def replace_by_update(stored):
    type(stored).objects.filter(pk=stored.pk).update(file="originals/elsewhere.jpg")


def replace_by_bulk_update(stored):
    other = type(stored).objects.create(title="other", file=another(stored))
    stored.file = other.file.name
    with transaction.atomic():
        type(stored).objects.bulk_update([stored], ["file"])


def empty_the_file(stored):
    stored.file.delete()


WAYS = [
    replace_by_assignment,
    replace_by_name,
    replace_by_update_fields,
    replace_by_field_file,
    replace_by_field_file_unsaved,
    replace_by_same_key,
    replace_by_update,
    replace_by_bulk_update,
    empty_the_file,
]


@pytest.mark.parametrize("way", WAYS)
def test_stored_file_is_never_replaced(stored, way):
    before, name, digest = stored_bytes(stored), stored.file.name, stored.file_hash
    with pytest.raises(FileReplacementRefused, match="不能直接替换"):
        way(stored)
    now = type(stored).objects.get(pk=stored.pk)
    assert (now.file.name, now.file_hash, stored_bytes(now)) == (name, digest, before)


def test_other_fields_of_a_stored_row_can_change(stored):
    stored.title = "新的标题"
    stored.description = "新的描述"
    stored.save()
    fresh = type(stored).objects.get(pk=stored.pk)
    fresh.save()
    assert fresh.title == "新的标题"


def test_deleting_the_row_deletes_the_file(stored, upload_folder, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        stored.delete()
    assert not [path for path in upload_folder.rglob("*") if path.is_file()]


def test_alternative_text_is_never_the_title(image):
    assert image.default_alt_text == ""
    assert image.get_rendition("max-100x100").alt == ""
    image.description = "执委们围坐在一起"
    assert image.default_alt_text == "执委们围坐在一起"
