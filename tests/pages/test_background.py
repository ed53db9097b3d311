"""What is done in the background: sizes of pictures are there before the first reader, and failures are seen."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.storage import storages
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from media import background, making, renditions
from media.models import CustomImage, CustomRendition
from pages.tasks import prepare_pictures
from tests.background import make_due, work
from tests.factories.events import make_lecture
from tests.factories.pages import make_site
from tests.factories.pictures import make_picture
from tests.flow import fresh, publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


@pytest.fixture
def lecture(city_centre, people):
    return make_lecture(publish(make_site(city_centre), people), photos=3)


def again(image: CustomImage) -> CustomImage:
    return CustomImage.objects.get(pk=image.pk)


def test_first_visit_to_a_published_gallery_makes_nothing(lecture, people):
    work()
    images = [photo.image for photo in lecture.photos.all()]
    assert all(renditions.is_prepared(image) for image in images), "from the draft on"
    publish(lecture, people)
    made = set(CustomRendition.objects.values_list("pk", flat=True))
    page = Client().get(lecture.url)
    assert page.content.count(b"<picture") >= 3
    Client().get("/lectures/")
    assert set(CustomRendition.objects.values_list("pk", flat=True)) == made


def test_withdrawn_and_published_again_has_its_pictures_at_other_addresses(lecture, people):
    work()
    publish(lecture, people)
    image = lecture.photos.first().image
    before = {rendition.file.name for rendition in image.renditions.all()}
    fresh(lecture).unpublish()
    assert not again(image).renditions.exists()
    publish(fresh(lecture), people)
    work()
    after = {rendition.file.name for rendition in again(image).renditions.all()}
    assert renditions.is_prepared(again(image))
    assert before.isdisjoint(after)


def test_doing_it_twice_makes_nothing_twice(lecture):
    work()
    made = CustomRendition.objects.count()
    assert prepare_pictures.call(lecture.pk) == 0
    prepare_pictures.enqueue(lecture.pk)
    work()
    assert CustomRendition.objects.count() == made


def test_a_page_that_is_gone_is_no_failure(lecture):
    lecture.delete()
    work()
    assert not DBTaskResult.objects.failed().exists()


def test_failures_are_tried_again_later_and_then_stay_for_the_administrator(lecture):
    DBTaskResult.objects.all().delete()
    image = lecture.photos.first().image
    storages["default"].delete(image.file.name)
    prepare_pictures.enqueue(lecture.pk)
    begun = timezone.now()
    for delay in background.DELAYS:
        work()
        waiting = DBTaskResult.objects.get(status="READY")
        assert begun + delay <= waiting.run_after <= timezone.now() + delay
        make_due()
    work()
    assert not DBTaskResult.objects.filter(status="READY").exists()
    failed = DBTaskResult.objects.failed().get()
    assert failed.args_kwargs["kwargs"]["attempt"] == len(background.DELAYS) + 1
    assert "No such file" in failed.traceback
    made = [renditions.is_prepared(again(photo.image)) for photo in lecture.photos.all()]
    assert made == [False, True, True], "one that is broken does not keep the others back"


def test_what_a_dead_worker_had_begun_is_done_by_the_next(lecture):
    DBTaskResult.objects.update(
        status="RUNNING", started_at=timezone.now() - background.STUCK_AFTER - timedelta(minutes=1)
    )
    DBTaskResult.objects.first()
    work()
    assert not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()
    assert renditions.is_prepared(lecture.photos.first().image)


def test_what_another_worker_is_at_is_left_to_it(lecture):
    DBTaskResult.objects.update(status="RUNNING", started_at=timezone.now())
    work()
    assert not CustomRendition.objects.exists()


def test_a_file_is_read_once_for_all_sizes(monkeypatch):
    image, opened = make_picture(), []
    storage = type(storages["default"])
    opens = storage._open

    def counted(self, name, mode="rb"):
        opened.append(name)
        return opens(self, name, mode)

    monkeypatch.setattr(storage, "_open", counted)
    renditions.prepare(again(image))
    assert opened.count(image.file.name) == 1


def test_who_comes_second_takes_what_the_first_made(monkeypatch):
    image = make_picture()
    renditions.prepare(image)
    made = CustomRendition.objects.count()
    cache.clear()
    cache.add(f"media.making.{image.pk}", True, 60)
    filters = [renditions.Filter(spec) for spec in renditions.specs()]
    found = making.make_renditions(again(image), filters)
    assert len(found) == made == CustomRendition.objects.count()


def test_who_waits_too_long_makes_it(monkeypatch):
    monkeypatch.setattr(making, "LONGEST_WAIT", 0)
    image = make_picture()
    cache.add(f"media.making.{image.pk}", True, 60)
    assert len(renditions.prepare(image)) == len(renditions.specs())


def test_links_to_other_sites_are_asked_for_after_saving(city_centre, settings):
    settings.CHECK_LINKS = True
    site = make_site(city_centre)
    DBTaskResult.objects.all().delete()
    site.save_revision()
    assert not DBTaskResult.objects.filter(task_path="pages.tasks.check_links").exists()
    site.introduction = '<p><a href="https://a.example/x?y=1">网</a><a href="mailto:a@b.cn">信</a></p>'
    site.save_revision()
    asked = DBTaskResult.objects.get(task_path="pages.tasks.check_links")
    assert asked.args_kwargs["args"] == [["https://a.example/x?y=1"]]
    settings.CHECK_LINKS = False
    site.save_revision()
    assert DBTaskResult.objects.filter(task_path="pages.tasks.check_links").count() == 1
