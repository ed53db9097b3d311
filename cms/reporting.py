"""What ``reports`` asks of workflow, ledger and accounts (``reports/hooks.py``)."""

from collections.abc import Collection

from django.contrib.auth import get_user_model
from django.db.models import Case, CharField, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from wagtail.models import Revision
from wagtail.query import PageQuerySet

from reports.hooks import Contacts, Office, Person, register_office
from reports.status import State

from . import roles
from .county import County
from .membership import display_name, members
from .workflow.ledger import Action, LedgerEntry
from .workflow.page_state import PageState, with_state


def with_standing(pages: PageQuerySet) -> PageQuerySet:
    """Annotate *pages* with ``report_state`` and ``approved_at``; they must have ``about``, their year.

    What readers see is accepted, whatever is being changed about it. A page that was approved for one year and then
    given another has not been approved for that.
    """
    version = Revision.objects.filter(pk=OuterRef("revision_id")).annotate(
        about=Cast(KeyTextTransform("year", "content"), IntegerField())
    )
    approvals = (
        LedgerEntry.objects.filter(page_id=OuterRef("pk"), action=Action.LEAD_APPROVED)
        .annotate(version_about=Subquery(version.values("about")[:1]))
        .filter(version_about=OuterRef("about"))
        .order_by("pk")
    )
    return with_state(pages).annotate(
        approved_at=Subquery(approvals.values("created_at")[:1]),
        report_state=Case(
            When(live=True, then=Value(State.ACCEPTED.value)),
            When(state=PageState.WITHDRAWN.value, then=Value(State.WITHDRAWN.value)),
            default=F("state"),
            output_field=CharField(),
        ),
    )


def leadless(paths: Collection[str]) -> set[str]:
    """Return those of *paths* whose county has no lead with an open account."""
    return set(County.without_lead().filter(page__path__in=paths).values_list("page__path", flat=True))


def contacts(paths: Collection[str]) -> dict[str, Contacts]:
    """Return the people of the counties at *paths*, in two queries; closed accounts are nobody's."""
    counties = {county: county.page.path for county in County.objects.select_related("page")}
    groups = {
        pk: (county, kind)
        for county, path in counties.items()
        if path in paths
        for pk, kind in ((county.editors_id, "editors"), (county.leads_id, "leads"))
    }
    found = {path: Contacts() for path in paths}
    for user in members(groups).order_by("username"):
        county, kind = groups[user.group]
        getattr(found[counties[county]], kind).append(_person(user))
    return found


def department() -> list[Person]:
    """Return the people of the organisation department."""
    users = get_user_model().objects.filter(Q(groups__name=roles.ORGANISATION), is_active=True)
    return [_person(user) for user in users.order_by("username")]


def _person(user) -> Person:
    return Person(user.pk, display_name(user), user.email)


def connect() -> None:
    """Register the answers; called once when the application starts."""
    register_office(Office(with_standing, contacts, leadless, department))
