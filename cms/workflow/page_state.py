"""The state of many pages at once, worked out by the database so that lists can filter by it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, OuterRef, Subquery, TextChoices, Value, When
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page, WorkflowState
from wagtail.query import PageQuerySet

from .stage import Stage
from .tasks import CityReviewTask


class PageState(TextChoices):
    """The words of ``Stage`` for a page that exists, and what of a page readers have or had."""

    DRAFT = "draft", Stage.DRAFT.value
    WITH_LEAD = "with_lead", Stage.WITH_LEAD.value
    WITH_CITY = "with_city", Stage.WITH_CITY.value
    RETURNED = "returned", Stage.RETURNED.value
    PUBLISHED = "published", Stage.PUBLISHED.value
    CHANGED = "changed", "已发布，有修改"
    WITHDRAWN = "withdrawn", "已撤下"


def with_state(pages: PageQuerySet) -> PageQuerySet:
    """Annotate *pages* with ``state``, a value of ``PageState``.

    As ``stage_of``, a submission under way comes first. Without one, a live page may have changes that were not
    submitted, and a page that is not live but once was published is withdrawn.
    """
    return pages.annotate(
        state=Coalesce(
            Subquery(_steps(), output_field=CharField()),
            Case(
                When(live=True, has_unpublished_changes=True, then=Value(PageState.CHANGED.value)),
                When(live=True, then=Value(PageState.PUBLISHED.value)),
                When(first_published_at__isnull=False, then=Value(PageState.WITHDRAWN.value)),
                default=Value(PageState.DRAFT.value),
                output_field=CharField(),
            ),
        )
    )


def _steps():
    """The step of the outer page's submission; a page has at most one that is active. Ids of objects are text."""
    city_review = ContentType.objects.get_for_model(CityReviewTask)
    step = Case(
        When(status=WorkflowState.STATUS_NEEDS_CHANGES, then=Value(PageState.RETURNED.value)),
        When(current_task_state__isnull=True, then=Value(None)),
        When(current_task_state__task__content_type=city_review, then=Value(PageState.WITH_CITY.value)),
        default=Value(PageState.WITH_LEAD.value),
        output_field=CharField(),
    )
    return (
        WorkflowState.objects.active()
        .filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=Cast(OuterRef("pk"), CharField()),
        )
        .annotate(step=step)
        .values("step")[:1]
    )
