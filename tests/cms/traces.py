"""Ways around the publishing rule, one function each.

A trace tries its way and returns whether it got through. ``GUARDS`` names what stands in that way, so that
``test_guards`` can show both: with its guards the way is closed, and without them it is open.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from cms.county import County
from cms.workflow.ledger import Action, LedgerEntry
from media.freezing import FileHeld
from pages.publishing import PublishingRefused
from tests.cms.forms import summary_data
from tests.factories.pages import make_notice, make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import decide, fresh, publish, step, submit

REFUSALS = (PublishingRefused, PermissionDenied, FileHeld)
HOME, FOREIGN = "450202", "450226"


def attempt(action: Callable[[], object]) -> None:
    """Do *action*; a refusal is no error here."""
    with suppress(*REFUSALS):
        action()


def draft(code: str = HOME):
    return make_summary(make_site(County.objects.get(code=code)))


def edited(page, user, title: str = "悄悄改过的标题"):
    page = fresh(page).get_latest_revision_as_object()
    page.title = title
    return page.save_revision(user=user, clean=False)


def approvals(page, action: Action) -> int:
    return LedgerEntry.objects.filter(page_id=page.pk, action=action).count()


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


# -- making live ----------------------------------------------------------------------------------------


def publish_a_draft_by_code(people) -> bool:
    page = draft()
    attempt(lambda: page.get_latest_revision().publish())
    return fresh(page).live


def publish_button_of_a_superuser(people) -> bool:
    page = draft()
    people.client(people.admin()).post(edit_url(page), summary_data(page, **{"action-publish": "1"}))
    return fresh(page).live


def create_live_by_superuser(people) -> bool:
    site, page = make_site(County.objects.get(code=HOME)), draft()
    url = reverse("wagtailadmin_pages:add", args=["reports", "yearendsummarypage", site.pk])
    page.title = "直接发布的新页面"
    rows = list(page.photos.all())
    for row in rows:
        row.pk = None
    people.client(people.admin()).post(url, summary_data(page, photos=rows, **{"action-publish": "1"}))
    return Page.objects.filter(title="直接发布的新页面", live=True).exists()


def bulk_publish(people) -> bool:
    page = draft()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    site = page.get_parent()
    people.client(people.admin()).post(f"{url}?id={page.pk}&id={site.pk}", {"include_descendants": "on"})
    return fresh(page).live


def copy_with_its_live_state(people) -> bool:
    page = publish(draft(), people)
    attempt(lambda: page.copy(update_attrs={"slug": "kopie", "title": "副本"}, keep_live=True))
    return Page.objects.filter(slug="kopie", live=True).exists()


def alias_of_a_live_page(people) -> bool:
    page = publish(draft(), people)
    attempt(lambda: page.create_alias(update_slug="alias", parent=make_site(County.objects.get(code=HOME))))
    return Page.objects.filter(slug="alias", live=True).exists()


def due_schedule_without_approval(people) -> bool:
    page = draft()
    page.get_latest_revision()
    page.revisions.update(approved_go_live_at="2020-01-01T00:00:00Z")
    with suppress(SystemExit):
        call_command("publish_scheduled", stdout=StringIO(), stderr=StringIO())
    return fresh(page).live


def republish_after_withdrawal(people) -> bool:
    page = publish(draft(), people)
    page.unpublish()
    attempt(lambda: fresh(page).get_latest_revision().publish())
    return fresh(page).live


def stock_workflow_on_a_subtree(people) -> bool:
    """A superuser puts Wagtail's own workflow, with a group of her choice, on the county."""
    page = draft()
    task = GroupApprovalTask.objects.create(name="stock")
    task.groups.add(Group.objects.get(name=f"县区编辑·{County.objects.get(code=HOME).name}"))
    workflow = Workflow.objects.create(name="stock")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(page=fresh(page).get_parent(), workflow=workflow)
    submit(page, people.editor(HOME))
    state = fresh(page).current_workflow_task_state
    attempt(lambda: task.on_action(state, people.editor(HOME), "approve"))
    return fresh(page).live


def finish_by_task_states(people) -> bool:
    """Code approves the task states directly and so never asks the tasks."""
    page = draft()
    submit(page, people.editor(HOME))
    for _ in range(2):
        state = fresh(page).current_workflow_task_state
        if state:
            attempt(lambda state=state: state.approve(user=people.admin()))
    return fresh(page).live


# -- deciding -------------------------------------------------------------------------------------------


def forged_task_state(people) -> bool:
    theirs, own = draft(), draft(FOREIGN)
    submit(theirs, people.editor(HOME))
    submit(own, people.editor(FOREIGN))
    task, state = fresh(own).current_workflow_task, fresh(theirs).current_workflow_task_state
    attempt(lambda: task.on_action(state, people.lead(FOREIGN), "approve"))
    return step(theirs) == "市级审核"


def one_person_for_both_steps(people) -> bool:
    page, both = draft(), people.lead_and_moderator(HOME)
    submit(page, people.editor(HOME))
    decide(page, both)
    attempt(lambda: decide(page, both))
    return fresh(page).live


def moderator_edits_and_approves(people) -> bool:
    page = draft()
    submit(page, people.editor(HOME))
    decide(page, people.lead(HOME))
    data = summary_data(
        page, title="顺手改的", **{"action-workflow-action": "1", "workflow-action-name": "approve"}
    )
    people.client(people.moderator()).post(edit_url(page), data)
    return fresh(page).live


def edited_after_the_citys_return(people) -> bool:
    page = draft()
    submit(page, people.editor(HOME))
    decide(page, people.lead(HOME))
    decide(page, people.moderator(), "reject", "请改")
    edited(page, people.editor(HOME))
    submit(page, people.editor(HOME))
    attempt(lambda: decide(page, people.moderator()))
    return fresh(page).live


def approval_from_an_earlier_submission(people) -> bool:
    page = draft()
    submit(page, people.editor(HOME))
    decide(page, people.lead(HOME))
    fresh(page).current_workflow_state.cancel()
    submit(page, people.editor(HOME))
    attempt(lambda: decide(page, people.moderator()))
    return fresh(page).live


def incomplete_draft_of_a_reviewer(people) -> bool:
    page, lead = draft(), people.lead(HOME)
    submit(page, people.editor(HOME))
    content = fresh(page).get_latest_revision_as_object()
    content.photos.set(content.photos.all()[:1])
    content.save_revision(user=lead, clean=False)
    attempt(lambda: decide(page, lead))
    return step(page) == "市级审核"


def approval_of_what_was_not_seen(people) -> bool:
    page, lead = draft(), people.lead(HOME)
    submit(page, people.editor(HOME))
    seen = fresh(page).latest_revision_id
    edited(page, people.lead(HOME, "lead2-450202"))
    people.client(lead).post(reverse("cms_review", args=[page.pk]), {"action": "approve", "revision": seen})
    return step(page) == "市级审核"


def writer_approves_the_citys_own_page(people) -> bool:
    notice, writer = make_notice(), people.moderator()
    edited(notice, writer)
    submit(notice, writer)
    attempt(lambda: decide(notice, writer))
    return fresh(notice).live


def take_back_from_the_city(people) -> bool:
    page = draft()
    submit(page, people.editor(HOME))
    decide(page, people.lead(HOME))
    client = people.client(people.editor(HOME))
    page.owner = people.editor(HOME)
    page.save(update_fields=["owner"])
    client.post(edit_url(page), summary_data(page, **{"action-cancel-workflow": "1"}))
    return step(page) == ""


# -- changing what is approved --------------------------------------------------------------------------


def overwrite_of_a_submitted_revision(people) -> bool:
    page, editor = draft(), people.editor(HOME)
    revision = edited(page, editor, "送审的标题")
    submit(page, editor)
    content = fresh(page).get_latest_revision_as_object()
    content.title = "改写的标题"
    content.save_revision(user=editor, overwrite_revision=revision, clean=False)
    revision.refresh_from_db()
    return revision.content["title"] == "改写的标题"


def base_class_save_of_a_live_page(people) -> bool:
    page = publish(draft(), people).page_ptr
    page.title = "绕过的标题"
    attempt(page.save)
    return fresh(page).title == "绕过的标题"


def move_of_a_live_page(people) -> bool:
    page = publish(draft(), people)
    other = make_site(County.objects.get(code=HOME))
    attempt(lambda: page.move(other, pos="last-child"))
    return fresh(page).get_parent().pk == other.pk


def move_of_the_parent_of_a_live_page(people) -> bool:
    site = publish(make_site(County.objects.get(code=HOME)), people)
    publish(make_summary(site), people)
    site.unpublish()
    county = County.objects.get(code=FOREIGN).page
    attempt(lambda: fresh(site).move(county, pos="last-child"))
    return fresh(site).get_parent().pk == county.pk


def words_of_a_live_picture(people) -> bool:
    image = publish(draft(), people).photos.first().image
    image.description = "换了一种说法"
    attempt(image.save)
    return type(image).objects.get(pk=image.pk).description == "换了一种说法"


def deletion_of_a_live_picture(people) -> bool:
    image, page = _picture(), draft()
    page.body.append(
        ("picture", {"image": image, "caption": "", "description": "画面"})
    )  # no foreign key protects it
    page.save_revision()
    publish(page, people)
    attempt(lambda: people.client(people.editor(HOME)).post(reverse("wagtailimages:delete", args=[image.pk])))
    return not type(image).objects.filter(pk=image.pk).exists()


def words_of_a_submitted_picture(people) -> bool:
    page = draft()
    submit(page, people.editor(HOME))
    image = page.photos.first().image
    image.caption = "送审后换的说明"
    attempt(image.save)
    return type(image).objects.get(pk=image.pk).caption == "送审后换的说明"


def deletion_in_moderation(people) -> bool:
    page = draft()
    submit(page, people.editor(HOME))
    people.client(people.admin()).post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    return not type(page).objects.filter(pk=page.pk).exists()


def deletion_of_a_live_page(people) -> bool:
    page = publish(draft(), people)
    people.client(people.admin()).post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    return not type(page).objects.filter(pk=page.pk).exists()


def _picture():
    return make_picture(County.objects.get(code=HOME).collection)


@dataclass(frozen=True)
class Way:
    """A way around the rule and the guards that stand in it; the ``switches`` of test_guards turn them off."""

    trace: Callable[..., bool]
    guards: tuple[str, ...]


WAYS = [
    Way(publish_a_draft_by_code, ("save",)),
    Way(publish_button_of_a_superuser, ("publish button", "save")),
    Way(create_live_by_superuser, ("publish button", "save")),
    Way(bulk_publish, ("publish button", "save")),
    Way(copy_with_its_live_state, ("save",)),
    Way(alias_of_a_live_page, ("save",)),
    Way(due_schedule_without_approval, ("save",)),
    Way(republish_after_withdrawal, ("withdrawal voids",)),
    Way(stock_workflow_on_a_subtree, ("finish asks the ledger", "save")),
    Way(finish_by_task_states, ("hand-over", "finish asks the ledger", "save")),
    Way(forged_task_state, ("county of the page",)),
    Way(one_person_for_both_steps, ("two people: step", "two people: rule")),
    Way(moderator_edits_and_approves, ("content compared", "save")),
    Way(edited_after_the_citys_return, ("content compared", "save")),
    Way(approval_from_an_earlier_submission, ("one submission",)),
    Way(incomplete_draft_of_a_reviewer, ("readiness",)),
    Way(approval_of_what_was_not_seen, ("seen revision",)),
    Way(writer_approves_the_citys_own_page, ("not the writer",)),
    Way(take_back_from_the_city, ("taking back",)),
    Way(overwrite_of_a_submitted_revision, ("evidence",)),
    Way(base_class_save_of_a_live_page, ("save",)),
    Way(move_of_a_live_page, ("move", "save")),
    Way(move_of_the_parent_of_a_live_page, ("move",)),
    Way(words_of_a_live_picture, ("held files",)),
    Way(words_of_a_submitted_picture, ("held files",)),
    Way(deletion_of_a_live_picture, ("held files",)),
    Way(deletion_in_moderation, ("deletion",)),
    Way(deletion_of_a_live_page, ("deletion",)),
]
