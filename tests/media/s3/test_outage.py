"""A store that goes away in the middle: clear words, nothing half-saved, drafts kept, work done when it is back."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection

from cms.workflow.audit import stored_hash
from cms.workflow.withdrawing import withdraw
from media import renditions
from media.exceptions import StorageUnavailable
from media.models import CustomDocument, CustomImage, CustomRendition
from pages.models import LecturePage
from pages.tasks import prepare_pictures
from tests.background import make_due, work
from tests.cms.quick_form import lecture_data, said, sample, url
from tests.factories.events import make_lecture
from tests.factories.in_bucket import files_in_bucket
from tests.factories.pages import make_site
from tests.factories.slow_proxy import slow_proxy
from tests.flow import fresh, publish
from tests.media.samples import PDF, upload

UPLOAD = "/admin/photos/upload/"
CODE = "450202"
AWAY = StorageUnavailable.MESSAGE


@pytest.fixture
def place(city_centre, people, s3):
    return publish(make_site(city_centre), people)


@pytest.fixture
def draft(place):
    return make_lecture(place, photos=2, title="写了一半的宣讲")


@pytest.fixture
def desk(people):
    people.lead(CODE)
    return people.client(people.editor(CODE))


def send(desk, page, name: str = "phone-gps-rotated.jpg"):
    return desk.post(UPLOAD, {"page": page.pk, "file": upload(name)})


@pytest.fixture
def breaking(s3):
    """The site behind a connection that breaks, together with the server, after so many bytes sent to it."""
    with slow_proxy(s3.endpoint) as proxy, files_in_bucket(proxy.endpoint):
        proxy.on_cut = s3.stop
        yield proxy


def test_upload_to_a_server_that_is_away(s3, draft, desk):
    before = CustomImage.objects.count(), fresh(draft).latest_revision_id
    s3.stop()
    answer = send(desk, draft)
    assert (answer.status_code, answer.json()["message"]) == (503, AWAY)
    assert (CustomImage.objects.count(), fresh(draft).latest_revision_id) == before
    assert desk.get(f"/admin/pages/{draft.pk}/edit/").status_code == 200
    s3.start()
    assert send(desk, draft).status_code == 200


def test_server_stops_in_the_middle_of_an_upload(s3, draft, desk, breaking):
    stored, before = s3.names("private/originals/"), CustomImage.objects.count()
    breaking.cut_after = 20_000
    answer = send(desk, draft)
    assert s3.process is None, "the photo was large enough to be cut"
    assert (answer.status_code, answer.json()["message"]) == (503, AWAY)
    assert CustomImage.objects.count() == before
    s3.start()
    assert s3.names("private/originals/") == stored
    answer = send(desk, draft)
    assert answer.status_code == 200
    assert len(s3.names("private/originals/")) == len(stored) + 1


def test_server_stops_in_the_middle_of_making_sizes(s3, draft, breaking):
    DBTaskResult.objects.all().delete()
    prepare_pictures.enqueue(draft.pk)
    breaking.cut_after = 12_000
    work()
    assert s3.process is None
    waiting = DBTaskResult.objects.filter(task_path__endswith="prepare_pictures", status="READY")
    assert waiting.count() == 1, "tried again later"
    s3.start()
    assert s3.names("public/"), "some were stored before it stopped"
    assert CustomRendition.objects.count() == 0
    make_due()
    work()
    assert not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()
    images = [photo.image for photo in fresh(draft).get_latest_revision_as_object().photos.all()]
    assert all(renditions.is_prepared(CustomImage.objects.get(pk=one.pk)) for one in images)
    rows = CustomRendition.objects.filter(image__in=images).values_list("file", flat=True)
    assert {f"public/{name}" for name in rows} == set(s3.names("public/")), "and nothing half-made is left"


def test_readers_get_their_pages_while_the_server_is_away(s3, draft, people):
    publish(draft, people)
    s3.stop()
    for path in ("/", "/lectures/", fresh(draft).url):
        response = Client().get(path)
        assert response.status_code == 200
        assert b"<picture" not in response.content, "no sizes were made yet"
    s3.start()
    assert Client().get(fresh(draft).url).content.count(b"<picture") >= 2


def test_withdrawing_while_the_server_is_away(s3, draft, people, django_capture_on_commit_callbacks):
    publish(draft, people)
    work()
    pictures = set(s3.names("public/"))
    s3.stop()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(fresh(draft), people.lead(CODE), "照片涉及个人信息。")
    work()
    s3.start()
    assert set(s3.names("public/")) == pictures
    make_due()
    work()
    assert s3.names("public/") == []


def test_quick_form_keeps_what_was_typed(s3, place, desk):
    s3.stop()
    response = desk.post(url(place), lecture_data(photos=[sample("plain.webp")]), follow=True)
    assert AWAY in response.content.decode()
    content = LecturePage.objects.get().get_latest_revision_as_object()
    assert (content.title, content.photos.count()) == ("山歌唱响好政策", 0)
    assert "已存为草稿" in said(response)


def test_library_and_choosers_say_so_in_chinese(s3, administrator, people):
    client, root = people.client(administrator), Collection.get_first_root_node().pk
    s3.stop()
    for route, field, file in (
        ("wagtailimages:add_multiple", "files[]", upload("plain.webp")),
        ("wagtaildocs:add_multiple", "files[]", upload("a.pdf", PDF)),
    ):
        answer = client.post(reverse(route), {"title": "x", field: file, "collection": root}).json()
        assert (answer["success"], answer["error_message"]) == (False, AWAY)
    prefix = "image-chooser-upload"
    data = {f"{prefix}-title": "x", f"{prefix}-file": upload("plain.webp"), f"{prefix}-collection": root}
    answer = client.post(reverse("wagtailimages_chooser:create"), data)
    assert AWAY in json.loads(answer.content)["htmlFragment"]
    assert not CustomImage.objects.exists()
    assert not CustomDocument.objects.exists()


@pytest.mark.parametrize(
    ("route", "status"), [("wagtailimages:add_multiple", 200), ("wagtailimages:add", 302)]
)
def test_connection_that_breaks_in_the_library(s3, administrator, people, breaking, route, status):
    client, root = people.client(administrator), Collection.get_first_root_node().pk
    breaking.cut_after = 20_000
    field = "files[]" if route.endswith("multiple") else "file"
    data = {"title": "x", field: upload("phone-gps-rotated.jpg"), "collection": root}
    ajax = {"x-requested-with": "XMLHttpRequest"} if status == 200 else {}
    answer = client.post(reverse(route), data, headers=ajax, follow=status == 302)
    assert s3.process is None
    assert AWAY in (answer.json()["error_message"] if status == 200 else answer.content.decode())
    assert not CustomImage.objects.exists()


def test_audit_does_not_take_an_absent_server_for_forgery(s3, draft):
    image = draft.photos.first().image
    assert stored_hash(image) == image.file_hash
    s3.stop()
    with pytest.raises(StorageUnavailable):
        stored_hash(image)
