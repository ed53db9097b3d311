"""Forgotten passwords: one answer for all, not too often, and a link that works once and for a time."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.accounts import links
from cms.accounts.password_views import PER_ADDRESS, PER_CONNECTION
from tests.people import PASSWORD

from .desk import CODE, NEW, is_in, link_in, mails, set_password

pytestmark = pytest.mark.django_db
FORGOTTEN = "/admin/password_reset/"
LOGIN = "/admin/login/"


@pytest.fixture(autouse=True)
def no_counts():
    cache.clear()


RANDOM = re.compile(rb"[A-Za-z0-9]{64}")  # tokens against forged requests


def orders() -> int:
    """How many mails wait to be sent."""
    return DBTaskResult.objects.filter(task_path="cms.accounts.mails.send_forgotten").count()


def said(response) -> bytes:
    """What a page says, without what is random in it."""
    return RANDOM.sub(b"", response.content)


def ask(email: str, address: str = "10.0.0.1"):
    return Client(REMOTE_ADDR=address).post(FORGOTTEN, {"email": email}, follow=True)


def test_the_answer_is_the_same_whether_or_not_there_is_an_account(people):
    editor = people.editor(CODE)
    known, unknown = ask(editor.email), ask("nobody@example.org")
    assert known.redirect_chain == unknown.redirect_chain == [("/admin/password_reset/done/", 302)]
    assert said(known) == said(unknown)
    assert orders() == 2
    assert [sent.to for sent in mails()] == [[editor.email]]


def test_the_mail_is_read_back(people):
    editor = people.editor(CODE)
    browser = people.client(editor)
    ask(editor.email.upper())
    (sent,) = mails()
    assert sent.subject == "【柳州市基层妇联改革示范点】重设密码"
    assert "不是您本人要求的，不用理会，密码没有改变。" in sent.body
    _, response = set_password(link_in(sent.body))
    assert "密码已设置" in response.content.decode()
    assert not is_in(browser)  # logged in with the old password
    assert "链接已失效" in set_password(link_in(sent.body))[1].content.decode()


def test_closed_accounts_get_nothing(people):
    editor = people.editor(CODE)
    path = links.address(editor)
    editor.is_active = False
    editor.save()
    ask(editor.email)
    assert mails() == []
    assert "链接已失效" in set_password("/admin" + path.partition("/admin")[2])[1].content.decode()


def test_a_link_ends_with_its_time(people, monkeypatch, settings):
    path = "/admin" + links.address(people.editor(CODE)).partition("/admin")[2]
    for seconds, words in [(60, "链接已失效"), (-60, "设置密码")]:
        later = timezone.localtime().replace(tzinfo=None) + timedelta(
            seconds=settings.PASSWORD_RESET_TIMEOUT + seconds
        )
        monkeypatch.setattr(links.tokens, "_now", lambda later=later: later)
        assert words in Client().get(path, follow=True).content.decode()


def test_one_address_is_written_to_a_few_times_an_hour_and_the_answer_stays(people):
    editor = people.editor(CODE)
    answers = {said(ask(editor.email, f"10.0.1.{n}")) for n in range(PER_ADDRESS + 2)}
    assert len(answers) == 1
    assert len(mails()) == PER_ADDRESS


def test_one_connection_asks_a_number_of_times_an_hour():
    for n in range(PER_CONNECTION + 3):
        ask(f"person-{n}@example.org")
    assert orders() == PER_CONNECTION
    ask("other@example.org", "10.0.0.2")
    assert orders() == PER_CONNECTION + 1


def test_a_new_password_lifts_the_lock_after_wrong_ones(people, settings):
    settings.AXES_ENABLED = True
    editor = people.editor(CODE)
    for _ in range(settings.AXES_FAILURE_LIMIT):
        response = Client().post(LOGIN, {"username": editor.username, "password": "falsch"})
    assert "登录已暂停" in response.content.decode()
    ask(editor.email)
    (sent,) = mails()
    set_password(link_in(sent.body), NEW)
    assert not AccessAttempt.objects.exists()
    response = Client().post(LOGIN, {"username": editor.username, "password": NEW})
    assert response.url == reverse("wagtailadmin_home")


def test_a_weak_password_is_refused(people):
    editor = people.editor(CODE)
    _, response = set_password("/admin" + links.address(editor).partition("/admin")[2], "1234567890")
    assert response.context["form"].errors
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)
