"""What must hold after every step, whatever was done. Nothing here asks the rule's own code."""

from wagtail.models import Page, WorkflowState

from cms.workflow.ledger import Action, LedgerEntry
from pages.content import content_hash
from pages.models import HomePage, NoticeIndexPage, SitePage

from . import set_aside
from .digest import Digest, digest, tokens
from .people import CITY, Person
from .snapshot import Snapshot
from .stats import STATS
from .world import Approval, Violation, World

LISTS = ("/", "/sites/", "/summaries/", "/notices/")


def fail(world: World, check: str, message: str) -> None:
    """Raise, unless *check* is set aside."""
    if check in set_aside.CHECKS:
        return
    STATS.failed_at = STATS.failed_at or STATS.steps
    raise Violation(f"[{check}] {message}\nsteps so far:\n  " + "\n  ".join(world.log[-60:]))


def after_step(world: World, kind: str, person: Person, before: Snapshot, after: Snapshot) -> None:
    """All checks; called by ``World.step``."""
    check_ledger_kept(world, before, after)
    remember(world, person, before, after)
    changed = after.changed_pages(before)
    if after.files != before.files:
        changed |= set(after.pages)
    for pk in sorted(before.pages.keys() - after.pages.keys()):
        world.memory.public_tokens.pop(pk, None)
    # A page that was not live and still is not needs another look only where its address is new.
    shown = [
        pk
        for pk in changed
        if _live(after, pk) or _live(before, pk) or _cell(before, pk, _URL) != _cell(after, pk, _URL)
    ]
    if shown:
        check_public(world, list(Page.objects.filter(pk__in=shown, depth__gt=1).order_by("path")))


# -- I3, I4: every answer ----------------------------------------------------------------------------------


def check_answer(world: World, what: str, answer) -> None:
    if answer.status_code >= 500:
        error = world.errors[-1] if world.errors else ""
        fail(world, "no server error", f"{world.actor.name}: {what} answered {answer.status_code}\n{error}")
    if not world.actor.sees_one_county or answer.streaming:
        return
    said = tokens(answer.content.decode(errors="replace") + answer.headers.get("location", ""))
    foreign = {t for t in said if t[1:7] not in (world.actor.county, CITY)} - world.memory.public
    if foreign:
        fail(world, "counties apart", f"{world.actor.name}: {what} shows {sorted(foreign)}")


# -- I5 ------------------------------------------------------------------------------------------------------


def check_ledger_kept(world: World, before: Snapshot, after: Snapshot) -> None:
    for pk, row in before.ledger.items():
        if after.ledger.get(pk) != row:
            fail(world, "ledger kept", f"entry {pk} changed or vanished: {row} -> {after.ledger.get(pk)}")


# -- what happened, for the test's own memory ------------------------------------------------------------


def remember(world: World, person: Person, before: Snapshot, after: Snapshot) -> None:
    """Note approvals, withdrawals and authors as they happen."""
    memory = world.memory
    new = LedgerEntry.objects.filter(pk__in=after.ledger.keys() - before.ledger.keys()).order_by("pk")
    was_live = {page: _live(before, page) for page in before.pages}
    for entry in new:
        if entry.action in (Action.LEAD_APPROVED, Action.CITY_APPROVED):
            _approved(world, person, entry)
        if entry.action == Action.WITHDRAWN:
            _void(world, entry.page_id)
        _count(world, entry, was_live)
    _count_submissions(before, after)
    for pk in after.pages:
        if was_live.get(pk) and not _live(after, pk):
            _void(world, pk)
    for page in Page.objects.filter(pk__in=after.changed_pages(before), depth__gt=1):
        memory.addresses.add(world.address(page))
        written = _cell(before, page.pk, _LATEST) != _cell(after, page.pk, _LATEST)
        if written and world.county_of_path(page.path) == CITY:
            _note_author(world, person, page.pk)


def _approved(world: World, person: Person, entry: LedgerEntry) -> None:
    path = Page.objects.filter(pk=entry.page_id).values_list("path", flat=True).first() or ""
    county = world.county_of_path(path)
    role = "lead" if entry.action == Action.LEAD_APPROVED else "city"
    rightful = person.lead_of == county if role == "lead" else person.moderator
    if county == CITY and role == "city":
        # The draft may have been written in this very request.
        _note_author(world, person, entry.page_id)
        rightful = rightful and person.name not in world.memory.authors.get(entry.page_id, set())
        world.memory.authors[entry.page_id] = set()
    looked_at, seen = world.looked_at or (None, None)
    if looked_at != entry.page_id:
        seen = world.draft_digest(entry.page_id)
    # Cards show a picture's words from the library, which are approved with the page that uses it.
    seen = Digest(seen.words, seen.tokens | world.library_tokens(entry.page_id))
    if not rightful:
        fail(
            world,
            "rightful approvals",
            f"{person.name} has no say as {role} on page {entry.page_id} ({county})",
        )
    world.memory.approvals.append(
        Approval(entry.pk, entry.page_id, role, person.name, county, rightful, entry.submission, seen)
    )


def _void(world: World, page: int) -> None:
    for approval in world.memory.approvals:
        approval.void = approval.void or approval.page == page
    world.memory.founded.pop(page, None)


def _note_author(world: World, person: Person, page: int) -> None:
    now = world.written(page)
    if world.memory.drafts.get(page) != now:
        world.memory.drafts[page] = now
        world.memory.authors.setdefault(page, set()).add(person.name)


def _live(state: Snapshot, page: int) -> bool:
    return bool(_cell(state, page, _LIVE))


def _cell(state: Snapshot, page: int, column: int):
    return state.pages[page][0][column] if state.pages.get(page) else None


_COLUMNS = [field.column for field in Page._meta.local_concrete_fields]
_LIVE, _LATEST, _URL = (_COLUMNS.index(name) for name in ("live", "latest_revision_id", "url_path"))


# -- I1, I2: what the public gets ------------------------------------------------------------------------


def check_public(world: World, pages: list[Page]) -> None:
    """Nothing answers but what was approved, and that says exactly what was approved."""
    for page in pages:
        answer = world.anonymous.get(world.address(page))
        if answer.status_code >= 500:
            fail(world, "no server error", f"public {page.url_path} {answer.status_code} {world.errors[-1:]}")
        world.memory.public_tokens.pop(page.pk, None)
        if not page.live and answer.status_code == 200:
            fail(world, "only approved pages", f"{page} is not live and answers 200")
        if not page.live:
            continue
        html = answer.content.decode()
        reason = reason_against(world, page, digest(html, page.slug))
        if reason:
            fail(world, "approved by both", f"{page} ({page.url_path}) is live: {reason}")
        world.memory.public_tokens[page.pk] = approved_tokens(world, page)
        check_words(world, page.url_path, html)


def reason_against(world: World, page: Page, shown) -> str | None:
    """Why *page* may not be live with what it shows, by the test's own memory; ``None`` if it may."""
    county = world.county_of_path(page.path)
    mine = [a for a in world.memory.approvals if a.page == page.pk and a.rightful and not a.void]
    cities = [a for a in mine if a.role == "city"]
    if county == CITY and page.specific_class in (HomePage, NoticeIndexPage):
        # They list other pages; of their own words every one is a marker or was founded.
        return None if cities or page.pk in world.memory.founded else "nobody approved it"
    if county == CITY:
        known = cities[-1].seen if cities else world.memory.founded.get(page.pk)
        if known is None:
            return "nobody approved it"
        return None if known.words == shown.words else f"not what was approved: {shown.difference(known)}"
    if not cities:
        return f"no city approval in force (actor {world.actor.name})"
    city = cities[-1]
    if city.seen.words != shown.words:
        return f"not what {city.actor} approved: {shown.difference(city.seen)}"
    for lead in mine:
        before = lead.role == "lead" and lead.entry < city.entry and lead.submission == city.submission
        if before and lead.county == county and lead.seen.words == shown.words and lead.actor != city.actor:
            return _ledger_disagrees(page, lead, city)
    return f"no lead of {county} approved it before {city.actor}"


def _ledger_disagrees(page: Page, lead: Approval, city: Approval) -> str | None:
    hashes = dict(
        LedgerEntry.objects.filter(pk__in=[lead.entry, city.entry]).values_list("pk", "content_hash")
    )
    now = content_hash(page.specific)
    return None if set(hashes.values()) == {now} else f"the ledger has {hashes}, the page {now}"


def approved_tokens(world: World, page: Page) -> frozenset[str]:
    mine = [a for a in world.memory.approvals if a.page == page.pk and not a.void and a.role == "city"]
    return mine[-1].seen.tokens if mine else frozenset()


def check_words(world: World, address: str, html: str) -> None:
    """Every marked word on a public page, wherever it stands on it, is part of some approved content."""
    strange = tokens(html) - _all_approved(world)
    above = frozenset()
    if strange:
        rows = SitePage.objects.filter(live=False).values_list("title", "brand_name", "brand_slogan", "slug")
        above = tokens(" ".join(word for row in rows for word in row))
    if strange & above:
        fail(world, "no word of unpublished parents", f"{address} shows {sorted(strange & above)}")
    if strange - above:
        fail(world, "no word unapproved", f"{address} shows {sorted(strange - above)}")


def _all_approved(world: World) -> frozenset[str]:
    live = Page.objects.filter(live=True, depth__gt=1)
    return frozenset().union(*(approved_tokens(world, page) for page in live))


def sweep(world: World) -> None:
    """Everything at once: all pages, all lists, all addresses that ever were. At the end of a journey."""
    world.actor = world.staff["superuser"]
    check_public(world, list(Page.objects.filter(depth__gt=1).order_by("path")))
    live = {world.address(page) for page in Page.objects.filter(live=True, depth__gt=1)}
    for address in sorted(world.memory.addresses - live):
        if world.anonymous.get(address).status_code == 200:
            fail(world, "only approved pages", f"{address} answers 200, and no page is live there")
    for address in LISTS:
        answer = world.anonymous.get(address)
        if answer.status_code >= 500:
            fail(world, "no server error", f"public {address} {answer.status_code} {world.errors[-1:]}")
        check_words(world, address, answer.content.decode())


# -- counting ----------------------------------------------------------------------------------------------

_PLAIN = {
    Action.LEAD_APPROVED: "lead approve", Action.LEAD_RETURNED: "lead return",
    Action.CITY_RETURNED: "city return", Action.HANDED_BACK: "hand back",
    Action.TAKEN_BACK: "take back", Action.WITHDRAWN: "withdrawal",
}  # fmt: skip


def _count(world: World, entry: LedgerEntry, was_live: dict) -> None:
    if entry.action in _PLAIN:
        STATS.reached[_PLAIN[entry.action]] += 1
    if entry.action == Action.CITY_APPROVED:
        path = Page.objects.filter(pk=entry.page_id).values_list("path", flat=True).first() or ""
        own = world.county_of_path(path) == CITY
        STATS.reached["city-level publish" if own else "city approve"] += 1
        STATS.reached["republish"] += bool(was_live.get(entry.page_id))


def _count_submissions(before: Snapshot, after: Snapshot) -> None:
    for key, row in after.flow.items():
        if key[0] != "state":
            continue
        if key not in before.flow:
            STATS.reached["submit"] += 1
        elif (
            before.flow[key][_STATUS] == WorkflowState.STATUS_NEEDS_CHANGES
            and row[_STATUS] != before.flow[key][_STATUS]
        ):
            STATS.reached["resubmit"] += row[_STATUS] == WorkflowState.STATUS_IN_PROGRESS


_STATUS = [field.column for field in WorkflowState._meta.local_concrete_fields].index("status")
