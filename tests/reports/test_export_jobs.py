"""Making exports in the background: who makes them, how they end, what their users are told."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from reports.exports import orders
from reports.exports.jobs import BROKEN, claim, hand_over, make_export
from reports.exports.notice import tell
from reports.exports.progress import NO_RIGHT, Cancelled, Reporter
from reports.exports.scope import Scope
from reports.models import Export
from reports.models.export import State
from tests.background import make_due, work
from tests.factories.exports import make_export_row, make_ready, make_running, register

from . import builders

pytestmark = pytest.mark.django_db
OWN = "450202"
BACKGROUND = "/admin/background/"


@pytest.fixture(autouse=True)
def fresh():
    builders.runs.clear()
    DBTaskResult.objects.all().delete()


@pytest.fixture
def editor(people, city_centre):
    return people.editor(OWN)


@pytest.fixture
def have(monkeypatch, editor, city_centre):
    """Orders a paper with the named builder, lets the worker do what there is, and returns the export."""

    def do(builder: str, user=editor, county=city_centre.page, rounds: int = 1) -> Export:
        paper = register(monkeypatch, "test", builder)
        export = orders.order(user, paper, Scope(2020, county)).export
        for _ in range(rounds):
            work()
            make_due()
        export.refresh_from_db()
        return export

    return do


def stored() -> list[str]:
    try:
        return storages["exports"].listdir("")[1]
    except FileNotFoundError:
        return []


def test_a_paper_is_made_stored_and_good_for_seven_days(have):
    before = set(stored())
    export = have("good")
    assert (export.state, export.file_name) == (State.READY, "城中区-2020年-试验汇编.docx")
    assert export.file.open().read().decode() == "城中区 2020"
    assert export.size == len("城中区 2020".encode())
    assert export.expires_at - export.finished_at == timedelta(days=7)
    assert set(stored()) - before == {export.file.name}


def test_of_the_whole_city(have, people):
    export = have("good", people.moderator(), None)
    assert export.file_name == "柳州市-2020年-试验汇编.docx"
    assert export.file.open().read().decode() == "柳州市 2020"


def test_the_stored_name_tells_nothing_and_lies_below_no_public_address(have, settings):
    export = have("good")
    assert re.fullmatch(r"[\w-]{43}", export.file.name)
    place = Path(export.file.path)
    assert Path(settings.MEDIA_ROOT) not in place.parents
    assert place.stat().st_mode & 0o077 == 0
    with pytest.raises(NotImplementedError):
        _ = export.file.url


def test_the_mail_says_what_it_is_and_leads_to_the_page_only(have, editor):
    export = have("good")
    (letter,) = mail.outbox
    assert letter.to == [editor.email]
    assert letter.subject.endswith("城中区-2020年-试验汇编.docx 已经做好")
    until = timezone.localtime(export.expires_at)
    for body in (letter.body, letter.alternatives[0].content):
        assert "城中区-2020年-试验汇编.docx" in body
        assert "14\xa0字节" in body
        assert f"{until.year}年{until.month}月{until.day}日 {until:%H:%M}" in body
        assert "/admin/papers/" in body
        assert "/file/" not in body
        assert export.file.name not in body


def test_without_an_address_there_is_no_mail(have, editor):
    editor.email = ""
    editor.save()
    assert have("good").state == State.READY
    assert mail.outbox == []


def test_a_mail_server_that_is_down_costs_nobody_the_file(have, settings):
    settings.EMAIL_BACKEND = "nowhere.Backend"
    assert have("good").state == State.READY
    assert DBTaskResult.objects.get(status="READY").task_path == "reports.exports.notice.tell"


def test_no_mail_about_what_was_deleted_meanwhile(have, settings):
    settings.EMAIL_BACKEND = "nowhere.Backend"
    export = have("good")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    orders.remove(export)
    work()
    assert mail.outbox == []
    assert not DBTaskResult.objects.filter(status="READY").exists()


@pytest.mark.parametrize("change", ["expired", "closed", "not ready"])
def test_no_mail_about_what_cannot_be_fetched(editor, city_centre, change):
    export = make_ready(editor, city_centre.page, days_left=-1 if change == "expired" else 7)
    if change == "closed":
        type(editor).objects.update(is_active=False)
    if change == "not ready":
        Export.objects.update(state=State.CANCELLED)
    assert tell.func(export.pk) == 0
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("builder", "words"),
    [
        ("nothing", "2020 年还没有已通过的总结。"),
        ("unavailable", "服务器上没有安装制作 PDF 的程序，请联系管理员。"),
    ],
)
def test_what_its_user_can_understand_is_said_in_these_words_and_not_tried_again(have, builder, words):
    export = have(builder, rounds=3)
    assert (export.state, export.message, builders.runs) == (State.FAILED, words, [builder])
    assert mail.outbox == []


@pytest.mark.parametrize("builder", ["broken", "writes_nothing", "not_there_at_all"])
def test_any_other_failure_is_tried_once_more_logged_and_told_without_details(have, builder, caplog):
    export = have(builder, rounds=4)
    assert (export.state, export.message, export.attempts) == (State.FAILED, BROKEN, 2)
    assert len([one for one in caplog.records if one.name == "reports.exports.jobs" and one.exc_info]) == 2
    assert not DBTaskResult.objects.filter(status="READY").exists()


def test_the_second_attempt_waits_and_starts_from_nothing(have):
    export = have("broken_once")
    assert (export.state, builders.runs) == (State.WAITING, ["once"])
    work()
    export.refresh_from_db()
    assert (export.state, builders.runs) == (State.READY, ["once", "once"])


def test_what_is_cancelled_before_its_turn_is_not_begun(have, editor, city_centre, monkeypatch):
    paper = register(monkeypatch, "test", "nothing")
    export = orders.order(editor, paper, Scope(2020, city_centre.page)).export
    assert orders.cancel(export)
    work()
    export.refresh_from_db()
    assert (export.state, builders.runs) == (State.CANCELLED, [])


@pytest.mark.parametrize("builder", ["cancelled_meanwhile", "cancelled_at_the_end"])
def test_what_is_cancelled_meanwhile_ends_without_file_and_mail(have, builder):
    before = stored()
    export = have(builder, rounds=2)
    assert (export.state, bool(export.file), builders.runs) == (State.CANCELLED, False, [])
    assert stored() == before
    assert mail.outbox == []


def test_what_is_cancelled_while_it_is_stored_leaves_no_file(editor, city_centre, tmp_path):
    export = claim(make_export_row(editor, city_centre.page).pk)
    paper = tmp_path / "paper.docx"
    paper.write_bytes(b"made")
    orders.cancel(export)
    before = stored()
    with pytest.raises(Cancelled):
        hand_over(export, paper)
    assert stored() == before


def test_whoever_loses_the_right_meanwhile_gets_nothing(have):
    export = have("account_closed")
    assert (export.state, export.message, builders.runs) == (State.CANCELLED, NO_RIGHT, [])


def test_whoever_lost_the_right_before_gets_nothing(have, editor, city_centre, monkeypatch):
    paper = register(monkeypatch, "test", "nothing")
    export = orders.order(editor, paper, Scope(2020, city_centre.page)).export
    editor.groups.clear()
    work()
    export.refresh_from_db()
    assert (export.state, export.message, builders.runs) == (State.CANCELLED, NO_RIGHT, [])


def test_a_county_does_not_get_the_whole_city_by_a_row_in_the_table(editor):
    export = make_export_row(editor, None)
    make_export.func(export.pk)
    export.refresh_from_db()
    assert (export.state, export.message) == (State.CANCELLED, NO_RIGHT)


def test_one_run_claims_it_and_a_second_does_not(editor, city_centre):
    export = make_export_row(editor, city_centre.page)
    assert claim(export.pk).attempts == 1
    assert claim(export.pk) is None
    later = DBTaskResult.objects.get()
    assert later.run_after > timezone.now() + timedelta(minutes=9), (
        "somebody looks whether the first still lives"
    )


@pytest.mark.parametrize(("minutes", "taken"), [(9, False), (11, True)])
def test_a_silent_run_is_taken_over(editor, city_centre, minutes, taken):
    export = make_running(editor, city_centre.page, minutes)
    assert bool(claim(export.pk)) is taken


def test_what_killed_two_workers_kills_no_third(editor, city_centre):
    export = make_running(editor, city_centre.page, 11, attempts=2)
    assert claim(export.pk) is None
    assert not DBTaskResult.objects.exists()


def test_a_run_that_was_taken_over_stops_and_leaves_the_row_alone(have):
    export = have("taken_over_meanwhile")
    assert (export.state, export.attempts, builders.runs) == (State.RUNNING, 2, [])


@pytest.mark.parametrize("state", [State.READY, State.FAILED, State.CANCELLED])
def test_what_has_ended_is_not_begun_again(editor, city_centre, state):
    export = make_export_row(editor, city_centre.page, state=state, expires_at=timezone.now())
    assert claim(export.pk) is None
    assert not DBTaskResult.objects.exists()


@pytest.fixture
def reporter(editor, city_centre):
    """The progress of an export that was claimed, with a clock that the test sets: ``clock[0]`` in seconds."""
    export, clock = claim(make_export_row(editor, city_centre.page).pk), [0.0]
    return Reporter(export, lambda: clock[0]), clock, export


def test_progress_only_ever_grows_and_stays_within_the_total(reporter):
    report, clock, export = reporter
    seen = []
    for done, total in [(0, 0), (2, 4), (1, 4), (0, 300), (200, 300), (9, 4), (-1, 4)]:
        clock[0] += 1
        report(done, total)
        export.refresh_from_db()
        seen.append((export.done, export.total))
    assert seen == [(0, 0), (2, 4), (2, 4), (2, 4), (200, 300), (4, 4), (4, 4)]


def test_progress_is_written_once_a_second_at_most(reporter, django_assert_num_queries):
    report, clock, export = reporter
    report(1, 9)
    clock[0] = 0.9
    with django_assert_num_queries(0):
        report(2, 9)
    export.refresh_from_db()
    assert export.done == 1
    clock[0] = 1.1
    report(3, 9)
    export.refresh_from_db()
    assert export.done == 3


def test_progress_is_a_sign_of_life(reporter):
    report, _, export = reporter
    Export.objects.update(heartbeat_at=timezone.now() - timedelta(hours=1))
    report(0, 0)
    export.refresh_from_db()
    assert not export.is_broken_off(timezone.now())


def test_a_deleted_export_stops_its_builder(reporter):
    report, *_ = reporter
    Export.objects.all().delete()
    with pytest.raises(Cancelled):
        report(1, 2)


@pytest.mark.parametrize("of_county", [True, False])
def test_the_database_itself_refuses_a_second_unfinished_one(editor, city_centre, of_county):
    county = city_centre.page if of_county else None
    make_export_row(editor, county, state=State.CANCELLED)
    make_running(editor, county)
    make_export_row(editor, county, year=2021)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_export_row(editor, county)


def test_pictures_and_mails_come_before_exports(have, monkeypatch, editor, city_centre):
    paper = register(monkeypatch, "test", "good")
    orders.order(editor, paper, Scope(2020, city_centre.page))
    task = DBTaskResult.objects.get()
    assert task.priority < 0
    work(without_exports=True)
    assert DBTaskResult.objects.get().status == "READY"
    work(only_exports=True)
    task.refresh_from_db()
    assert task.status == "SUCCESSFUL"
    assert DBTaskResult.objects.exclude(pk=task.pk).get().status == "READY", (
        "the mail is for the other worker"
    )


def test_the_administrator_reads_its_name_and_no_false_alarm(
    client, people, editor, city_centre, monkeypatch
):
    orders.order(editor, register(monkeypatch, "test", "good"), Scope(2020, city_centre.page))
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=30))
    client.force_login(people.admin())
    said = client.get(BACKGROUND).content.decode()
    assert "制作材料导出" in said
    assert "一直没有人做" in said
    make_running(editor, city_centre.page, paper="other")
    assert "一直没有人做" not in client.get(BACKGROUND).content.decode()
