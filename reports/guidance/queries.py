"""Visits by what they wait for. ``open_for`` and ``awaiting_department`` are for the homes of the roles."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Case, DateField, F, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from pages.models import SitePage

from ..models import GuidanceVisit
from .access import below, visible_to
from .states import WHERE, State

# What comes first, for whoever answers and for whoever waits for answers.
_FOR_COUNTY = (State.AWAITING, State.ANSWERED, State.CLOSED)
_FOR_DEPARTMENT = (State.ANSWERED, State.DRAFT, State.AWAITING, State.CLOSED)


def open_for(paths: tuple[str, ...]) -> QuerySet[GuidanceVisit]:
    """Visits sent to sites below *paths* that await an answer, the earliest day first; one query, with sites.

    ``site`` is ``None`` when the county deleted the site; ``place_name`` is there always.
    """
    found = _with_place().filter(WHERE[State.AWAITING]).filter(below(paths))
    return found.order_by(F("answer_due").asc(nulls_last=True), "asked_at", "pk")


def awaiting_department() -> QuerySet[GuidanceVisit]:
    """Visits that a county answered since the department last looked or acted, the oldest answer first."""
    unread = Q(read_until=None) | Q(read_until__lt=F("answered_at"))
    found = _with_place().filter(unread, sent_at__isnull=False, answered_at__isnull=False, closed_at=None)
    return found.order_by("answered_at", "pk")


def number_at(site: SitePage, user: AbstractBaseUser) -> int:
    """How many visits to *site* the user may know of; one query."""
    return visible_to(user).filter(site=site).count()


def in_order(visits: QuerySet[GuidanceVisit], for_county: bool) -> QuerySet[GuidanceVisit]:
    """*visits* with overdue answers first, then by what is to be done; what is done with comes last."""
    overdue = WHERE[State.AWAITING] & Q(answer_due__lt=timezone.localdate())
    states = _FOR_COUNTY if for_county else _FOR_DEPARTMENT
    whens = [When(WHERE[state], then=Value(rank)) for rank, state in enumerate(states, start=1)]
    rank = Case(When(overdue, then=Value(0)), *whens, output_field=IntegerField())
    due = Case(When(WHERE[State.AWAITING], then=F("answer_due")), output_field=DateField())
    return visits.order_by(rank, due.asc(nulls_last=True), "-visited_on", "-pk")


def _with_place() -> QuerySet[GuidanceVisit]:
    return GuidanceVisit.objects.select_related("site", "county")
