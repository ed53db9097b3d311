"""Once for a reason on a day: runs again, failing mail servers, workers that die, and the command itself."""

from datetime import date, timedelta
from io import StringIO
from smtplib import SMTPServerDisconnected
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from reports.models import Reminder, ReportingYear
from reports.reminders.rules import DIGEST
from reports.reminders.run import due, remind, send
from reports.reminders.sending import GOOD_FOR, deliver
from reports.reminders.situation import survey
from reports.status import Duty
from tests.background import make_due, work
from tests.factories.pages import make_site

from .reminder_world import CITY_CENTRE, SANJIANG, SUNDAY, THREE_LEFT, eight, extend, open_year

pytestmark = pytest.mark.django_db
TRIES = 4


class FailingBackend(EmailBackend):
    """A mail server that is down for the first ``failures`` mails."""

    failures = 0

    def send_messages(self, messages) -> int:
        if FailingBackend.failures:
            FailingBackend.failures -= 1
            raise SMTPServerDisconnected("Connection unexpectedly closed")
        return super().send_messages(messages)


@pytest.fixture
def mail_server(settings):
    """Makes the mail server fail as often as it is told."""
    settings.EMAIL_BACKEND = f"{__name__}.FailingBackend"

    def fail(times: int) -> None:
        FailingBackend.failures = times

    yield fail
    FailingBackend.failures = 0


@pytest.fixture
def editor(people, city_centre):
    """Of the only county with a site, whose plan is due in a year that is open."""
    make_site(city_centre, title="文昌社区")
    open_year(2028)
    DBTaskResult.objects.all().delete()
    return people.editor(CITY_CENTRE)


def command(**options) -> list[str]:
    out = StringIO()
    call_command("send_reminders", stdout=out, **options)
    return out.getvalue().splitlines()


def deliver_all() -> None:
    """Do what waits until nothing does, as time goes by."""
    for _ in range(TRIES + 1):
        make_due()
        work()


def test_a_second_run_sends_nothing(editor):
    assert [one.person.pk for one in remind(eight(THREE_LEFT))] == [editor.pk]
    assert remind(eight(THREE_LEFT)) == []
    work()
    assert remind(eight(THREE_LEFT) + timedelta(hours=9)) == []
    deliver_all()
    assert [message.to for message in mail.outbox] == [[editor.email]]
    row = Reminder.objects.get()
    assert (row.user, row.address, row.day, row.reason) == (editor, editor.email, THREE_LEFT, "2028:plan:-3")
    assert row.created_at <= row.sent_at <= timezone.now()


def test_the_next_day_has_its_own(editor):
    days = [THREE_LEFT + timedelta(days=n) for n in range(5)]
    assert [len(remind(eight(day))) for day in days] == [1, 0, 1, 1, 0]
    deliver_all()
    assert len(mail.outbox) == 3


def test_a_reason_that_turns_up_later_on_the_day_is_a_mail_about_it_alone(editor):
    remind(eight(THREE_LEFT))
    ReportingYear.objects.update(summary_deadline=THREE_LEFT + timedelta(days=14))
    (second,) = remind(eight(THREE_LEFT))
    assert second.keys == ["2028:summary:-14"]
    deliver_all()
    assert [message.subject.partition("】")[2] for message in mail.outbox] == [
        "2028 年计划表还有 3 天截止：1 个示范点未报",
        "2028 年总结还有 14 天截止：1 个示范点未报",
    ]
    assert "总结" not in mail.outbox[0].body
    assert "计划表" not in mail.outbox[1].body


def test_reasons_of_one_mail_are_written_together_or_not_at_all(editor, monkeypatch):
    ReportingYear.objects.update(summary_deadline=THREE_LEFT + timedelta(days=7))
    situation = survey(eight(THREE_LEFT))
    monkeypatch.setattr(type(deliver), "enqueue", broken)
    with pytest.raises(RuntimeError):
        send(situation, due(situation)[0])
    assert not Reminder.objects.exists()
    monkeypatch.undo()
    send(situation, due(situation)[0])
    assert set(Reminder.objects.values_list("reason", flat=True)) == {"2028:plan:-3", "2028:summary:-7"}
    deliver_all()
    assert len(mail.outbox) == 1
    assert not Reminder.objects.filter(sent_at=None).exists()


def broken(*args, **kwargs):
    raise RuntimeError("no room on the disk")


@pytest.mark.parametrize("failures", [1, 3])
def test_after_failures_the_mail_comes_once(editor, mail_server, failures):
    mail_server(failures)
    remind(eight(THREE_LEFT))
    work()
    assert mail.outbox == []
    assert Reminder.objects.filter(sent_at=None, begun_at=None).count() == 1
    deliver_all()
    assert [message.to for message in mail.outbox] == [[editor.email]]
    assert Reminder.objects.get().sent_at
    assert not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()


def test_a_mail_server_that_stays_down_is_shown_to_the_administrator_who_has_it_tried_again(
    editor, mail_server, people
):
    mail_server(TRIES)
    remind(eight(THREE_LEFT))
    deliver_all()
    desk = people.client(people.admin())
    said = desk.get("/admin/background/").content.decode()
    assert "发送邮件提醒" in said
    assert "Connection unexpectedly closed" in said
    assert remind(eight(THREE_LEFT)) == [], "it is the background's business now"
    desk.post("/admin/background/")
    deliver_all()
    assert len(mail.outbox) == 1


def test_a_task_that_runs_twice_sends_once(editor):
    remind(eight(THREE_LEFT))
    deliver_all()
    task = DBTaskResult.objects.get()
    DBTaskResult.objects.create(
        id=uuid4(), args_kwargs=task.args_kwargs, task_path=task.task_path, backend_name=task.backend_name,
        run_after=timezone.now(), queue_name=task.queue_name, priority=0,
    )  # fmt: skip
    deliver_all()
    assert DBTaskResult.objects.filter(status="SUCCESSFUL").count() == 2
    assert len(mail.outbox) == 1


def test_a_worker_killed_in_the_middle_does_not_lead_to_a_second_mail(editor):
    remind(eight(THREE_LEFT))
    Reminder.objects.update(begun_at=timezone.now())
    deliver_all()
    assert mail.outbox == []
    assert Reminder.objects.get().sent_at is None


def test_a_mail_of_yesterday_is_not_sent_today(editor):
    remind(eight(THREE_LEFT))
    Reminder.objects.update(created_at=timezone.now() - GOOD_FOR)
    deliver_all()
    assert mail.outbox == []


def test_a_person_who_is_gone_leaves_no_trap(editor, people):
    remind(eight(THREE_LEFT))
    editor.delete()
    other = people.editor(CITY_CENTRE, "other")
    assert [one.person.pk for one in remind(eight(THREE_LEFT))] == [other.pk]
    assert Reminder.objects.filter(user=None).count() == 1


# The command, which asks the clock: deadlines are set from today.


@pytest.fixture
def today(people, city_centre, sanjiang) -> date:
    """Today, with a plan due in three days in one county and a site in another whose plan is due much later."""
    today = timezone.localdate()
    make_site(city_centre, title="文昌社区")
    make_site(sanjiang, title="冠洞村")
    later = today + timedelta(days=200)
    year = open_year(today.year)
    year.plan_deadline, year.summary_deadline = today + timedelta(days=3), later
    year.save()
    extend(year, sanjiang, Duty.PLAN, later)
    DBTaskResult.objects.all().delete()
    return today


def test_the_command_says_in_chinese_what_it_did(today, people):
    editor, lead = people.editor(CITY_CENTRE), people.lead(CITY_CENTRE)
    silent = people.editor(SANJIANG)
    silent.first_name, silent.email = "杨秀英", ""
    silent.save()
    weekly = 1 if today.weekday() == 0 else 0
    department = people.moderator()
    said = command()
    assert said[0] == f"{today:%Y-%m-%d}，开放报送的年度：{ReportingYear.objects.get().year}。"
    assert {line.split()[0] for line in said if line.startswith("  ")} >= {editor.username, lead.username}
    assert "提醒：2 人，已排入后台发送 2 封，今天已经写过 0 人。" in said
    assert f"组联部周报：{weekly} 人，已排入后台发送 {weekly} 封，今天已经写过 0 人。" in said
    assert "没有可用的审定账号：三江侗族自治县。" in said
    assert "没有填写邮箱：杨秀英（三江侗族自治县）。" in said
    assert not [line for line in said if line.startswith("没有可用的编辑账号")]
    assert "提醒：2 人，已排入后台发送 0 封，今天已经写过 2 人。" in command()
    work()
    addresses = {message.to[0] for message in mail.outbox} - {department.email}
    assert addresses == {editor.email, lead.email}


def test_a_dry_run_lists_and_writes_nothing(today, people):
    editor = people.editor(CITY_CENTRE)
    said = command(dry_run=True)
    assert "提醒：1 人，应发 1 封，今天已经写过 0 人。" in said
    year = ReportingYear.objects.get().year
    assert f"  {editor.username} <{editor.email}>：{year} 年计划表还有 3 天截止：1 个示范点未报" in said
    assert said[0].endswith("（只列出，没有发送）")
    assert not Reminder.objects.exists()
    assert not DBTaskResult.objects.exists()
    command()
    assert "提醒：1 人，应发 0 封，今天已经写过 1 人。" in command(dry_run=True)


def test_the_command_does_not_fail_because_of_mail(today, people, mail_server):
    people.editor(CITY_CENTRE)
    mail_server(100)
    assert "提醒：1 人，已排入后台发送 1 封，今天已经写过 0 人。" in command()


def test_without_an_open_year_there_is_nothing_to_say(editor):
    ReportingYear.objects.update(is_open=False)
    assert command() == ["没有开放报送的年度，没有提醒。"]
    assert not Reminder.objects.exists()


# The weekly digest, once.


def test_the_digest_comes_on_mondays_once(editor, people):
    first, second = people.moderator(), people.moderator("zulianbu2")
    monday = SUNDAY + timedelta(days=1)
    assert monday.weekday() == 0
    days = (SUNDAY, monday, monday, monday + timedelta(days=1))
    assert [len(remind(eight(day))) for day in days] == [0, 2, 0, 0]
    assert Reminder.objects.filter(reason=DIGEST, day=monday).count() == 2
    deliver_all()
    assert {message.to[0] for message in mail.outbox} == {first.email, second.email}
    assert len(mail.outbox) == 2
