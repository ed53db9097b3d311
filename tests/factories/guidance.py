"""Visits and answers for tests, by the steps that the views take."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from pages.models import SitePage
from reports.guidance import steps
from reports.models import GuidanceVisit

WORDS = {"visitors": "组联部部长", "findings": "议事记录齐全。", "advice": "补齐轮值公示。"}


def make_visit(
    site: SitePage,
    user,
    sent: bool = True,
    visited_on: date | None = None,
    at: datetime | None = None,
    **fields,
) -> GuidanceVisit:
    """A visit to *site* yesterday, recorded by *user*; sent now, or at the time *at*."""
    day = visited_on or timezone.localdate() - timedelta(days=1)
    visit = GuidanceVisit(visited_on=day, **(WORDS | fields))
    visit.set_site(site)
    steps.save_draft(visit, user)
    if sent:
        steps.send(visit, user, at)
    return visit


def make_answer(visit: GuidanceVisit, user, text: str = "已经公示。", at: datetime | None = None) -> None:
    """An answer of *user* to *visit*."""
    assert steps.answer(visit, text, user, at)
