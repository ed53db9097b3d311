"""Uploading and editing in the admin, as browsers do it and as somebody forging requests does."""

import json

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Collection, UploadedFile

from media.models import CustomDocument, CustomImage

from .metadata import metadata_in
from .samples import PDF, drawn, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def logged_in(client, administrator):
    client.force_login(administrator)


def root() -> int:
    return Collection.get_first_root_node().pk


@pytest.mark.parametrize("name", ["phone-gps.heic", "phone-gps-rotated.jpg", "screenshot.png", "plain.webp"])
def test_photo_dropped_on_the_upload_page(client, name):
    data = {"title": "合影", "files[]": upload(name), "collection": root()}
    answer = client.post(reverse("wagtailimages:add_multiple"), data).json()
    assert answer["success"], answer
    image = CustomImage.objects.get(pk=answer["image_id"])
    assert metadata_in(image.file.read()) == []
    assert image.file_hash
    assert image.description == ""
    assert image.uploaded_by_user is not None
    assert "图片描述" in answer["form"]
    assert f'name="image-{image.pk}-file"' not in answer["form"]


@pytest.mark.parametrize("name", ["not-an-image.jpg", "pixel-bomb.png", "script.svg", "truncated.jpg"])
def test_bad_photo_dropped_on_the_upload_page_is_an_error_in_chinese(client, name):
    data = {"title": "x", "files[]": upload(name), "collection": root()}
    answer = client.post(reverse("wagtailimages:add_multiple"), data).json()
    assert answer["success"] is False
    assert f"“{name}”" in answer["error_message"]
    assert "\n" not in answer["error_message"]
    assert not CustomImage.objects.exists()


def test_photo_uploaded_in_the_chooser(client):
    prefix = "image-chooser-upload"
    data = {
        f"{prefix}-title": "合影",
        f"{prefix}-file": upload("phone-gps.jpg"),
        f"{prefix}-collection": root(),
    }
    answer = client.post(reverse("wagtailimages_chooser:create"), data).json()
    assert answer["step"] == "chosen"
    assert answer["result"]["default_alt_text"] == ""
    assert metadata_in(CustomImage.objects.get().file.read()) == []


def test_bad_photo_in_the_chooser_is_an_error_of_the_form(client):
    prefix = "image-chooser-upload"
    data = {f"{prefix}-title": "x", f"{prefix}-file": upload("truncated.jpg"), f"{prefix}-collection": root()}
    answer = json.loads(client.post(reverse("wagtailimages_chooser:create"), data).content)
    assert "“truncated.jpg”已损坏" in answer["htmlFragment"]


def test_photo_without_a_good_title_waits_cleaned(client):
    """Wagtail keeps the file aside; what it keeps has no place and time in it either."""
    data = {"title": "长" * 300, "files[]": upload("phone-gps.jpg"), "collection": root()}
    answer = client.post(reverse("wagtailimages:add_multiple"), data).json()
    waiting = UploadedFile.objects.get(for_content_type=ContentType.objects.get_for_model(CustomImage))
    assert metadata_in(waiting.file.read()) == []
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[answer["uploaded_file_id"]])
    prefix = f"uploaded-image-{waiting.pk}"
    assert client.post(url, {f"{prefix}-title": "合影", f"{prefix}-collection": root()}).json()["success"]
    image = CustomImage.objects.get()
    assert metadata_in(image.file.read()) == []
    assert image.file_hash


def test_edit_page_shows_the_photo_and_offers_no_file(client, image):
    response = client.get(reverse("wagtailimages:edit", args=[image.pk]))
    page = response.content.decode()
    assert response.status_code == 200
    assert "file" not in response.context["form"].fields
    assert 'type="file"' not in page
    assert "请重新上传一张，并在页面中重新选择" in page
    assert f"/admin/images/{image.pk}/original/" in page
    assert {rendition.filter_spec for rendition in image.renditions.all()} == {"max-800x600"}


def test_forged_file_does_not_replace_the_photo(client, image):
    before = image.file.read()
    data = {
        "title": "新标题",
        "collection": root(),
        "file": upload("too-small.jpg"),
        "description": "描述",
        "focal_point_x": "",
        "focal_point_y": "",
        "focal_point_width": "",
        "focal_point_height": "",
    }
    assert client.post(reverse("wagtailimages:edit", args=[image.pk]), data).status_code == 302
    now = CustomImage.objects.get(pk=image.pk)
    assert now.title == "新标题"
    assert (now.file.name, now.file_hash, now.file.read()) == (image.file.name, image.file_hash, before)


def test_forged_file_in_the_multiple_uploader_does_not_replace_the_photo(client, image):
    prefix = f"image-{image.pk}"
    data = {
        f"{prefix}-title": "新标题",
        f"{prefix}-collection": root(),
        f"{prefix}-file": upload("too-small.jpg"),
    }
    assert client.post(reverse("wagtailimages:edit_multiple", args=[image.pk]), data).json()["success"]
    now = CustomImage.objects.get(pk=image.pk)
    assert (now.title, now.file_hash) == ("新标题", image.file_hash)


def test_forged_file_does_not_replace_the_document(client, document):
    before = document.file.read()
    data = {"title": "新标题", "collection": root(), "file": upload("b.pdf", PDF + b"other")}
    assert client.post(reverse("wagtaildocs:edit", args=[document.pk]), data).status_code == 302
    now = CustomDocument.objects.get(pk=document.pk)
    assert now.title == "新标题"
    assert (now.file.name, now.file_hash, now.file.read()) == (document.file.name, document.file_hash, before)


def test_pages_for_documents(client, document):
    page = client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert 'type="file"' not in page
    assert document.url in page
    assert document.title in client.get(reverse("wagtaildocs:index")).content.decode()
    assert client.get(reverse("wagtaildocs_chooser:chosen", args=[document.pk])).status_code == 200


def test_document_dropped_on_the_upload_page(client):
    data = {"title": "方案", "files[]": upload("实施方案.pdf", PDF), "collection": root()}
    answer = client.post(reverse("wagtaildocs:add_multiple"), data).json()
    assert answer["success"], answer
    assert CustomDocument.objects.get().file_hash


@pytest.mark.parametrize(
    ("name", "content"), [("a.exe", b"MZ"), ("a.pdf", b"MZ"), ("a.doc", b"x"), ("a.pdf", b"")]
)
def test_bad_document_dropped_on_the_upload_page_is_one_error_in_chinese(client, name, content):
    data = {"title": "x", "files[]": upload(name, content), "collection": root()}
    answer = client.post(reverse("wagtaildocs:add_multiple"), data).json()
    assert answer["success"] is False
    assert f"“{name}”" in answer["error_message"]
    assert "\n" not in answer["error_message"]
    assert not CustomDocument.objects.exists()


def test_minors_are_people():
    from wagtail.images.forms import get_image_form

    from media.forms import ImageForm

    form_class = get_image_form(CustomImage)
    assert issubclass(form_class, ImageForm)
    data = {"title": "x", "minors_shown": "on", "collection": root()}
    form = form_class(data, {"file": upload("a.jpg", drawn())})
    assert form.is_valid(), form.errors
    assert form.save().people_shown is True


def test_upload_without_a_file_asks_for_one(client):
    response = client.post(reverse("wagtailimages:add"), {"title": "x", "collection": root()})
    assert response.context["form"].errors["file"] == ["请选择要上传的文件。"]
    page = client.get(reverse("wagtailimages:add_multiple")).content.decode()
    assert "25" in page
    assert "自动转正" in page
