"""``setup_site``: exact groups and permissions, idempotent, stock leftovers gone; roles as exact sets."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowPage,
)

from cms.county import County
from pages.models import CountyPage, HomePage, SearchEquivalent, WordToAvoid
from reports.models import AdoptionChannel, ReportingYear

pytestmark = pytest.mark.django_db
FILES = {"add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"}
CHOOSE = {"choose_image", "choose_document"}


def snapshot() -> dict[str, set]:
    return {
        "pages": set(Page.objects.values_list("path", "slug", "live")),
        "groups": set(Group.objects.values_list("name", "permissions__codename")),
        "page permissions": set(GroupPagePermission.objects.values_list("group", "page", "permission")),
        "file permissions": set(
            GroupCollectionPermission.objects.values_list("group", "collection", "permission")
        ),
        "collections": set(Collection.objects.values_list("path", "name")),
        "tasks": set(Task.objects.values_list("name", "active")),
        "workflows": set(Workflow.objects.values_list("name", "active")),
        "words": set(WordToAvoid.objects.values_list("pk", "word", "reason", "better", "unless", "active")),
        "equivalents": set(SearchEquivalent.objects.values_list("pk", "terms")),
        "channels": set(AdoptionChannel.objects.values_list("pk", "name", "points", "sort_order", "active")),
        "years": set(ReportingYear.objects.values_list("year", flat=True)),
        "counties": set(County.objects.values_list("code", "page", "editors", "leads", "collection")),
    }


def test_running_again_changes_nothing():
    before = snapshot()
    call_command("setup_site", verbosity=0)
    assert snapshot() == before


def test_a_word_that_the_department_deleted_does_not_come_back():
    gone = WordToAvoid.objects.first()
    gone.delete()
    before = snapshot()
    call_command("setup_site", verbosity=0)
    assert snapshot() == before
    assert before["words"]
    assert not WordToAvoid.objects.filter(word=gone.word).exists()


def test_ten_counties_with_groups_and_collections():
    assert CountyPage.objects.count() == County.objects.count() == 10
    assert set(County.objects.values_list("code", flat=True)) == {
        "450202", "450203", "450204", "450205", "450206", "450222", "450223", "450224", "450225", "450226",
    }  # fmt: skip
    kinds = dict(CountyPage.objects.values_list("title", "kind"))
    assert kinds["城中区"] == "district"
    assert kinds["柳城县"] == "county"
    assert kinds["融水苗族自治县"] == "autonomous"


def test_stock_groups_and_workflow_are_gone_and_one_workflow_is_on_home():
    names = set(Group.objects.values_list("name", flat=True))
    counties = County.objects.values_list("name", flat=True)
    assert names == {f"县区{role}·{name}" for role in ("编辑", "审定") for name in counties} | {
        "市妇联组联部"
    }
    assert list(Workflow.objects.values_list("name", flat=True)) == ["县区审定 → 市级审核"]
    assert list(Task.objects.order_by("workflow_tasks__sort_order").values_list("name", flat=True)) == [
        "县区审定",
        "市级审核",
    ]
    assert [row.page.specific for row in WorkflowPage.objects.all()] == [HomePage.objects.get()]
    assert Site.objects.get().root_page.specific == HomePage.objects.get()


@pytest.mark.parametrize("role", ["editors", "leads"])
def test_county_groups_can_exactly_this(city_centre, role):
    group = getattr(city_centre, role)
    assert set(group.permissions.values_list("codename", flat=True)) == {"access_admin"}
    assert set(group.page_permissions.values_list("page", "permission__codename")) == {
        (city_centre.page_id, "add_page"),
        (city_centre.page_id, "change_page"),
    }
    assert set(group.collection_permissions.values_list("collection", "permission__codename")) == {
        (city_centre.collection_id, codename) for codename in FILES
    }


def test_organisation_department_can_exactly_this():
    group = Group.objects.get(name="市妇联组联部")
    home, root = HomePage.objects.get(), Collection.get_first_root_node()
    city = Collection.objects.get(name="市级")
    assert set(group.permissions.values_list("codename", flat=True)) == {
        "access_admin",
        "change_siteidentity",
        "change_officecontact",
        "change_correction",
        "view_correction",
        "add_term",
        "change_term",
        "add_featuredstory",
        "change_featuredstory",
        "delete_featuredstory",
        "view_featuredstory",
        "add_wordtoavoid",
        "change_wordtoavoid",
        "delete_wordtoavoid",
        "view_wordtoavoid",
        "add_searchequivalent",
        "change_searchequivalent",
        "delete_searchequivalent",
        "view_searchequivalent",
        "add_reportingyear",
        "change_reportingyear",
        "view_reportingyear",
        "add_guidancevisit",
        "change_guidancevisit",
        "view_guidancevisit",
        "add_adoption",
        "change_adoption",
        "delete_adoption",
        "view_adoption",
        "add_adoptionchannel",
        "change_adoptionchannel",
        "view_adoptionchannel",
    }
    assert set(group.page_permissions.values_list("page", "permission__codename")) == {
        (home.pk, "add_page"),
        (home.pk, "change_page"),
    }
    assert set(group.collection_permissions.values_list("collection", "permission__codename")) == {
        *((city.pk, codename) for codename in FILES),
        *((root.pk, codename) for codename in CHOOSE),
    }


def test_a_permission_added_by_hand_is_taken_away(city_centre):
    stray = GroupCollectionPermission.objects.get(
        group=city_centre.editors, permission__codename="add_image"
    ).permission
    GroupCollectionPermission.objects.create(
        group=city_centre.editors, collection=Collection.get_first_root_node(), permission=stray
    )
    before = snapshot()
    call_command("setup_site", verbosity=0)
    assert len(before["file permissions"] - snapshot()["file permissions"]) == 1


def test_county_pages_are_drafts_until_somebody_approves_them():
    assert not CountyPage.objects.live().exists()
    assert HomePage.objects.get().live
