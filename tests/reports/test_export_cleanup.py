"""The nightly clean-up of exports: files, rows, what nobody finishes, and files that belong to nobody."""

import os
import shutil
from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from django.utils import timezone

from reports.models import Export
from reports.models.export import BROKEN_OFF, State
from tests.factories.exports import make_export_row, make_ready, make_running

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def user(people):
    return people.moderator()


@pytest.fixture(autouse=True)
def empty(settings):
    """A storage without files of other tests."""
    shutil.rmtree(settings.EXPORTS_ROOT, ignore_errors=True)


def run() -> str:
    out = StringIO()
    call_command("expire_exports", stdout=out)
    return out.getvalue()


def test_files_go_when_their_time_is_over_and_not_before(user):
    over, still = make_ready(user, days_left=-0.001), make_ready(user, days_left=0.001, year=2021)
    name = over.file.name
    assert "到期删除文件 1 份" in run()
    assert not over.file.storage.exists(name)
    over.refresh_from_db()
    assert not over.file
    assert over.is_expired(timezone.now())
    still.refresh_from_db()
    assert still.file.storage.exists(still.file.name)
    assert "到期删除文件 0 份" in run(), "safe to repeat"


def test_a_file_that_is_gone_already_stops_nothing(user):
    export = make_ready(user, days_left=-1)
    export.file.storage.delete(export.file.name)
    other = make_ready(user, days_left=-1, year=2021)
    run()
    assert not other.file.storage.exists(other.file.name)


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
@pytest.mark.parametrize("state", [State.FAILED, State.CANCELLED])
def test_what_ended_is_remembered_for_thirty_days(user, state, days, kept):
    make_export_row(user, state=state, finished_at=timezone.now() - days * DAY)
    run()
    assert Export.objects.exists() is kept


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
def test_what_has_expired_too(user, days, kept):
    export = make_ready(user, days_left=-days)
    name, storage = export.file.name, export.file.storage
    run()
    assert Export.objects.exists() is kept
    assert not storage.exists(name)


@pytest.mark.parametrize(("minutes", "state"), [(14, State.RUNNING), (16, State.FAILED)])
def test_what_was_broken_off_is_failed(user, minutes, state):
    export = make_running(user, None, minutes)
    run()
    export.refresh_from_db()
    assert export.state == state
    assert (export.message == BROKEN_OFF) is (state == State.FAILED)


@pytest.mark.parametrize(("hours", "state"), [(23, State.WAITING), (25, State.FAILED)])
def test_what_nobody_began_for_a_day_is_failed(user, hours, state):
    export = make_export_row(user, created_at=timezone.now() - timedelta(hours=hours))
    run()
    export.refresh_from_db()
    assert export.state == state


@pytest.mark.parametrize(("hours", "kept"), [(23, True), (25, False)])
def test_files_of_nobody_go_after_a_day(user, hours, kept):
    storage, owned = storages["exports"], make_ready(user)
    name = storage.save("left-over", ContentFile(b"x"))
    then = (timezone.now() - timedelta(hours=hours)).timestamp()
    for one in (name, owned.file.name):
        os.utime(storage.path(one), (then, then))
    run()
    assert storage.exists(name) is kept
    assert storage.exists(owned.file.name)


def test_where_nothing_was_ever_exported_it_has_nothing_to_do():
    assert "清理无主文件 0 个" in run()
