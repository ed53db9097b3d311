"""Each kind of act has its row, told once, with who, what, where and when."""

import pytest
from axes.models import AccessFailureLog, AccessLog
from django.test import Client
from wagtail.log_actions import LogContext, log
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from cms.audit.kinds import Kind
from cms.audit.listing import SOURCES
from cms.roles import ROLES
from cms.workflow.ledger import Action, LedgerEntry
from cms.workflow.withdrawing import withdraw
from pages.models import Term
from tests.factories.pages import make_site
from tests.flow import decide, fresh, publish, submit
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(city_centre):
    return make_site(city_centre, "文昌社区")


def test_the_way_of_a_page_is_told_from_submission_to_withdrawal(site, people, listed):
    editor, lead, city = people.editor("450202"), people.lead("450202"), people.moderator()
    submit(site, editor)
    decide(site, lead, "reject", "请补充简介。")
    submit(site, editor)
    decide(site, lead, comment="可以。")
    decide(site, city)
    withdraw(fresh(site), people.admin(), "内容有错误。")
    found = [row for row in listed(subject="文昌社区") if row.kind != Kind.WRITING]
    assert {row.kind for row in found} == {
        Kind.SUBMISSION, Kind.RETURN, Kind.APPROVAL, Kind.PUBLICATION, Kind.WITHDRAWAL,
    }  # fmt: skip
    assert {row.county for row in found} == {"城中区"}
    (returned,) = [row for row in found if row.kind == Kind.RETURN]
    assert (returned.act, returned.person, returned.detail) == ("县区退回", "lead-450202", "请补充简介。")
    assert returned.at == LedgerEntry.objects.get(action=Action.LEAD_RETURNED).created_at
    approvals = {row.act: row.person for row in found if row.kind == Kind.APPROVAL}
    assert approvals == {"县区审定通过": "lead-450202", "市级审核通过": "zulianbu"}
    (published,) = [row for row in found if row.kind == Kind.PUBLICATION]
    assert published.sheet_id == LedgerEntry.objects.get(action=Action.PUBLISHED, page_id=site.pk).pk
    assert "admin" in {row.person for row in found if row.kind == Kind.WITHDRAWAL}


def test_what_the_ledger_lacks_is_told_by_the_log_of_pages(site, people, listed):
    """A publication without approvals cannot happen on this site; if somebody finds a way, it stands here."""
    log(instance=site, action="wagtail.publish", user=people.admin(), revision=site.get_latest_revision())
    (row,) = listed(kind="publication", subject="文昌社区")
    assert row.person == "admin"
    assert row.sheet_id is None


def test_writing_moving_and_deleting_are_told(city_centre, people, listed, site):
    client = people.client(people.editor("450202"))
    site.title = "改过的名字"
    site.save_revision(user=people.editor("450202"), log_action=True)
    (edited,) = listed(kind="writing", subject="改过的名字")
    assert (edited.act, edited.person, edited.county) == ("已保存草稿", "editor-450202", "城中区")
    assert client.post(f"/admin/pages/{site.pk}/delete/").status_code == 302
    assert not Page.objects.filter(pk=site.pk).exists()
    (deleted,) = listed(kind="removal", subject="改过的名字")
    assert (deleted.subject, deleted.person) == ("改过的名字", "editor-450202")
    assert not deleted.page_exists
    assert listed(kind="writing", subject="改过的名字"), "what was done before stays"


def test_saves_of_one_sitting_are_one_row(site, people, listed):
    with LogContext(user=people.editor("450202")):
        for _ in range(3):
            log(instance=site, action="wagtail.edit")
    log(instance=site, action="wagtail.edit", user=people.editor("450202"))
    acts = [row.act for row in listed(kind="writing", subject="文昌社区")]
    assert acts == ["已保存草稿", "已保存草稿", "创建"]


def test_accounts_and_settings_are_told(people, listed):
    admin, term = people.admin(), Term.objects.first()
    client = people.client(admin)
    editor = people.editor("450202")
    data = {"username": editor.username, "email": "new@example.org", "first_name": "秀英", "last_name": "覃",
            "is_active": "on", "groups": [group.pk for group in editor.groups.all()]}  # fmt: skip
    client.post(f"/admin/users/edit/{editor.pk}/", data)
    log(instance=term, action="wagtail.edit", user=people.moderator())
    found = listed(kind="other")
    assert [row.person for row in found] == ["zulianbu", "admin"]
    assert found[0].subject.endswith(str(term))
    assert "：" in found[1].subject


def test_logins_and_failed_ones_are_told(people, listed, settings):
    settings.AXES_ENABLED = True
    lead = people.lead("450202")
    client = Client()
    client.post("/admin/login/", {"username": lead.username, "password": "wrong"}, REMOTE_ADDR="192.0.2.7")
    client.post("/admin/login/", {"username": "nobody", "password": "wrong"}, REMOTE_ADDR="192.0.2.7")
    client.post("/admin/login/", {"username": lead.username, "password": PASSWORD}, REMOTE_ADDR="192.0.2.7")
    failed = listed(kind="failed_login")
    assert [(row.person, row.county) for row in failed] == [("nobody", ""), ("lead-450202", "城中区")]
    assert failed[0].detail == "来自 192.0.2.7"
    (login,) = listed(kind="login")
    assert (login.person, login.county) == ("lead-450202", "城中区")
    client.post("/admin/logout/", REMOTE_ADDR="192.0.2.7")
    assert "退出" in listed(kind="login")[0].detail
    assert "wrong" not in str(failed)


def test_the_sixth_wrong_password_is_marked(people, listed, settings):
    settings.AXES_ENABLED = True
    people.lead("450202")
    for _ in range(6):
        Client().post("/admin/login/", {"username": "lead-450202", "password": "wrong"})
    details = [row.detail for row in listed(kind="failed_login")]
    assert len(details) == 6
    assert "账号因此暂停" in details[0]
    assert "账号因此暂停" not in details[1]


def test_names_of_accounts_that_are_gone_are_said_to_be_gone(site, people, listed):
    somebody = people.editor("450202", "leaver")
    log(instance=site, action="wagtail.edit", user=somebody)
    pk = somebody.pk
    somebody.delete()
    assert listed(kind="writing")[0].person == f"已删除的账号（{pk}）"


def test_every_row_of_every_table_is_in_exactly_one_kind(site, people):
    publish(site, people)
    withdraw(fresh(site), people.admin(), "内容有错误。")
    for action in (
        "wagtail.create",
        "wagtail.edit",
        "wagtail.move",
        "wagtail.delete",
        "wagtail.workflow.resume",
        "wagtail.copy",
    ):
        log(instance=site, action=action, user=people.admin(), data={"source": {}, "destination": {}})
    log(instance=people.admin(), action="wagtail.edit", user=people.admin())
    AccessLog.objects.create(username="admin", path_info="/", user_agent="x")
    AccessFailureLog.objects.create(username="admin", path_info="/", user_agent="x")
    for source in SOURCES:
        whole = {one.pk: source.row(one).kind for one in source.all()}
        assert whole, source
        by_kind = {kind: {one.pk for one in source.all().filter(q)} for kind, q in source.kinds.items()}
        assert {pk: {kind for kind, pks in by_kind.items() if pk in pks} for pk in whole} == {
            pk: {kind} for pk, kind in whole.items()
        }


def test_nothing_of_it_can_be_changed_by_a_role():
    tables = {
        model._meta.model_name
        for model in (LedgerEntry, PageLogEntry, ModelLogEntry, AccessLog, AccessFailureLog)
    }
    named = {
        name.split("_", 1)[1] for role in ROLES.values() for name in role.model_permissions if "_" in name
    }
    assert not tables & named
