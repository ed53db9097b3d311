"""What ``reports`` asks of workflow, ledger and accounts (``reports/hooks.py``)."""

from collections.abc import Collection, Mapping
from datetime import datetime

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
from .membership import display_name
from .workflow.ledger import Action, LedgerEntry
from .workflow.page_state import PageState, with_state


def with_report_state(pages: PageQuerySet) -> PageQuerySet:
    """Annotate *pages* with ``report_state``: what readers see is accepted, whatever is being changed about it."""
    return with_state(pages).annotate(
        report_state=Case(
            When(live=True, then=Value(State.ACCEPTED.value)),
            When(state=PageState.WITHDRAWN.value, then=Value(State.WITHDRAWN.value)),
            default=F("state"),
            output_field=CharField(),
        )
    )


def first_approvals(years: Mapping[int, int | None]) -> dict[int, datetime]:
    """Return by page id the lead's first approval of a version about that year.

    A page that was approved for one year and then given another has not been approved for that.
    """
    version = Revision.objects.filter(pk=OuterRef("revision_id")).annotate(
        about=Cast(KeyTextTransform("year", "content"), IntegerField())
    )
    entries = (
        LedgerEntry.objects.filter(action=Action.LEAD_APPROVED, page_id__in=list(years))
        .annotate(about=Subquery(version.values("about")[:1]))
        .order_by("-pk")
    )
    rows = entries.values_list("page_id", "created_at", "about")
    return {page_id: moment for page_id, moment, about in rows if about == years[page_id]}


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
    members = get_user_model().objects.filter(is_active=True, groups__in=groups).order_by("username")
    for user in members.annotate(group=F("groups")):
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
    register_office(Office(with_report_state, first_approvals, contacts, department))
