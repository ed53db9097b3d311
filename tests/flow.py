"""Steps of the workflow, through Wagtail's own objects or through the admin's real views."""

from collections.abc import Iterable

from django.urls import reverse
from wagtail.models import Page

from cms.county import County
from pages.checks.runner import run


def fresh(page: Page) -> Page:
    """The page as the database has it now."""
    return type(page).objects.get(pk=page.pk)


def submit(page: Page, user) -> None:
    """Submit the latest revision, as the button does."""
    page = fresh(page)
    state = page.current_workflow_state
    if state and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user)
    else:
        page.get_workflow().start(page, user)


def decide(
    page: Page, user, action: str = "approve", comment: str = "", confirmed: Iterable[str] = ()
) -> None:
    """Take a decision at the current step; raises what the rule raises."""
    page, details = fresh(page), {"comment": comment, "confirmed": confirmed}
    page.current_workflow_task.on_action(page.current_workflow_task_state, user, action, **details)


def publish(page: Page, people) -> Page:
    """Take a draft through the whole workflow with the right people, who tick what they are asked; return it live."""
    county = County.of(page)
    ticks = [finding.key for finding in run(fresh(page).get_latest_revision_as_object()).warnings]
    if county:
        submit(page, people.editor(county.code))
        decide(page, people.lead(county.code), confirmed=ticks)
    else:
        submit(page, people.moderator("zulianbu"))
    decide(page, people.moderator("zulianbu2"), confirmed=ticks)
    page = fresh(page)
    assert page.live
    return page


def post_decision(client, page: Page, action: str, comment: str = "", state_id: int | None = None):
    """Decide through the admin's view at the address of *page*, with the task state *state_id* if given."""
    state_id = state_id or fresh(page).current_workflow_task_state.pk
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state_id])
    return client.post(url, {"comment": comment})


def step(page: Page) -> str:
    """Name of the current step, or "" outside the workflow."""
    task = fresh(page).current_workflow_task
    return task.name if task else ""
