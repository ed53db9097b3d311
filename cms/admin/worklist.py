"""What waits for whom, in a fixed number of queries whatever waits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import IntegerField, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page, TaskState, WorkflowState

from pages import tree

from ..county import County
from ..membership import display_name
from ..workflow import tasks


@dataclass
class Item:
    """One page on somebody's list."""

    page_id: int
    title: str
    type_name: str
    county_name: str
    site_name: str
    state: str = ""
    person: str = ""
    since: datetime | None = None
    comment: str = ""
    revision_id: int | None = None

    @property
    def waiting_days(self) -> int:
        """Whole days since the item came here."""
        return (timezone.now() - self.since).days if self.since else 0


def waiting_for(user: AbstractBaseUser) -> list[Item]:
    """Items that *user* is to decide on, oldest first."""
    states = tasks.waiting_for(user).select_related("workflow_state__requested_by")
    return items_waiting({int(state.workflow_state.object_id): state for state in states})


def items_waiting(states: Mapping[int, TaskState]) -> list[Item]:
    """Items for what waits in *states*, by the page's id, oldest first; two queries."""
    items = items_of(Page.objects.filter(pk__in=states))
    for item in items:
        state = states[item.page_id]
        item.since = state.started_at
        item.person = display_name(state.workflow_state.requested_by)
    return sorted(items, key=lambda item: item.since)


def waiting_ids(user: AbstractBaseUser) -> set[int]:
    """Ids of the pages that *user* is to decide on."""
    return {
        int(state.workflow_state.object_id)
        for state in tasks.waiting_for(user).select_related("workflow_state")
    }


class Submissions:
    """Pages of *counties* that are under way or were returned, asked for once."""

    def __init__(self, counties: Iterable[County]) -> None:
        self.counties = counties

    def with_status(self, status: str) -> list[Item]:
        """Those whose submission has *status*, with the last reviewer's words, newest first."""
        return [item for item in self._items if self._states[item.page_id].status == status]

    @cached_property
    def _states(self) -> dict[int, WorkflowState]:
        states = WorkflowState.objects.active().select_related(
            "current_task_state__finished_by", "current_task_state__task"
        )
        return {int(state.object_id): state for state in states}

    @cached_property
    def _items(self) -> list[Item]:
        items = items_of(Page.objects.filter(pk__in=self._states).filter(below(self.counties)))
        for item in items:
            task_state = self._states[item.page_id].current_task_state
            item.state = task_state.task.name
            item.comment = task_state.comment
            item.person = display_name(task_state.finished_by)
            item.since = task_state.finished_at or task_state.started_at
        return sorted(items, key=lambda item: item.since, reverse=True)


def drafts_of(counties: Iterable[County], limit: int = 10) -> list[Item]:
    """Pages of *counties* with unpublished changes that are with nobody else, newest first."""
    active = (
        WorkflowState.objects.active().annotate(page_id=Cast("object_id", IntegerField())).values("page_id")
    )
    pages = list(
        Page.objects.filter(below(counties), has_unpublished_changes=True)
        .exclude(pk__in=active)
        .order_by("-latest_revision_created_at")[:limit]
    )
    items = items_of(pages)
    times = {page.pk: page.latest_revision_created_at for page in pages}
    for item in items:
        item.since = times[item.page_id]
        item.state = "草稿"
    return sorted(items, key=lambda item: item.since or timezone.now(), reverse=True)


def below(counties: Iterable[County]) -> Q:
    """Pages of *counties*, the county pages themselves included."""
    found = Q(pk__in=[])
    for county in counties:
        found |= Q(path__startswith=county.page.path)
    return found


def items_of(pages: Iterable[Page]) -> list[Item]:
    """*pages* as they stand on lists, with the names of their places."""
    pages = list(pages)
    wanted = {
        tree.prefix(page.path, depth) for page in pages for depth in (tree.COUNTY_DEPTH, tree.SITE_DEPTH)
    }
    names = dict(
        Page.objects.filter(path__in=wanted, depth__gte=tree.COUNTY_DEPTH).values_list("path", "draft_title")
    )
    return [
        Item(
            page_id=page.pk,
            revision_id=page.latest_revision_id,
            title=page.draft_title or page.title,
            type_name=page.specific_class.get_verbose_name(),
            county_name=names.get(tree.prefix(page.path, tree.COUNTY_DEPTH), "")
            if page.depth >= tree.COUNTY_DEPTH
            else "",
            site_name=names.get(tree.prefix(page.path, tree.SITE_DEPTH), "")
            if page.depth > tree.SITE_DEPTH
            else "",
        )
        for page in pages
    ]
