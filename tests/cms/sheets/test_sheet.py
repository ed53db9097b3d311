"""The sheet says what the ledger says, value by value, after the real workflow."""

import pytest

from cms.sheets.reading import Publications
from cms.workflow.ledger import Action, LedgerEntry
from pages.content import content_hash
from tests.factories.pages import make_notice, make_summary
from tests.flow import decide, fresh, publish, submit

from .conftest import MOBILE

pytestmark = pytest.mark.django_db


def sheet(page, number: int = 0):
    """The sheet of the newest publication, or of an earlier one."""
    found = Publications.of(page.pk)
    return found.sheet(found.published[number])


def entry(page, action: Action) -> LedgerEntry:
    return LedgerEntry.objects.filter(page_id=page.pk, action=action).last()


def change(page, title: str, user) -> None:
    page = fresh(page)
    page.title = title
    page.save_revision(user=user)


def test_every_value_is_the_ledgers(summary):
    found = sheet(summary)
    submitted, lead = entry(summary, Action.SUBMITTED), entry(summary, Action.LEAD_APPROVED)
    city, published = entry(summary, Action.CITY_APPROVED), entry(summary, Action.PUBLISHED)
    assert (found.title, found.county_code, found.page_id) == ("文昌社区年度总结", "450202", summary.pk)
    assert found.number == f"450202-{published.created_at.year}-{published.pk:06d}"
    assert (found.contributor.name, found.contributor.at) == ("editor-450202", submitted.created_at)
    assert (found.lead.name, found.lead.at, found.lead.comment) == (
        "lead-450202",
        lead.created_at,
        "情况属实。",
    )
    assert (found.city.name, found.city.at, found.city.comment) == ("zulianbu", city.created_at, "同意发布。")
    assert found.published_at == published.created_at
    assert found.content_hash == city.content_hash == lead.content_hash == content_hash(summary)
    assert "".join(found.hash_groups) == found.content_hash
    assert [len(group) for group in found.hash_groups] == [8] * 8
    assert found.steps == ()
    assert found.ended is None


def test_warnings_are_named_with_everybody_who_confirmed_them(summary):
    (one,) = sheet(summary).confirmed
    assert one.names == ("lead-450202", "zulianbu")
    assert one.words == entry(summary, Action.LEAD_APPROVED).confirmed[0]
    assert "13877212345" not in one.words


def test_facts_are_those_of_the_approved_revision(summary, people):
    facts = sheet(summary).facts
    assert (facts.unit, facts.site, facts.type_name) == ("城中区", "文昌社区", "年度总结")
    assert (facts.photos, facts.characters) == (3, summary.character_count)
    assert facts.url == summary.full_url
    later = fresh(summary)
    later.photos = list(later.photos.all())[:1]
    later.title = "还没有送审的题目"
    later.save_revision(user=people.editor("450202"))
    assert sheet(summary).facts == facts
    assert sheet(summary).title == "文昌社区年度总结"


def test_the_site_keeps_the_name_that_it_had_then(summary, place, people):
    change(place, "文昌新社区", people.editor("450202"))
    publish(fresh(place), people)
    assert sheet(summary).facts.site == "文昌社区"
    assert sheet(place).title == "文昌新社区"


def test_two_publications_are_two_sheets(summary, people, with_comments):
    change(summary, "文昌社区年度总结（修订）", people.editor("450202"))
    with_comments(summary, "改得好。", "可以。")
    new, old = sheet(summary), sheet(summary, 1)
    assert new.number != old.number
    assert (old.title, old.lead.comment, old.city.comment) == ("文昌社区年度总结", "情况属实。", "同意发布。")
    assert (new.title, new.lead.comment, new.city.comment) == (
        "文昌社区年度总结（修订）",
        "改得好。",
        "可以。",
    )
    assert old.content_hash != new.content_hash
    assert new.ended is None
    assert (old.ended.words, old.ended.at) == ("已由新版本替换", new.published_at)


def test_a_withdrawal_is_said(summary):
    summary.unpublish()
    found = sheet(summary)
    assert (found.ended.words, found.ended.at) == ("已撤下", entry(summary, Action.WITHDRAWN).created_at)


def test_what_was_published_again_after_a_withdrawal_is_not_withdrawn(summary, people, with_comments):
    summary.unpublish()
    with_comments(summary)
    assert sheet(summary).ended is None
    assert sheet(summary, 1).ended.words == "已撤下"


def test_returns_stand_on_it_and_the_submission_is_the_one_that_was_approved(place, people, with_comments):
    page = make_summary(place)
    editor, lead = people.editor("450202"), people.lead("450202")
    submit(page, editor)
    decide(page, lead, "reject", "请核对人数。")
    change(page, "改过的总结", editor)
    with_comments(page)
    found = sheet(page)
    (step,) = found.steps
    assert (step.action, step.signed.name, step.signed.comment) == ("县区退回", "lead-450202", "请核对人数。")
    assert found.contributor.at == entry(page, Action.SUBMITTED).created_at
    assert LedgerEntry.objects.filter(page_id=page.pk, action=Action.SUBMITTED).count() == 2


def test_what_a_moderator_changed_is_still_the_countys_contribution(place, people):
    page = make_summary(place)
    submit(page, people.editor("450202"))
    decide(page, people.lead("450202"), comment="第一次")
    change(page, "组联部改过的题目", people.moderator())
    decide(page, people.moderator())  # hands it back
    decide(page, people.lead("450202"), comment="第二次")
    decide(page, people.moderator())
    found = sheet(page)
    assert found.title == "组联部改过的题目"
    assert found.contributor.name == "editor-450202"
    assert found.lead.comment == "第二次"
    assert [step.action for step in found.steps] == ["市级修改后转县区重新审定"]


def test_a_page_of_the_city_has_no_lead(people):
    notice = publish(make_notice("关于报送总结的通知"), people)
    found = sheet(notice)
    assert (found.county_code, found.facts.unit, found.lead) == ("", "市妇联", None)
    assert (found.contributor.name, found.city.name) == ("zulianbu", "zulianbu2")
    assert found.number.startswith("450200-")


def test_decisions_outlive_the_page(place, people, with_comments):
    page = with_comments(make_summary(place, text=MOBILE))
    page.unpublish()
    fresh(page).delete()
    found = sheet(page)
    assert (found.lead.comment, found.city.comment) == ("情况属实。", "同意发布。")
    assert (found.facts.unit, found.facts.url, found.facts.photos) == ("城中区", "", None)
