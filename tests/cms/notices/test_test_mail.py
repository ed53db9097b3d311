"""``send_test_mail``: one mail, or in Chinese what is wrong and what to check."""

from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from tests.factories.smtp_server import parts, subject

ADDRESS = "admin@example.org"


def command(address: str = ADDRESS) -> str:
    said = StringIO()
    call_command("send_test_mail", address, stdout=said)
    return said.getvalue()


def failure(address: str = ADDRESS) -> str:
    with pytest.raises(CommandError) as caught:
        command(address)
    return str(caught.value)


def test_exactly_one_mail_in_both_forms(box, settings):
    settings.DEFAULT_FROM_EMAIL = "site@example.org"
    said = command()
    assert "site@example.org" in said
    assert f"端口 {box.port}" in said
    assert "已经收下" in said
    assert box.addresses == [ADDRESS]
    (message,) = box.to(ADDRESS)
    assert subject(message) == "【柳州市基层妇联改革示范点】测试邮件"
    for form in parts(message):
        assert "说明网站能发邮件到这个邮箱" in form
        assert "site@example.org" in form


def test_without_a_server_it_says_so():
    said = command()
    assert "没有设置邮件服务器" in said
    assert "已经收下" not in said
    assert len(mail.outbox) == 1


def test_a_refused_recipient(box):
    box.refuses = {ADDRESS}
    said = failure()
    assert "不接受这个收件地址" in said
    assert "550 no such mailbox" in said


def test_a_wrong_password(box, settings):
    box.wants_login = True
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "site", "wrong"
    said = failure()
    assert "登录邮件服务器没有成功" in said
    assert "授权码" in said
    assert "535" in said


def test_a_server_without_the_encryption_that_is_asked_for(box, settings):
    settings.EMAIL_USE_TLS = True
    assert "加密方式对不上" in failure()
    settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = False, True
    assert "smtp+ssl://" in failure()


def test_a_server_that_turns_away(box):
    box.turns_away = 1
    assert "421 try later" in failure()


def test_nobody_at_the_port(settings, box):
    settings.EMAIL_PORT = 1
    assert "拒绝连接" in failure()


def test_no_address_at_all(box):
    assert failure("admin") == "“admin”不是邮箱地址。"
    assert box.taken == []
