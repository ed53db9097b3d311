"""邮件通知 on the page 账号与密码."""

import pytest

from cms.models import MailChoice

pytestmark = pytest.mark.django_db
URL = "/admin/account/"


def filled(user, **choices) -> dict[str, str]:
    return {
        "name_email-first_name": "覃芳",
        "name_email-last_name": "",
        "name_email-email": user.email,
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        **choices,
    }


def test_everybody_of_the_review_chooses_for_herself(people):
    editor, lead = people.editor("450202"), people.lead("450202")
    desk = people.client(editor)
    said = desk.get(URL).content.decode()
    assert "邮件通知" in said
    assert "等我处理的" in said
    assert said.count('value="none"') == 1, "only information can be left out"
    assert "submitted_notifications" not in said
    assert "rejected_notifications" not in said
    answer = desk.post(URL, filled(editor, **{"mail-to_do": "daily", "mail-to_know": "none"}))
    assert answer.status_code == 302
    choice = MailChoice.objects.get()
    assert (choice.user, choice.to_do, choice.to_know) == (editor, "daily", "none")
    assert 'value="daily"' in people.client(lead).get(URL).content.decode()
    desk.post(URL, filled(editor, **{"mail-to_do": "now", "mail-to_know": "daily"}))
    choice.refresh_from_db()
    assert (choice.to_do, choice.to_know) == ("now", "daily")


def test_what_waits_cannot_be_left_out(people):
    editor = people.editor("450202")
    people.client(editor).post(URL, filled(editor, **{"mail-to_do": "none", "mail-to_know": "none"}))
    assert not MailChoice.objects.exists()


def test_who_takes_no_part_has_nothing_to_choose(people):
    admin = people.admin()
    desk = people.client(admin)
    assert "等我处理的" not in desk.get(URL).content.decode()
    assert desk.post(URL, filled(admin)).status_code == 302
    assert not MailChoice.objects.exists()
