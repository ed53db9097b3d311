"""An archived record stays as it was first published, whoever writes in whatever way of the code."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from wagtail.models import Page

from pages.models.works.council import ArchivedRecord
from pages.publishing import PublishingRefused
from pages.works import archive
from tests.factories.works import fill, make_work, make_work_site, rows
from tests.flow import fresh, publish

from .conftest import said

pytestmark = pytest.mark.django_db

KEPT = "4 月 8 日“楼道照明”已归档发布，不能修改、取消归档或删除。请重新打开页面，恢复这条记录。"
OTHER = {"held_on": date(2020, 9, 1), "matter": "晾衣架"}


@pytest.fixture
def page(city_centre, picture):
    """A draft with one archived record and one that is not."""
    records = [*rows("council", "records"), OTHER]
    return make_work("council", make_work_site("council", city_centre), image=picture, records=records)


@pytest.fixture
def kept(page, people):
    return publish(page, people)


def with_records(page, *records: dict):
    edited = fresh(page).get_latest_revision_as_object()
    fill(edited, {"records": list(records)})
    return edited


ARCHIVED = rows("council", "records")[0]
CHANGED = {
    "held_on": date(2020, 4, 9), "matter": "别的事", "participants": 19, "method": "online",
    "outcome": "不装了", "follow_up": "", "archive_number": "2020-02", "archived": False,
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_no_word_of_a_published_record_is_changed(kept, name):
    edited = with_records(kept, ARCHIVED | {name: CHANGED[name]}, OTHER)
    assert f"议事记录：{KEPT}" in said(edited.standing_problems())
    assert f"议事记录：{KEPT}" in said(edited.submission_problems())
    before = fresh(kept).latest_revision_id
    with pytest.raises(ValidationError, match="已归档发布"):
        edited.save_revision(clean=False)
    assert fresh(kept).latest_revision_id == before


def test_a_published_record_is_not_left_out(kept):
    edited = with_records(kept, OTHER)
    assert said(edited.standing_problems()) == [f"议事记录：{KEPT}"]
    with pytest.raises(ValidationError):
        edited.save_revision()


def test_order_other_records_and_new_ones_are_free(kept):
    edited = with_records(kept, OTHER | {"matter": "晾衣绳"}, {"held_on": date(2020, 10, 1)}, ARCHIVED)
    assert edited.standing_problems() == []
    edited.save_revision()
    assert fresh(kept).get_latest_revision_as_object().records.first().matter == "晾衣绳"


def test_before_publication_a_slip_can_be_corrected(page):
    edited = with_records(page, ARCHIVED | {"outcome": "加装感应灯"}, OTHER)
    assert edited.submission_problems() == []
    edited.save_revision()
    edited = with_records(page, OTHER)
    edited.save_revision()
    assert not ArchivedRecord.objects.exists()


def test_what_was_published_without_being_archived_can_still_be_corrected(kept, people):
    with_records(kept, ARCHIVED, OTHER | {"matter": "晾衣绳"}).save_revision()
    publish(kept, people)
    assert list(ArchivedRecord.objects.values_list("matter", flat=True)) == ["楼道照明"]


def test_a_record_archived_later_is_bound_when_that_is_published(kept, people):
    second = ARCHIVED | {"held_on": date(2020, 9, 1), "matter": "晾衣架", "archive_number": "2020-02"}
    with_records(kept, ARCHIVED, second).save_revision()
    publish(kept, people)
    assert [str(one) for one in ArchivedRecord.objects.order_by("held_on")] == [
        "4 月 8 日“楼道照明”",
        "9 月 1 日“晾衣架”",
    ]
    assert len(with_records(kept).standing_problems()) == 2


def test_publishing_again_binds_nothing_twice(kept, people):
    edited = fresh(kept).get_latest_revision_as_object()
    edited.title = "另一个标题"
    edited.save_revision()
    publish(kept, people)
    assert ArchivedRecord.objects.count() == 1


def test_withdrawn_page_keeps_its_records(kept):
    kept.unpublish()
    with pytest.raises(ValidationError):
        with_records(kept, OTHER).save_revision()
    with_records(kept, ARCHIVED).save_revision()


def test_older_revision_does_not_come_back(page, people):
    """What was approved once, before the record was archived, is not published again in its place."""
    with_records(page, ARCHIVED | {"archived": False}, OTHER).save_revision()
    first = publish(page, people).live_revision
    with_records(page, ARCHIVED, OTHER).save_revision()
    publish(page, people)
    with pytest.raises(ValidationError):
        first.as_object().save_revision()
    with pytest.raises(PublishingRefused):
        first.publish()
    assert fresh(page).records.filter(archived=True).count() == 1


def test_page_and_what_stands_above_it_are_protected_in_the_database(kept):
    kept.unpublish()
    site = kept.get_parent()
    for page in (fresh(kept), site.specific, fresh(kept)):
        with pytest.raises(ProtectedError):
            page.delete()
    for page in (site, Page.objects.get(pk=kept.pk)):
        with pytest.raises(ProtectedError), transaction.atomic():
            page.delete()
    assert fresh(kept).records.count() == 2
    assert Page.find_problems() == ([], [], [], [], [])


def test_page_without_bound_records_can_be_deleted(page):
    site = page.get_parent()
    assert not archive.holds_archive(Page.objects.filter(path__startswith=site.path))
    page.delete()
    assert not Page.objects.filter(pk=page.pk).exists()
