"""What reviewers do, and what others try in their place."""

import json

from wagtail.models import Page

from pages.checks.runner import run

from .flow import task_state_id
from .page_forms import page_data
from .people import Person
from .world import World
from .writing import change


def _having_looked(world: World, person: Person, pk: int, action: str, act) -> None:
    """Run *act*, a bare decision; what she sees now is what she approves, and what may be published."""
    if action == "approve":
        world.looked_at = (pk, world.draft_digest(pk, person))
    try:
        act()
    finally:
        world.looked_at = None


def on_screen(world: World, person: Person, pk: int, action: str, stale: bool = False) -> None:
    """Decide on the project's review screen."""
    page = Page.objects.get(pk=pk)
    revision = (page.latest_revision_id or 0) - stale
    data = {
        "action": action,
        "revision": revision,
        "confirmed": [finding.key for finding in run(world.latest(pk)).warnings],  # she ticks what she sees
        f"{action}-comment": "请核对" if action == "reject" else "",
    }
    kind = f"screen: {action}{' (stale)' if stale else ''}"
    _having_looked(
        world,
        person,
        pk,
        action,
        lambda: world.step(kind, person, lambda: world.post("cms_review", [pk], data), str(page)),
    )


def by_view(
    world: World, person: Person, pk: int, action: str, state: int | None = None, collect: bool = False
) -> None:
    """Decide by Wagtail's own view, with the page's own or a forged task state."""
    own = task_state_id(Page.objects.get(pk=pk))
    state = state or own
    name = "collect_workflow_action_data" if collect else "workflow_action"
    kind = f"{'collect' if collect else 'view'}: {action}{'' if state == own else ' (forged state)'}"
    data = {"comment": "请核对"}
    act = lambda: world.post(f"wagtailadmin_pages:{name}", [pk, action, state], data)  # noqa: E731
    _having_looked(
        world, person, pk, action, lambda: world.step(kind, person, act, f"page {pk}, state {state}")
    )


def with_edit(world: World, person: Person, pk: int, action: str, way: str) -> None:
    """Edit and decide in one POST, as the edit form's menu does."""
    page = world.latest(pk)
    data = page_data(page, person.user)
    data = change(world, page, data, way) if way else data
    data |= {
        "action-workflow-action": "1",
        "workflow-action-name": action,
        "workflow-action-extra-data": json.dumps({"comment": "请核对"}),
    }
    kind = f"edit form: {action}{' with change' if way else ''}"
    world.step(kind, person, lambda: world.post("wagtailadmin_pages:edit", [pk], data), str(page))
