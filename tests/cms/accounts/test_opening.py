"""Opening an account, and its first password."""

import pytest
from django.contrib.auth import authenticate, get_user_model
from django_tasks_db.models import DBTaskResult

from cms.accounts.models import AccountChange
from cms.accounts.people import account

from .desk import CODE, PERSON, at, is_in, link_in, mails, set_password

pytestmark = pytest.mark.django_db
User = get_user_model()
OPEN = ("open", CODE, "editor")


def open_one(desk, role: str = "editor", **data):
    response = desk.post(at("open", CODE, role), PERSON | data, follow=True)
    return response, User.objects.filter(username=(PERSON | data)["username"]).first()


def test_an_editor_is_opened_without_a_password(desk, department, city_centre):
    response, user = open_one(desk)
    assert set(user.groups.all()) == {city_centre.editors}
    assert not user.has_usable_password()
    assert (user.is_superuser, user.is_staff, user.user_permissions.count()) == (False, False, 0)
    assert (user.get_full_name(), user.staff_account.post, user.email) == (
        "韦敏",
        "妇联干部",
        "wm@example.org",
    )
    assert "还没有设置密码" in response.content.decode()


@pytest.mark.parametrize(
    "forged",
    [{"is_superuser": "on"}, {"is_staff": "on"}, {"groups": "1"}, {"user_permissions": "1"}, {"role": "moderator"},
     {"password": "geschenkt", "password1": "geschenkt", "new_password1": "geschenkt"}],
)  # fmt: skip
def test_no_field_of_a_forged_form_gives_more(desk, city_centre, forged):
    desk.post(at(*OPEN), PERSON | forged)
    user = User.objects.get(username=PERSON["username"])
    assert set(user.groups.all()) == {city_centre.editors}
    assert (user.is_superuser, user.is_staff, user.user_permissions.count()) == (False, False, 0)
    assert not user.has_usable_password()


@pytest.mark.parametrize(
    ("code", "role", "status"),
    [("department", "moderator", 302), (CODE, "moderator", 404), (CODE, "admin", 404)],
)
def test_other_roles_are_not_the_departments_to_give(desk, code, role, status):
    assert desk.post(at("open", code, role), PERSON).status_code == status
    assert not User.objects.filter(username=PERSON["username"]).exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", "EDITOR-450202"),
        ("username", "编辑"),
        ("username", "a b c"),
        ("username", "ｅｄｉｔｏｒ"),
        ("username", "ed"),
        ("email", "Editor-450202@example.org"),
        ("email", "kein"),
        ("name", ""),
    ],
)
def test_what_is_filled_in_is_looked_at(desk, people, field, value):
    people.editor(CODE)
    number = User.objects.count()
    response = desk.post(at(*OPEN), PERSON | {field: value})
    assert list(response.context["form"].errors) == [field]
    assert User.objects.count() == number


def test_the_next_free_name_is_offered(desk, people):
    people.editor(CODE)
    people.editor(CODE, f"editor-{CODE}-2")
    assert desk.get(at(*OPEN)).context["form"]["username"].value() == f"editor-{CODE}-3"
    assert desk.get(at("open", CODE, "lead")).context["form"]["username"].value() == f"lead-{CODE}"


def test_the_mail_leads_to_the_first_password(desk):
    _, user = open_one(desk)
    (sent,) = mails()
    html = sent.alternatives[0].content
    assert sent.to == ["wm@example.org"]
    assert sent.subject == "【柳州市基层妇联改革示范点】您的账号已开通，请设置密码"
    for body in (sent.body, html):
        assert "韦敏，您好" in body
        assert "editor-450202-9" in body
        assert "市妇联组联部" in body
    assert link_in(sent.body) == link_in(html)
    client, response = set_password(link_in(sent.body))
    assert "密码已设置" in response.content.decode()
    assert (
        authenticate(response.wsgi_request, username=user.username, password="yi ge hen chang de mima")
        == user
    )
    assert not is_in(client)  # she logs in by herself
    assert account(user.pk).state == "new"


def test_a_link_is_in_no_row_of_the_database(desk):
    open_one(desk)
    (sent,) = mails()
    token = link_in(sent.body).rstrip("/").rpartition("/")[2]
    assert token not in str(list(DBTaskResult.objects.values()))
    assert token not in str(list(AccountChange.objects.values()))


def test_without_mail_a_link_is_shown_once(desk):
    response, user = open_one(desk, email="")
    assert mails() == []
    assert "生成设置密码的链接" in response.content.decode()
    shown = desk.post(at("link", user.pk)).content.decode()
    again = desk.post(at("link", user.pk)).content.decode()
    assert link_in(shown) != link_in(again)
    assert link_in(shown) not in desk.get(at("account", user.pk)).content.decode()
    _, response = set_password(link_in(shown))
    assert "链接已失效" in response.content.decode()
    _, response = set_password(link_in(again))
    assert "密码已设置" in response.content.decode()


def test_a_wrong_address_put_right_sends_the_link_there(desk):
    _, user = open_one(desk, email="falsch@example.org")
    (wrong,) = mails()
    desk.post(at("edit", user.pk), {"name": "韦敏", "post": "", "email": "richtig@example.org"})
    _, told, sent = mails()
    assert (told.to, sent.to) == (["falsch@example.org"], ["richtig@example.org"])
    assert "链接已失效" in set_password(link_in(wrong.body))[1].content.decode()
    assert "密码已设置" in set_password(link_in(sent.body))[1].content.decode()


def test_whoever_has_mail_gets_no_link_on_the_departments_screen(desk):
    _, user = open_one(desk)
    response = desk.post(at("link", user.pk), follow=True)
    assert "password_reset/confirm" not in response.content.decode()
    assert [link_in(sent.body) is not None for sent in mails()] == [True]  # the first order's link had ended


def test_all_is_written_down(desk, department):
    _, user = open_one(desk)
    assert list(AccountChange.objects.values_list("action", "actor", "subject", "after")) == [
        ("opened", department.pk, user.pk, "城中区 编辑；韦敏，妇联干部，wm@example.org"),
        ("link_mailed", department.pk, user.pk, "wm@example.org"),
    ]
    (sent,) = mails()
    set_password(link_in(sent.body))
    last = AccountChange.objects.last()
    assert (last.action, last.actor, last.subject) == ("password_set", user, user)
    page = desk.get(at("account", user.pk)).content.decode()
    for word in ("开通", "本人设置了密码", "zulianbu"):
        assert word in page
