"""Exactly who hears of each transition, through the real workflow, the worker and a mail server; and what to do."""

import pytest

from cms.models import TransitionMail
from cms.notices.audience import OF_CITY, OF_COUNTY
from cms.notices.wording import WORDS
from cms.workflow.ledger import Action, LedgerEntry
from cms.workflow.withdrawing import withdraw
from pages.models import HomePage
from tests.background import work
from tests.factories.pages import make_notice
from tests.flow import decide, fresh, publish, step, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(box):
    """What has come since one asked last: concern by name of the account, checked against the mail server."""
    seen: set[int] = set()

    def told(of_one_transition: bool = True) -> dict[str, str]:
        work()
        fresh_ones = TransitionMail.objects.exclude(pk__in=seen).select_related("user")
        seen.update(mail.pk for mail in fresh_ones)
        found = {mail.user.username: mail.concern for mail in fresh_ones}
        if of_one_transition:
            assert len(found) == len(fresh_ones)
            assert box.addresses == sorted(mail.address for mail in fresh_ones)
            assert all(mail.sent_at for mail in fresh_ones)
        box.forget()
        return found

    return told


def edit(page, user, title="改过的标题"):
    content = fresh(page).get_latest_revision_as_object()
    content.title = title
    content.save_revision(user=user)


def test_every_transition_is_in_both_tables_and_every_mail_has_its_words():
    assert set(OF_COUNTY) == set(OF_CITY) == set(Action)
    needed = {
        (action, concern)
        for table in (OF_COUNTY, OF_CITY)
        for action, of in table.items()
        for concern in of.values()
    }
    assert needed == set(WORDS)


def test_the_straight_way(summary, staff, told):
    submit(summary, staff.editor)
    assert told() == {"lead-450202": "decide", "deputy": "decide"}
    decide(summary, staff.lead)
    assert told() == {"zulianbu": "decide", "zulianbu2": "decide", "editor-450202": "know"}
    decide(summary, staff.moderator)
    assert fresh(summary).live
    assert told() == {"editor-450202": "know", "lead-450202": "know", "deputy": "know"}


def test_the_lead_returns_and_gets_it_again(summary, staff, told):
    submit(summary, staff.editor)
    told(of_one_transition=False)
    decide(summary, staff.lead, "reject", "请改。")
    assert told() == {"editor-450202": "revise"}
    submit(summary, staff.colleague)
    assert told() == {"lead-450202": "decide", "deputy": "decide"}
    decide(summary, staff.deputy, "reject", "再改。")
    assert told() == {"colleague": "revise"}, "she submitted last"


def test_the_city_returns_and_the_changed_version_passes_the_lead_again(summary, staff, told):
    submit(summary, staff.editor)
    decide(summary, staff.lead)
    told(of_one_transition=False)
    decide(summary, staff.moderator, "reject", "请补充。")
    assert told() == {"editor-450202": "revise", "lead-450202": "know", "deputy": "know"}
    edit(summary, staff.editor)
    submit(summary, staff.editor)
    assert step(summary) == "县区审定"
    assert told() == {"lead-450202": "decide", "deputy": "decide"}


def test_an_unchanged_resubmission_skips_the_lead_and_reaches_the_department(summary, staff, told):
    submit(summary, staff.editor)
    decide(summary, staff.lead)
    decide(summary, staff.moderator, "reject", "请核实。")
    told(of_one_transition=False)
    submit(summary, staff.editor)
    assert step(summary) == "市级审核"
    assert told() == {"zulianbu": "decide", "zulianbu2": "decide"}
    assert LedgerEntry.objects.last().action == Action.RESUBMITTED
    decide(summary, staff.second)
    assert fresh(summary).live


def test_a_moderators_change_comes_back_to_the_leads_once(summary, staff, told):
    submit(summary, staff.editor)
    decide(summary, staff.lead)
    edit(summary, staff.moderator)
    told(of_one_transition=False)
    decide(summary, staff.moderator)
    assert step(summary) == "县区审定"
    assert told() == {"lead-450202": "decide", "deputy": "decide"}
    decide(summary, staff.deputy, "reject", "请看市里的改动。")
    assert told() == {"editor-450202": "revise"}, "the moderator submitted nothing"


def test_taking_back_is_nobodys_news(summary, staff, told):
    submit(summary, staff.editor)
    told(of_one_transition=False)
    fresh(summary).current_workflow_state.cancel(user=staff.colleague)
    assert told() == {}


@pytest.mark.parametrize("who", ["lead", "second"])
def test_withdrawal_is_told_to_all_but_who_did_it(summary, staff, told, client, who):
    publish(summary, staff_as_people(staff))
    told(of_one_transition=False)
    person = getattr(staff, who)
    client.force_login(person)
    client.post(f"/admin/withdraw/{summary.pk}/", {"reason": "内容有错误，需要更正。"})
    assert not fresh(summary).live
    everybody = {"editor-450202", "lead-450202", "deputy", "zulianbu", "zulianbu2"} - {person.get_username()}
    assert told() == dict.fromkeys(everybody, "know")
    entry = LedgerEntry.objects.last()
    assert (entry.user, entry.comment) == (person, "内容有错误，需要更正。")


def staff_as_people(staff):
    """The same people for ``flow.publish``."""

    class People:
        editor = staticmethod(lambda code: staff.editor)
        lead = staticmethod(lambda code: staff.lead)
        moderator = staticmethod(lambda name: staff.second)

    return People()


def test_a_lead_who_submits_herself_hears_what_becomes_of_it(summary, staff, told):
    submit(summary, staff.lead)
    assert told() == {"deputy": "decide"}
    decide(summary, staff.deputy)
    assert told() == {"zulianbu": "decide", "zulianbu2": "decide", "lead-450202": "know"}
    decide(summary, staff.moderator, "reject", "请补充。")
    assert told() == {"lead-450202": "revise", "deputy": "know"}


@pytest.mark.parametrize("gone", ["closed", "moved"])
def test_an_editor_who_has_left_is_replaced_by_her_colleagues(summary, staff, told, gone, sanjiang):
    submit(summary, staff.editor)
    told(of_one_transition=False)
    if gone == "closed":
        staff.editor.is_active = False
        staff.editor.save()
    else:
        staff.editor.groups.set([sanjiang.editors])
    decide(summary, staff.lead, "reject", "请改。")
    assert told() == {"colleague": "revise"}


def test_an_editor_without_an_address_is_skipped_and_not_replaced(summary, staff, told):
    submit(summary, staff.editor)
    told(of_one_transition=False)
    staff.editor.email = ""
    staff.editor.save()
    decide(summary, staff.lead, "reject", "请改。")
    assert told() == {}


def test_who_approved_for_the_county_is_not_asked_for_the_city(summary, staff, told, people):
    both = people.lead_and_moderator("450202")
    submit(summary, staff.editor)
    assert told() == {"lead-450202": "decide", "deputy": "decide", "both-450202": "decide"}
    decide(summary, both)
    assert told() == {"zulianbu": "decide", "zulianbu2": "decide", "editor-450202": "know"}
    decide(summary, staff.moderator, "reject", "请核实。")
    told(of_one_transition=False)
    submit(summary, staff.editor)
    assert told() == {"zulianbu": "decide", "zulianbu2": "decide"}


@pytest.mark.parametrize("page_of", [make_notice, HomePage.objects.get], ids=["notice", "home"])
def test_the_citys_own_pages(staff, told, page_of):
    page = page_of()
    page.get_latest_revision_as_object().save_revision(user=staff.moderator)
    submit(page, staff.moderator)
    assert told() == {"zulianbu2": "decide"}
    decide(page, staff.second, "reject", "请核对文号。")
    assert told() == {"zulianbu": "revise"}
    submit(page, staff.moderator)
    assert told() == {"zulianbu2": "decide"}
    decide(page, staff.second)
    assert told() == {"zulianbu": "know"}


def test_an_author_of_the_citys_page_is_not_asked_though_another_submitted(staff, told, people):
    third = people.moderator("zulianbu3")
    page = make_notice()
    page.get_latest_revision_as_object().save_revision(user=staff.moderator)
    submit(page, third)
    assert told() == {"zulianbu2": "decide"}
    decide(page, staff.second)
    told(of_one_transition=False)
    withdraw(fresh(page), staff.admin, "内容有错误。")
    assert told() == {"zulianbu": "know", "zulianbu2": "know", "zulianbu3": "know"}


def test_nothing_is_written_down_if_the_transition_is_rolled_back(summary, staff, told):
    submit(summary, staff.editor)
    told(of_one_transition=False)
    with pytest.raises(Exception, match="理由"):
        decide(summary, staff.lead, "reject", " ")
    assert told() == {}
