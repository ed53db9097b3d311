"""The index follows publishing, withdrawal, moving, renaming, deletion and changes of the list of equivalents."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from cms.workflow.withdrawing import withdraw
from pages.models import SearchDocument, SearchEquivalent, StoryPage
from pages.search.equivalents import ensure_equivalents, starting_equivalents
from pages.search.find import find
from tests.factories.pages import make_notice, make_site
from tests.factories.works import SLUGS, make_work
from tests.flow import fresh, publish

from .published import story

pytestmark = pytest.mark.django_db


def titles(text: str) -> set[str]:
    return {item.title for item in find(text).items}


def test_publishing_and_withdrawing(people):
    notice = make_notice("关于夜校的通知")
    assert titles("夜校") == set()
    publish(notice, people)
    assert titles("夜校") == {"关于夜校的通知"}
    page = fresh(notice)
    page.title = "关于晚课的通知"
    page.save_revision()
    assert titles("夜校") == {"关于夜校的通知"}
    assert titles("晚课") == set()
    publish(page, people)
    assert titles("晚课") == {"关于晚课的通知"}
    assert titles("夜校") == set()
    withdraw(fresh(page), people.moderator(), "内容有误，先撤下。")
    assert titles("晚课") == set()


def test_renaming_a_site_is_found_with_what_stands_below(city_centre, people):
    site = publish(make_site(city_centre, "江滨社区"), people)
    below = story("夜校", "正文", parent=site)
    assert below.title in titles("江滨社区")
    page = fresh(site)
    page.title = "望江社区"
    page.save_revision()
    publish(page, people)
    assert below.title in titles("望江")
    assert titles("江滨") == set()


def test_a_withdrawn_sites_name_finds_nothing(city_centre, people):
    site = publish(make_site(city_centre, "江滨社区"), people)
    story("夜校", "正文", parent=site)
    withdraw(fresh(site), people.moderator(), "示范点资料有误。")
    assert titles("江滨") == set()
    assert titles("夜校") == {"夜校"}


def test_moving_and_deleting(city_centre, people):
    here, there = (publish(make_site(city_centre, name), people) for name in ("江滨社区", "望山社区"))
    page = story("夜校", "正文", parent=here, live=False)
    page.move(fresh(there), pos="last-child")
    StoryPage.objects.filter(pk=page.pk).update(live=True)
    assert "夜校" in titles("望山")
    assert "夜校" not in titles("江滨")
    fresh(page).delete()
    assert titles("夜校") == set()
    assert not IndexEntry.objects.filter(object_id=str(page.pk), content_type=page.content_type).exists()


def test_equivalents_work_at_once():
    story("甲", "种了三亩罗汉果。")
    assert titles("神仙果") == set()
    row = SearchEquivalent(terms="罗汉果 神仙果")
    row.full_clean()
    row.save()
    assert titles("神仙果") == {"甲"}
    row.delete()
    assert titles("神仙果") == set()


@pytest.mark.parametrize(
    "terms", ["夜校", "夜校、夜校", "夜校、课", "夜校、" + "课" * 21, "", "反家暴、家暴零容忍"]
)
def test_groups_that_are_none_are_refused(terms):
    with pytest.raises(ValidationError):
        SearchEquivalent(terms=terms).full_clean()


def test_groups_are_put_in_one_spelling():
    row = SearchEquivalent(terms=" 夜校 = 晚课，  业余学校 夜校")
    row.full_clean()
    assert row.terms == "夜校、晚课、业余学校"


def test_the_list_that_a_site_starts_with_is_sound_and_the_departments_afterwards():
    assert SearchEquivalent.objects.count() == len(starting_equivalents()) >= 12
    for row in SearchEquivalent.objects.all():
        row.full_clean()
    SearchEquivalent.objects.exclude(pk=SearchEquivalent.objects.first().pk).delete()
    ensure_equivalents()
    assert SearchEquivalent.objects.count() == 1


def test_rebuilding_brings_everything_back_and_removes_what_is_gone(people):
    story("夜校", "正文")
    get_search_backend().reset_indexes()
    SearchDocument.objects.all().delete()
    assert titles("夜校") == set()
    stray = IndexEntry.objects.create(object_id="0", content_type=StoryPage.objects.first().content_type)
    call_command("update_index", verbosity=0)
    assert titles("夜校") == {"夜校"}
    assert not IndexEntry.objects.filter(pk=stray.pk).exists()


def test_indexing_many_costs_no_more_queries_than_few(city_centre, people):
    site = publish(make_site(city_centre), people)
    sites = [make_site(city_centre) for _ in range(6)]
    works = [make_work(SLUGS[1], site, year) for year in range(2015, 2021)]
    stories = [story("夜校", parent=site, site=site) for _ in range(6)]

    def price(pages) -> int:
        with CaptureQueriesContext(connection) as queries:
            get_search_backend().add_bulk(type(pages[0]), pages)
        return len(queries)

    for pages in (sites, works, stories):
        assert price([fresh(page) for page in pages[:2]]) == price([fresh(page) for page in pages])
