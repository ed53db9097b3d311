"""Writing to and asking the ledger."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Page, Revision

from pages.content import content_hash

from ..county import County
from ..membership import display_name
from . import rule
from .ledger import Action, LedgerEntry


def entries_for(page: Page) -> list[LedgerEntry]:
    """All entries of *page*, oldest first."""
    return list(LedgerEntry.objects.filter(page_id=page.pk).order_by("pk"))


def record(action: Action, page: Page, user: AbstractBaseUser | None = None, **details: Any) -> LedgerEntry:
    """Write one entry. *details*: ``revision``, ``submission``, ``comment``, ``content_hash``, ``checks``."""
    revision: Revision | None = details.pop("revision", None)
    county = County.of(page)
    entry = LedgerEntry(
        action=action,
        page_id=page.pk,
        page_title=page.draft_title or page.title,
        county_code=county.code if county else "",
        revision_id=revision.pk if revision else None,
        user=user,
        user_name=display_name(user),
        **details,
    )
    entry.save()
    return entry


def approved_revision_id(page: Page, submission: int) -> int | None:
    """The revision that the city approved last within *submission*."""
    approvals = [
        entry
        for entry in rule.in_force(entries_for(page))
        if entry.action == Action.CITY_APPROVED and entry.submission == submission
    ]
    return approvals[-1].revision_id if approvals else None


def authors_since_approval(page: Page) -> set[int]:
    """Users who wrote a revision of *page* after the one that was approved last."""
    approved = [
        e for e in entries_for(page) if e.action in (Action.CITY_APPROVED, Action.FOUNDED) and e.revision_id
    ]
    revisions = page.revisions.exclude(user=None)
    if approved:
        revisions = revisions.filter(pk__gt=approved[-1].revision_id)
    return set(revisions.values_list("user_id", flat=True))


def reason_against_live(page: Page) -> str | None:
    """Why *page* must not be live with the content it has in memory; ``None`` if it may."""
    if page.pk is None:
        return "新页面要先存为草稿，再提交审核。"
    return rule.reason_against(entries_for(page), content_hash(page), of_county=County.of(page) is not None)
