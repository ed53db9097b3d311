"""Who is meant by the table: people with open accounts, in a number of queries that does not depend on theirs."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F, Q
from wagtail.models import Page

from .. import roles
from ..county import County
from ..workflow import approvals
from ..workflow.ledger import Action, LedgerEntry
from .audience import Audience, Concern, audiences, more_urgent

User = AbstractBaseUser
SUBMISSIONS = (Action.SUBMITTED, Action.RESUBMITTED)


def told_of(entry: LedgerEntry) -> dict[User, Concern]:
    """Return who hears of *entry*, and to do what; without the person who acted and those without an address."""
    wanted = audiences(entry.action, bool(entry.county_code))
    if not wanted:
        return {}
    before = list(LedgerEntry.objects.filter(page_id=entry.page_id, pk__lt=entry.pk).order_by("pk"))
    if is_part_of_handing_back(entry, before):
        return {}
    members = _members(entry.county_code)
    found: dict[User, Concern] = {}
    for audience, concern in wanted.items():
        for user in _of(audience, entry, before, members):
            if user.pk != entry.user_id and user.email:
                found[user] = more_urgent(found.get(user), concern)
    return found


def is_part_of_handing_back(entry: LedgerEntry, before: list[LedgerEntry]) -> bool:
    """Whether *entry* is the submission that the moderator's handing back leads to, of which that one tells."""
    last = before[-1] if before else None
    return (
        entry.action == Action.SUBMITTED
        and last is not None
        and (last.action, last.submission) == (Action.HANDED_BACK, entry.submission)
    )


def _members(county_code: str) -> dict[str, list[User]]:
    """The people of the county and of the organisation department, by the group's part."""
    county = County.objects.filter(code=county_code).first() if county_code else None
    parts = {county.editors_id: "editors", county.leads_id: "leads"} if county else {}
    found: dict[str, list[User]] = {"editors": [], "leads": [], "moderators": []}
    users = get_user_model().objects.filter(
        Q(groups__in=list(parts)) | Q(groups__name=roles.ORGANISATION), is_active=True
    )
    for user in users.annotate(group=F("groups")).select_related("mail_choice").order_by("pk"):
        found[parts.get(user.group, "moderators")].append(user)
    return found


def _of(
    audience: Audience, entry: LedgerEntry, before: list[LedgerEntry], members: dict[str, list[User]]
) -> Iterable[User]:
    match audience:
        case Audience.LEADS:
            return members["leads"]
        case Audience.MODERATORS:
            return members["moderators"]
        case Audience.DECIDERS:
            barred = _barred(entry, before)
            return [user for user in members["moderators"] if user.pk not in barred]
        case Audience.WRITER:
            return _writer(entry, before, members)


def _barred(entry: LedgerEntry, before: list[LedgerEntry]) -> set[int | None]:
    """Who may not decide for the city: the lead who approved, and the authors of the city's own pages."""
    if entry.county_code:
        leads = [e.user_id for e in [*before, entry] if e.action == Action.LEAD_APPROVED]
        return set(leads[-1:])
    page = Page.objects.filter(pk=entry.page_id).first()
    return approvals.authors_since_approval(page) if page else set()


def _writer(entry: LedgerEntry, before: list[LedgerEntry], members: dict[str, list[User]]) -> list[User]:
    """Whoever submitted last, or who has her work now: she may have left, or write for another county by now."""
    at_work = [*members["editors"], *members["leads"]] if entry.county_code else members["moderators"]
    for n in range(len(before) - 1, -1, -1):
        one = before[n]
        if one.action in SUBMISSIONS and not is_part_of_handing_back(one, before[:n]):
            if one.user_id == entry.user_id:
                return []
            if found := [user for user in at_work if user.pk == one.user_id]:
                return found[:1]
            break
    return members["editors"] if entry.county_code else members["moderators"]
