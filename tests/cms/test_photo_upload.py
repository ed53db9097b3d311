"""Photos sent from a page's form: stored for its county, refused with reasons, offered again if known."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images import get_image_model

from cms.county import County
from media import renditions
from media.access import choosable_ids
from pages.models.events.lecture import LecturePhoto
from tests.background import work
from tests.conftest import SAMPLES
from tests.factories.events import make_lecture, make_story
from tests.factories.pages import make_site
from tests.factories.pictures import picture_bytes
from tests.flow import decide, submit
from tests.media.metadata import metadata_in

pytestmark = pytest.mark.django_db
URL = "/admin/photos/upload/"
CODE = "450202"
TAKEN = [
    "phone-gps.jpg",
    "phone-gps-rotated.jpg",
    "phone-gps.heic",
    "plain.webp",
    "scanner-cmyk.jpg",
    "screenshot.png",
]
REFUSED = {
    "not-an-image.jpg": "不是图片文件",
    "pixel-bomb.png": "超过 5000 万像素的上限",
    "script.svg": "SVG",
    "truncated.jpg": "已损坏或不完整",
}


@pytest.fixture
def lecture(city_centre):
    return make_lecture(make_site(city_centre))


@pytest.fixture
def desk(people):
    return people.client(people.editor(CODE))


def send(client, page, name: str = "phone-gps.jpg", content: bytes = b"", **data):
    file = SimpleUploadedFile(name, content or (SAMPLES / "photos" / name).read_bytes())
    return client.post(URL, {"page": page.pk, "file": file, **data})


@pytest.mark.parametrize("name", TAKEN)
def test_what_phones_and_scanners_send_is_taken(desk, lecture, name):
    answer = send(desk, lecture, name)
    assert answer.status_code == 200, answer.content.decode()
    told = answer.json()["image"]
    image = get_image_model().objects.get(pk=told["id"])
    assert image.collection == County.objects.get(code=CODE).collection
    assert image.title == told["title"] == name.rpartition(".")[0]
    assert told["preview"]["url"].startswith("/media/images/")


def test_nothing_stored_or_served_tells_where_a_photo_was_taken(desk, lecture):
    """Read by a second reader, marker by marker: originals, sizes for readers and for the admin."""
    for name in TAKEN:
        image = get_image_model().objects.get(pk=send(desk, lecture, name).json()["image"]["id"])
        lecture.photos.add(LecturePhoto(image=image, caption="说明", description="描述"))
    lecture.save_revision()
    work()
    sent = get_image_model().objects.filter(title__in=[name.partition(".")[0] for name in TAKEN])
    files = [file for image in sent for file in [image.file, *(one.file for one in image.renditions.all())]]
    assert len(files) >= len(TAKEN) * (1 + len(renditions.specs()))
    assert {file.name: metadata_in(file.read()) for file in files} == {file.name: [] for file in files}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_photo_is_refused_with_its_name_and_the_reason(desk, lecture, name):
    before = get_image_model().objects.count()
    answer = send(desk, lecture, name)
    assert answer.status_code == 422
    assert name in answer.json()["message"]
    assert REFUSED[name] in answer.json()["message"]
    assert get_image_model().objects.count() == before


def test_photographer_and_consent_are_kept(desk, lecture):
    told = send(desk, lecture, photographer="宣传干事", people_shown="on", consent_held="on").json()["image"]
    image = get_image_model().objects.get(pk=told["id"])
    assert (image.photographer, image.people_shown, image.minors_shown, image.consent_held) == (
        "宣传干事", True, False, True,
    )  # fmt: skip
    assert image.uploaded_by_user.username == f"editor-{CODE}"


def test_the_same_file_is_recognised_and_offered(desk, lecture):
    first = send(desk, lecture, description="").json()["image"]
    known = get_image_model().objects.get(pk=first["id"])
    known.caption, known.description = "现场", "院子里坐着一圈人"
    known.save()
    answer = send(desk, lecture)
    assert answer.status_code == 409
    told = answer.json()
    assert "图片库里已经有这张照片：“phone-gps”" in told["message"]
    assert (told["existing"]["id"], told["existing"]["caption"]) == (known.pk, "现场")
    assert told["existing"]["description"] == "院子里坐着一圈人"
    assert send(desk, lecture, again="1").json()["image"]["id"] != known.pk


def test_what_another_county_has_is_nobodys_business(desk, lecture, sanjiang):
    content = picture_bytes()
    model = get_image_model()
    model.objects.create(title="三江的", file=ContentFile(content, "a.jpg"), collection=sanjiang.collection)
    assert send(desk, lecture, "a.jpg", content).status_code == 200


def test_only_who_may_write_the_page_uploads_for_it(client, people, lecture, sanjiang):
    city_story = make_story()
    assert send(client, lecture).status_code == 302
    assert send(people.client(people.editor("450226")), lecture).status_code == 403
    assert send(people.client(people.editor(CODE)), city_story).status_code == 403
    assert send(people.client(people.moderator()), lecture).status_code == 403, "it is not her turn"
    assert send(people.client(people.moderator()), city_story).status_code == 200
    assert client.get(URL).status_code in (302, 405)


def test_what_the_city_adds_at_its_step_the_county_may_keep(people, lecture):
    submit(lecture, people.editor(CODE))
    decide(lecture, people.lead(CODE))
    answer = send(people.client(people.moderator()), lecture)
    assert answer.status_code == 200, answer.content.decode()
    image = get_image_model().objects.get(pk=answer.json()["image"]["id"])
    assert image.collection == County.objects.get(code=CODE).collection
    assert choosable_ids(people.editor(CODE), type(image), [image.pk]) == {image.pk}


def test_nothing_useful_sent(desk, lecture):
    assert desk.post(URL, {"page": lecture.pk}).status_code == 422
    assert desk.post(URL, {"page": "x"}).status_code == 404
    assert desk.post(URL, {"page": "999999"}).status_code == 404
    empty = SimpleUploadedFile("空.jpg", b"")
    assert desk.post(URL, {"page": lecture.pk, "file": empty}).status_code == 422


def test_addresses_are_what_the_script_knows():
    assert reverse("cms_photo_upload") == URL
