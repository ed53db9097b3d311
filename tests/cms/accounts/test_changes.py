"""Changing, closing and moving accounts: at once, written down, and never one's own."""

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from cms.accounts.models import AccountChange
from cms.accounts.people import account
from reports.models.append_only import AppendOnlyError
from tests.factories.pages import make_site, make_summary
from tests.flow import decide, fresh, submit

from .desk import CODE, OTHER, at, is_in, link_in, mails, set_password

pytestmark = pytest.mark.django_db


def test_a_closed_account_is_out_at_once_and_stays_out_when_opened_again(desk, people):
    editor = people.editor(CODE)
    browser, stranger = people.client(editor), people.client(people.editor(OTHER))
    assert is_in(browser)
    desk.post(at("close", editor.pk))
    assert not is_in(browser)
    assert is_in(stranger)
    desk.post(at("reopen", editor.pk))
    assert not is_in(browser)
    (sent,) = mails()
    assert sent.subject.endswith("您的账号已重新启用")
    _, response = set_password(link_in(sent.body))
    assert "密码已设置" in response.content.decode()
    assert account(editor.pk).role_words == "城中区 编辑"


def test_what_a_closed_editor_had_under_way_goes_on(desk, people, city_centre):
    editor, lead = people.editor(CODE), people.lead(CODE)
    summary = make_summary(make_site(city_centre), owner=editor)
    submit(summary, editor)
    desk.post(at("close", editor.pk))
    decide(summary, lead, "reject", "请改")
    colleague = people.client(people.editor(CODE, "colleague"))
    assert colleague.get(reverse("wagtailadmin_pages:edit", args=[summary.pk])).status_code == 200
    assert fresh(summary).owner == editor


def test_moving_changes_the_groups_and_ends_the_sessions(desk, people, sanjiang):
    editor = people.editor(CODE)
    browser = people.client(editor)
    assert is_in(browser)
    desk.post(at("move", editor.pk), {"place": f"{OTHER}:lead"})
    assert set(editor.groups.all()) == {sanjiang.leads}
    assert not is_in(browser)
    change = AccountChange.objects.get(action="moved")
    assert (change.before, change.after) == ("城中区 编辑", "三江侗族自治县 审定")
    assert editor.has_usable_password()


@pytest.mark.parametrize("place", ["department:moderator", "450202:moderator", "450202:editor", "x", ""])
def test_an_account_is_moved_to_no_other_place(desk, people, city_centre, place):
    editor = people.editor(CODE)
    response = desk.post(at("move", editor.pk), {"place": place})
    assert list(response.context["form"].errors) == ["place"]
    assert set(editor.groups.all()) == {city_centre.editors}


def test_nobody_raises_herself(people):
    """A moderator who is a lead too, and a lead: neither gets to a form about herself."""
    for user in (people.lead_and_moderator(CODE), people.lead(CODE), people.moderator()):
        client, before = people.client(user), set(user.groups.all())
        for name, data in [
            ("move", {"place": f"{OTHER}:lead"}),
            ("deputy", {"until": "2099-01-01"}),
            ("edit", {"name": "新名字"}),
            ("link", {}),
        ]:
            assert client.post(at(name, user.pk), data | {"is_superuser": "on"}).status_code == 302
            assert client.get(at("account", user.pk)).url == reverse("wagtailadmin_home")
        user.refresh_from_db()
        assert (set(user.groups.all()), user.is_superuser, user.get_full_name()) == (before, False, "")
    assert not AccountChange.objects.exists()


def test_the_administrator_runs_the_departments_accounts(people, department):
    admin = people.client(people.admin())
    admin.post(at("close", department.pk))
    department.refresh_from_db()
    assert not department.is_active
    data = {"name": "丙", "username": "zulianbu3", "post": "", "email": ""}
    admin.post(at("open", "department", "moderator"), data)
    made = AccountChange.objects.get(action="opened").subject
    assert list(made.groups.all()) == [Group.objects.get(name="市妇联组联部")]


@pytest.mark.parametrize(("name", "data"), [("close", {}), ("move", {"place": f"{OTHER}:editor"})])
def test_the_last_lead_goes_only_with_a_tick(desk, people, name, data):
    lead = people.lead(CODE)
    page = desk.get(at(name, lead.pk)).content.decode()
    assert "城中区最后一个可用的审定账号" in page
    response = desk.post(at(name, lead.pk), data)
    assert "这是本县区最后一个可用的审定账号" in response.content.decode()
    assert not AccountChange.objects.exists()
    assert desk.post(at(name, lead.pk), data | {"confirmed": "on"}).status_code == 302
    assert AccountChange.objects.count() == 1
    assert "没有可用的审定账号" in desk.get(at("unit", CODE)).content.decode()


def test_one_of_two_leads_goes_without(desk, people):
    first, second = people.lead(CODE), people.lead(CODE, "second")
    assert "最后一个" not in desk.get(at("close", first.pk)).content.decode()
    desk.post(at("close", first.pk))
    assert "城中区最后一个可用的审定账号" in desk.get(at("close", second.pk)).content.decode()


def test_another_address_ends_the_links_and_the_former_one_is_told(desk, people):
    editor = people.editor(CODE)
    desk.post(at("link", editor.pk))
    (sent,) = mails()
    desk.post(at("edit", editor.pk), {"name": "韦敏", "post": "主席", "email": "new@example.org"})
    _, told = mails()
    assert told.to == [f"editor-{CODE}@example.org"]
    assert "改用了另一个邮箱" in told.body
    assert "password_reset" not in told.body
    assert "链接已失效" in set_password(link_in(sent.body))[1].content.decode()
    change = AccountChange.objects.get(action="edited")
    assert change.after == "韦敏，主席，new@example.org"
    desk.post(at("edit", editor.pk), {"name": "韦敏", "post": "主席", "email": "new@example.org"})
    assert AccountChange.objects.filter(action="edited").count() == 1


def test_the_record_is_never_changed(desk, people):
    desk.post(at("close", people.editor(CODE).pk))
    change = AccountChange.objects.get()
    for refused in (change.save, change.delete, AccountChange.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            refused()
    for statement in ("UPDATE cms_accountchange SET before = ''", "DELETE FROM cms_accountchange"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement)
