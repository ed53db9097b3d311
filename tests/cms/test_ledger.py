"""The ledger only grows; its chain shows what was done to it; the audit finds what no guard can prevent."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from wagtail.models import Page

from cms.workflow import append_only
from cms.workflow.audit import findings
from cms.workflow.ledger import Action, AppendOnly, LedgerEntry, LedgerHead
from reports.models import SummaryPhoto
from tests.factories.pages import make_site, make_summary
from tests.flow import fresh, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(city_centre, people):
    return publish(make_summary(make_site(city_centre)), people)


@pytest.fixture
def entry(live):
    return LedgerEntry.objects.filter(page_id=live.pk).first()


def test_models_refuse_changes(entry):
    entry.comment = "改"
    for change in [
        entry.save,
        entry.delete,
        LedgerEntry.objects.all().delete,
        lambda: LedgerEntry.objects.update(comment="改"),
        lambda: LedgerEntry.objects.bulk_update([entry], ["comment"]),
        lambda: LedgerEntry.objects.bulk_create([LedgerEntry(page_id=1)]),
        lambda: LedgerEntry.objects.update_or_create(pk=entry.pk, defaults={"comment": "改"}),
    ]:
        with pytest.raises(AppendOnly):
            change()


@pytest.mark.parametrize(
    "statement", ["UPDATE cms_ledgerentry SET comment = 'x'", "DELETE FROM cms_ledgerentry"]
)
def test_the_database_refuses_changes(entry, statement):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert LedgerEntry.objects.filter(pk=entry.pk, comment="").exists()


def test_it_outlives_page_revision_and_workflow_and_keeps_its_people(live, people):
    before = list(LedgerEntry.objects.values_list("entry_hash", flat=True))
    with pytest.raises(ProtectedError):
        people.lead("450202").delete()
    live.unpublish()
    fresh(live).delete()
    assert list(LedgerEntry.objects.values_list("entry_hash", flat=True))[: len(before)] == before
    assert list(findings()) == []


def test_it_has_no_place_in_the_admin_and_no_permission():
    assert LedgerEntry._meta.default_permissions == ()


def test_audit_is_content_with_what_the_workflow_published(live, capsys):
    mail.outbox.clear()
    call_command("audit_published")
    assert "一致" in capsys.readouterr().out
    assert mail.outbox == []


def unlocked(statement: str) -> None:
    """Somebody who owns the database."""
    append_only.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)


def live_by_sql(live, city_centre):
    draft = make_summary(make_site(city_centre))
    Page.objects.filter(pk=draft.pk).update(live=True)
    return "没有经过本县区主要领导审定"


def title_by_sql(live, city_centre):
    Page.objects.filter(pk=live.pk).update(title="改过")
    return "《改过》"


def row_by_sql(live, city_centre):
    SummaryPhoto.objects.filter(page=live).update(caption="改过")
    return "没有经过"


def bytes_on_disk(live, city_centre):
    file = live.photos.first().image.file
    path = file.storage.path(file.name)
    with open(path, "ab") as stored:
        stored.write(b"x")
    return "与入库时不一致"


def lost_file(live, city_centre):
    file = live.photos.first().image.file
    file.storage.delete(file.name)
    return "与入库时不一致"


def changed_entry(live, city_centre):
    unlocked("UPDATE cms_ledgerentry SET comment = 'x' WHERE id = (SELECT MIN(id) FROM cms_ledgerentry)")
    return "内容被改动过"


def dropped_entry(live, city_centre):
    unlocked("DELETE FROM cms_ledgerentry WHERE id = (SELECT MIN(id) + 1 FROM cms_ledgerentry)")
    return "接不上"


def cut_end(live, city_centre):
    unlocked("DELETE FROM cms_ledgerentry WHERE id = (SELECT MAX(id) FROM cms_ledgerentry)")
    return "末尾"


def appended_entry(live, city_centre):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cms_ledgerentry (action, page_id, page_title, county_code, content_hash, user_name, comment,"
            " checks, created_at, previous_hash, entry_hash)"
            " VALUES ('city_approved', 1, '', '', '', '', '', '[]', '2026-01-01 00:00:00', '', 'forged')"
        )
    return "内容被改动过"


@pytest.mark.parametrize(
    "tamper",
    [
        live_by_sql, title_by_sql, row_by_sql, bytes_on_disk, lost_file,
        changed_entry, dropped_entry, cut_end, appended_entry,
    ],
)  # fmt: skip
def test_audit_finds_what_guards_cannot_prevent(live, city_centre, people, capsys, tamper):
    admin = people.admin()
    expected = tamper(live, city_centre)
    mail.outbox.clear()
    with pytest.raises(SystemExit) as ended:
        call_command("audit_published")
    assert ended.value.code == 1
    assert expected in capsys.readouterr().err
    assert mail.outbox[0].to == [admin.email]
    assert expected in mail.outbox[0].body


def test_concurrent_writers_would_wait_for_the_head(live):
    assert LedgerHead.objects.get().newest_hash == LedgerEntry.objects.last().entry_hash
    assert LedgerEntry.objects.filter(action=Action.PUBLISHED, page_id=live.pk).count() == 1
