"""The publishing rule for the ordinary ways and for the known ways around it (PRODUCT 4)."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import WorkflowState

from cms.workflow.ledger import Action, LedgerEntry
from pages.publishing import PublishingRefused
from tests.factories.pages import make_notice, make_site, make_summary
from tests.flow import decide, fresh, post_decision, publish, step, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def summary(city_centre):
    return make_summary(make_site(city_centre))


def actions(page) -> list[str]:
    return list(LedgerEntry.objects.filter(page_id=page.pk).values_list("action", flat=True))


def edit_latest(page, user, title: str):
    page = fresh(page).get_latest_revision_as_object()
    page.title = title
    return page.save_revision(user=user)


def test_lead_then_city_publishes_and_the_ledger_says_so(summary, people):
    page = publish(summary, people)
    assert page.live
    assert actions(page) == [Action.SUBMITTED, Action.LEAD_APPROVED, Action.CITY_APPROVED, Action.PUBLISHED]
    lead, city = LedgerEntry.objects.filter(page_id=page.pk, action__endswith="approved")
    assert lead.content_hash == city.content_hash
    assert lead.revision_id == city.revision_id == page.live_revision_id
    assert {lead.user.username, city.user.username} == {"lead-450202", "zulianbu2"}


def test_county_step_is_decided_by_own_lead_only(summary, people):
    submit(summary, people.editor("450202"))
    strangers = [people.editor("450202"), people.lead("450226"), people.moderator(), people.admin()]
    for user in strangers:
        with pytest.raises(PublishingRefused):
            decide(summary, user)
    assert step(summary) == "县区审定"
    decide(summary, people.lead("450202"))
    assert step(summary) == "市级审核"


def test_city_step_is_decided_by_moderators_only(summary, people):
    submit(summary, people.editor("450202"))
    decide(summary, people.lead("450202"))
    for user in [people.editor("450202"), people.lead("450202"), people.admin()]:
        with pytest.raises(PublishingRefused):
            decide(summary, user)
    assert not fresh(summary).live


def test_one_person_cannot_take_both_steps(summary, people):
    both = people.lead_and_moderator("450202")
    submit(summary, people.editor("450202"))
    decide(summary, both)
    with pytest.raises(PublishingRefused, match="另一位同事"):
        decide(summary, both)
    decide(summary, people.moderator())
    assert fresh(summary).live


def test_lead_may_approve_what_she_edited(summary, people):
    lead = people.lead("450202")
    submit(summary, people.editor("450202"))
    edit_latest(summary, lead, "审定时改过的标题")
    decide(summary, lead)
    decide(summary, people.moderator())
    assert fresh(summary).title == "审定时改过的标题"


def test_moderators_change_goes_back_to_the_lead(summary, people):
    moderator = people.moderator()
    submit(summary, people.editor("450202"))
    decide(summary, people.lead("450202"))
    edit_latest(summary, moderator, "市级改过的标题")
    decide(summary, moderator)
    assert not fresh(summary).live
    assert step(summary) == "县区审定"
    decide(summary, people.lead("450202"))
    decide(summary, moderator)
    assert fresh(summary).title == "市级改过的标题"


def test_edited_resubmission_after_the_citys_return_passes_the_lead_again(summary, people):
    editor = people.editor("450202")
    submit(summary, editor)
    decide(summary, people.lead("450202"))
    decide(summary, people.moderator(), "reject", "请补充数据")
    edit_latest(summary, editor, "补充数据后的标题")
    submit(summary, editor)
    assert step(summary) == "县区审定"
    decide(summary, people.lead("450202"))
    assert step(summary) == "市级审核"
    decide(summary, people.moderator())
    assert fresh(summary).title == "补充数据后的标题"


def test_unchanged_resubmission_after_the_citys_return_goes_to_the_city(summary, people):
    editor = people.editor("450202")
    submit(summary, editor)
    decide(summary, people.lead("450202"))
    decide(summary, people.moderator(), "reject", "请核实")
    fresh(summary).get_latest_revision_as_object().save_revision(user=editor)
    submit(summary, editor)
    assert step(summary) == "市级审核"
    decide(summary, people.moderator())
    assert fresh(summary).live


def test_resubmission_after_the_leads_return_starts_at_the_lead(summary, people):
    editor = people.editor("450202")
    submit(summary, editor)
    decide(summary, people.lead("450202"), "reject", "照片请换")
    submit(summary, editor)
    assert step(summary) == "县区审定"


def test_approvals_of_a_cancelled_submission_are_void(summary, people):
    editor = people.editor("450202")
    submit(summary, editor)
    decide(summary, people.lead("450202"))
    fresh(summary).current_workflow_state.cancel(user=editor)
    submit(summary, editor)
    assert step(summary) == "县区审定"


def test_what_is_published_is_the_approved_revision_not_the_latest(summary, people):
    """A revision written behind the city's back while the item waits does not ride along."""
    submit(summary, people.editor("450202"))
    decide(summary, people.lead("450202"))
    edit_latest(summary, people.admin(), "背后改的标题")
    decide(summary, people.moderator())
    assert not fresh(summary).live
    assert step(summary) == "县区审定"


def test_an_edit_after_approval_does_not_show_until_approved(summary, people):
    page = publish(summary, people)
    edit_latest(page, people.editor("450202"), "新标题")
    assert fresh(page).title == summary.title
    publish(page, people)
    assert fresh(page).title == "新标题"


def test_return_needs_a_reason(summary, people):
    submit(summary, people.editor("450202"))
    with pytest.raises(PublishingRefused, match="理由"):
        decide(summary, people.lead("450202"), "reject", "  ")


def test_incomplete_content_cannot_be_approved(summary, people):
    """A reviewer's own incomplete draft is judged like anybody's."""
    lead = people.lead("450202")
    submit(summary, people.editor("450202"))
    page = fresh(summary).get_latest_revision_as_object()
    page.photos.set(page.photos.all()[:2])
    page.save_revision(user=lead)
    with pytest.raises(PublishingRefused, match="需要 3 至 5 张照片"):
        decide(summary, lead)


def test_forged_task_state_of_another_countys_page(summary, sanjiang, people):
    """Wagtail checks the user against the page in the address and acts on the task state in it."""
    own = make_summary(make_site(sanjiang))
    submit(summary, people.editor("450202"))
    submit(own, people.editor("450226"))
    client = people.client(people.lead("450226"))
    post_decision(client, own, "approve", state_id=fresh(summary).current_workflow_task_state.pk)
    assert step(summary) == "县区审定"
    assert Action.LEAD_APPROVED not in actions(summary)


def test_stale_task_state_cannot_be_used_twice(summary, people):
    submit(summary, people.editor("450202"))
    page = fresh(summary)
    task, state = page.current_workflow_task, page.current_workflow_task_state
    task.on_action(state, people.lead("450202"), "approve")
    with pytest.raises(PublishingRefused):
        task.on_action(state, people.lead("450202"), "approve")


def test_citys_own_page_needs_a_moderator_who_did_not_write_it(people):
    notice = make_notice()
    edit_latest(notice, people.moderator("zulianbu"), "关于开展活动的通知")
    submit(notice, people.moderator("zulianbu"))
    assert step(notice) == "市级审核"
    with pytest.raises(PublishingRefused, match="另一位同事"):
        decide(notice, people.moderator("zulianbu"))
    decide(notice, people.moderator("zulianbu2"))
    assert fresh(notice).live


@pytest.mark.parametrize("who", ["editor", "lead", "moderator", "admin"])
def test_nobody_publishes_directly(summary, people, who):
    user = getattr(people, who)(*(["450202"] if who in ("editor", "lead") else []))
    assert not summary.permissions_for_user(user).can_publish()
    assert not summary.get_parent().permissions_for_user(user).can_publish_subpage()
    with pytest.raises(PermissionDenied):
        summary.get_latest_revision().publish(user=user)
    assert not fresh(summary).live


def test_model_code_cannot_make_unapproved_content_live(summary, city_centre):
    with pytest.raises(PublishingRefused):
        summary.get_latest_revision().publish()
    summary.live = True
    with pytest.raises(PublishingRefused):
        summary.save()
    with pytest.raises(PublishingRefused):
        summary.save(update_fields=["live"])
    assert not fresh(summary).live


def test_base_page_class_is_guarded_too(summary, people):
    page = publish(summary, people)
    base = page.page_ptr
    base.title = "绕过规则的标题"
    with pytest.raises(PublishingRefused):
        base.save()
    base.title = page.title
    base.save()


def test_withdrawal_voids_approvals(summary, people):
    page = publish(summary, people)
    page.unpublish()
    with pytest.raises(PublishingRefused):
        fresh(page).get_latest_revision().publish()


def test_autosave_cannot_rewrite_a_submitted_revision(summary, people):
    editor = people.editor("450202")
    revision = edit_latest(summary, editor, "送审的标题")
    submit(summary, editor)
    decide(summary, people.lead("450202"), "reject", "请改")
    page = fresh(summary).get_latest_revision_as_object()
    page.title = "改写过的标题"
    written = page.save_revision(user=editor, overwrite_revision=revision, clean=False)
    revision.refresh_from_db()
    assert written.pk != revision.pk
    assert revision.content["title"] == "送审的标题"


def test_county_is_locked_while_others_decide(summary, people):
    editor, lead, moderator = people.editor("450202"), people.lead("450202"), people.moderator()
    submit(summary, editor)

    def locked(user) -> bool:
        return fresh(summary).get_lock().for_user(user)

    assert [locked(user) for user in (editor, lead, moderator, people.admin())] == [True, False, True, True]
    decide(summary, lead)
    assert [locked(user) for user in (editor, lead, moderator, people.admin())] == [True, True, False, True]


def test_finished_submission_is_over(summary, people):
    publish(summary, people)
    assert list(WorkflowState.objects.values_list("status", flat=True)) == ["approved"]
