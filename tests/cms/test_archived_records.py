"""Archived records against the admin's own ways of writing: save, submit, revert, delete, one or many."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cms.machine.page_forms import page_data
from tests.factories.works import make_work, make_work_site, rows
from tests.flow import fresh, publish, step

pytestmark = pytest.mark.django_db

KEPT = "4 月 8 日“楼道照明”已归档发布，不能修改、取消归档或删除"
SAVE, SUBMIT = {}, {"action-submit": "1"}


def latest(page):
    return fresh(page).get_latest_revision_as_object()


@pytest.fixture
def editor(people):
    return people.editor("450202")


@pytest.fixture
def client(people, editor):
    return people.client(editor)


@pytest.fixture
def kept(city_centre, people):
    """Published first with nothing archived, then with its first record archived; the second stays open."""
    first, second = rows("council", "records")[0], {"held_on": date(2020, 9, 1), "matter": "晾衣架"}
    site = make_work_site("council", city_centre)
    page = make_work("council", site, records=[first | {"archived": False}, second])
    publish(page, people)
    edited = latest(page)
    records = list(edited.records.all())
    records[0].archived = True
    edited.records = records
    edited.save_revision()
    return publish(page, people)


def changed(data: dict) -> dict:
    return data | {"records-0-outcome": "不装了"}


def unarchived(data: dict) -> dict:
    return {name: value for name, value in data.items() if name != "records-0-archived"}


def removed(data: dict) -> dict:
    return data | {"records-0-DELETE": "on"}


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize("button", [SAVE, SUBMIT], ids=["save", "submit"])
@pytest.mark.parametrize("change", [changed, unarchived, removed])
def test_form_refuses_and_says_which_record(kept, client, editor, change, button):
    before = fresh(kept).latest_revision_id
    response = client.post(edit_url(kept), change(page_data(latest(kept), editor)) | button)
    assert response.status_code == 200
    assert KEPT in response.content.decode()
    assert fresh(kept).latest_revision_id == before
    assert step(kept) == ""


@pytest.mark.parametrize("who", ["lead", "moderator", "admin"])
def test_nobody_else_may_either(kept, people, who):
    user = getattr(people, who)(*(["450202"] if who == "lead" else []))
    people.client(user).post(edit_url(kept), removed(page_data(latest(kept), user)))
    assert latest(kept).records.filter(archived=True).count() == 1


def test_form_of_a_withdrawn_page_refuses_too(kept, client, editor):
    kept.unpublish()
    response = client.post(edit_url(kept), removed(page_data(latest(kept), editor)))
    assert KEPT in response.content.decode()
    assert latest(kept).records.count() == 2


def test_order_and_open_records_can_be_changed(kept, client, editor):
    data = page_data(latest(kept), editor)
    data |= {"records-0-ORDER": 2, "records-1-ORDER": 1, "records-1-matter": "晾衣绳"}
    assert client.post(edit_url(kept), data).status_code == 302
    assert [row.matter for row in latest(kept).records.all()] == ["晾衣绳", "楼道照明"]


def test_before_publication_the_form_takes_corrections(city_centre, client, editor):
    page = make_work("council", make_work_site("council", city_centre))
    assert client.post(edit_url(page), changed(page_data(latest(page), editor))).status_code == 302
    assert latest(page).records.first().outcome == "不装了"


@pytest.mark.parametrize("button", [SAVE, SUBMIT], ids=["save", "submit"])
def test_an_older_version_is_not_brought_back(kept, client, editor, button):
    before = fresh(kept).latest_revision_id
    old = kept.revisions.order_by("pk").first()
    assert not old.as_object().records.filter(archived=True)
    data = page_data(old.as_object(), editor) | {"revision": old.pk} | button
    for url in (reverse("wagtailadmin_pages:revisions_revert", args=[kept.pk, old.pk]), edit_url(kept)):
        assert KEPT in client.post(url, data).content.decode()
    assert fresh(kept).latest_revision_id == before
    with pytest.raises(ValidationError):
        old.as_object().save_revision(user=editor)


@pytest.fixture
def withdrawn(kept):
    kept.unpublish()
    return fresh(kept)


@pytest.mark.parametrize("who", ["editor", "lead", "admin"])
def test_withdrawn_page_and_its_site_are_not_deleted(withdrawn, people, who):
    user = getattr(people, who)(*(["450202"] if who != "admin" else []))
    client, site = people.client(user), withdrawn.get_parent()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    for page in (withdrawn, site):
        assert not page.specific.permissions_for_user(user).can_delete()
        client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
        client.post(f"{bulk}?id={page.pk}", {"confirm": "1"})
    assert fresh(withdrawn).records.count() == 2


def test_withdrawn_page_without_archived_records_can_be_deleted(city_centre, people, editor, client):
    records = rows("council", "records", archived=False)
    page = publish(make_work("council", make_work_site("council", city_centre), records=records), people)
    page.unpublish()
    assert fresh(page).permissions_for_user(people.admin()).can_delete()
    people.client(people.admin()).post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not type(page).objects.filter(pk=page.pk).exists()


def test_asking_whether_it_may_be_deleted_costs_one_query_for_the_archive(withdrawn, people):
    tester = withdrawn.permissions_for_user(people.admin())
    with CaptureQueriesContext(connection) as queries:
        tester.can_delete()
    assert sum("archivedrecord" in query["sql"] for query in queries) == 1
