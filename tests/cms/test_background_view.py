"""The administrator sees what waits and what failed in the background, and has it tried again."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from pages.tasks import check_links, prepare_pictures
from tests.background import make_due, work
from tests.factories.events import make_lecture
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db
URL = "/admin/background/"


@pytest.fixture
def desk(client, people):
    client.force_login(people.admin())
    return client


@pytest.fixture
def broken(city_centre):
    """A page whose picture has lost its file."""
    page = make_lecture(make_site(city_centre))
    DBTaskResult.objects.all().delete()
    storages["default"].delete(page.photos.first().image.file.name)
    return page


def numbers(said: str) -> list[str]:
    return [part.split("</dd>")[0] for part in said.split("<dd>")[1:]]


def test_nothing_to_do_says_so(desk):
    DBTaskResult.objects.all().delete()
    said = desk.get(URL).content.decode()
    assert "没有等待或失败的任务" in said
    assert numbers(said) == ["0", "0", "0", "0"]


def test_checks_of_links_are_called_by_their_name(desk):
    check_links.enqueue(["https://example.org/"])
    said = desk.get(URL).content.decode()
    assert "检查外部链接" in said
    assert "check_links" not in said


def test_failed_work_is_shown_with_its_reason_and_tried_again(desk, broken):
    prepare_pictures.enqueue(broken.pk)
    for _ in range(4):
        make_due()
        work()
    said = desk.get(URL).content.decode()
    assert "制作图片尺寸" in said
    assert "No such file" in said
    assert numbers(said)[2] == "1"
    answer = desk.post(URL, follow=True)
    assert "1 项失败的任务重新排队" in answer.content.decode()
    waiting = DBTaskResult.objects.get(status="READY")
    assert "attempt" not in waiting.args_kwargs["kwargs"], "it has all its attempts again"
    desk.post(URL)
    assert DBTaskResult.objects.filter(status="READY").count() == 1, "two clicks double nothing"


def test_a_missing_worker_is_told(desk, broken):
    prepare_pictures.enqueue(broken.pk)
    assert "一直没有人做" not in desk.get(URL).content.decode()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=11))
    assert "一直没有人做" in desk.get(URL).content.decode()


def test_only_administrators_have_it_in_their_menu(client, people):
    for user, there in ((people.admin(), True), (people.moderator(), False)):
        client.force_login(user)
        assert (URL in client.get("/admin/").content.decode()) is there
