"""All content that somebody works on, with its state, in one query whatever its number."""

from collections.abc import Iterable
from enum import Enum

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Cast
from wagtail.models import Page, WorkflowState
from wagtail.query import PageQuerySet

from pages import tree
from pages.models import CountyPage
from pages.reach import own_paths

from ...membership import display_name
from ...workflow.stage import Stage
from ...workflow.tasks import CityReviewTask


class State(Enum):
    """Where a page is: as ``Stage``, and for published ones whether something newer waits."""

    DRAFT = Stage.DRAFT.value
    WITH_LEAD = Stage.WITH_LEAD.value
    WITH_CITY = Stage.WITH_CITY.value
    RETURNED = Stage.RETURNED.value
    PUBLISHED = Stage.PUBLISHED.value
    CHANGED = "已发布，有修改"
    WITHDRAWN = "已撤下"


def content_for(user: AbstractBaseUser) -> PageQuerySet:
    """Return counties' and the city's pages that *user* works on, with ``state`` as the name of a ``State``.

    Own pages only: nobody reads here even the title of another county's draft.
    """
    own = Q(pk__in=[])
    for path in own_paths(user):
        own |= Q(path__startswith=path)
    pages = Page.objects.filter(own, depth__gte=tree.COUNTY_DEPTH).select_related("owner")
    return pages.annotate(state=_state())


def _state() -> Case:
    """The same as ``stage_of``, but within the query, so that it can be filtered by."""
    # A submission that is neither decided nor withdrawn; Wagtail allows one for each page.
    running = WorkflowState.objects.filter(
        object_id=Cast(OuterRef("pk"), CharField()),
        base_content_type=ContentType.objects.get_for_model(Page),
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
    )
    with_city = running.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        current_task_state__task__content_type=ContentType.objects.get_for_model(CityReviewTask),
    )
    returned = running.filter(status=WorkflowState.STATUS_NEEDS_CHANGES)

    return Case(
        When(Exists(returned), then=Value(State.RETURNED.name)),
        When(Exists(with_city), then=Value(State.WITH_CITY.name)),
        When(Exists(running), then=Value(State.WITH_LEAD.name)),
        When(live=True, has_unpublished_changes=True, then=Value(State.CHANGED.name)),
        When(live=True, then=Value(State.PUBLISHED.name)),
        When(first_published_at__isnull=False, then=Value(State.WITHDRAWN.name)),
        default=Value(State.DRAFT.name),
        output_field=CharField(),
    )


def name_places(pages: Iterable[Page]) -> None:
    """Give each of *pages* what is told of it: ``county_name``, ``site_name``, ``type_name``, ``state_name``, ``author``.

    One query for the names, as staff have them now.
    """
    pages = list(pages)
    paths = {
        tree.prefix(page.path, depth) for page in pages for depth in (tree.COUNTY_DEPTH, tree.SITE_DEPTH)
    }
    county_type = ContentType.objects.get_for_model(CountyPage)
    found = Page.objects.filter(path__in=paths).values_list("path", "draft_title", "content_type_id")
    names = {path: (title, type_id == county_type.pk) for path, title, type_id in found}
    for page in pages:
        county, is_county = names.get(tree.prefix(page.path, tree.COUNTY_DEPTH), ("", False))
        page.county_name = county if is_county else "市妇联"
        site, _ = names.get(tree.prefix(page.path, tree.SITE_DEPTH), ("", False))
        page.site_name = site if is_county and page.depth > tree.SITE_DEPTH else ""
        page.type_name = page.cached_content_type.model_class().short_type_name
        page.state_name = State[page.state].value
        page.author = display_name(page.owner)
