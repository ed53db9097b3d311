"""The ordinary course of a page, so that random attacks meet pages in every state."""

from wagtail.models import Page

from . import reviewing, writing
from .flow import CITY_STEP, DRAFT, LEAD, RETURNED, stage
from .people import CITY, Person
from .ways_around import mend, withdraw
from .world import World

# What happens to one page, in order; what its state does not allow is passed over.
SCRIPT = (
    "submit", "take back", "submit", "lead return", "edit and resubmit", "lead approve", "city return", "resubmit",
    "hand back", "lead approve", "city approve", "edit and submit", "lead approve", "city approve", "withdraw",
)  # fmt: skip
NEEDS = {
    "submit": DRAFT, "edit and submit": DRAFT, "withdraw": DRAFT,
    "take back": LEAD, "lead return": LEAD, "lead approve": LEAD,
    "edit and resubmit": RETURNED, "resubmit": RETURNED,
    "city return": CITY_STEP, "hand back": CITY_STEP, "city approve": CITY_STEP,
}  # fmt: skip


def writers(world: World, county: str) -> list[Person]:
    if county == CITY:
        return [person for person in world.staff.values() if person.moderator]
    return [person for person in world.staff.values() if person.county == county]


def leads(world: World, county: str) -> list[Person]:
    return [person for person in world.staff.values() if person.lead_of == county]


def moderators(world: World, pk: int) -> list[Person]:
    """Moderators who may approve: for the city's own pages none who wrote."""
    wrote = world.memory.authors.get(pk, set())
    return [p for p in world.staff.values() if p.moderator and p.name not in wrote] or writers(world, CITY)


def without_a_say(world: World, pk: int) -> list[Person]:
    """Who must not approve the page at its step: the county's others, other leads, whoever was first or wrote."""
    page = Page.objects.get(pk=pk)
    county = world.county_of_path(page.path)
    if stage(page) == LEAD:
        return [p for p in world.staff.values() if p.lead_of != county]
    first = [a.actor for a in world.memory.approvals if a.page == pk and a.role == "lead"][-1:]
    barred = world.memory.authors.get(pk, set()) if county == CITY else set(first)
    return [
        p for p in world.staff.values() if p.name in barred or (not p.moderator and p.county in (county, ""))
    ]


def scripted(world: World, pk: int) -> None:
    """Take the next step of the script that the page's state allows."""
    page = Page.objects.get(pk=pk)
    workflow = page.get_workflow()
    if workflow is None or workflow.tasks.count() != 2:
        return mend(world)
    now = stage(page)
    position = world.memory.script.get(pk, 0)
    for _ in SCRIPT:
        name = SCRIPT[position % len(SCRIPT)]
        position += 1
        if (
            NEEDS[name] == now
            and (name != "withdraw" or page.live)
            and (name != "take back" or page.depth > 3)
        ):
            break
    world.memory.script[pk] = position
    return take(world, pk, name, position)


def natural(world: World, pk: int, who: int, how: int) -> None:
    """What could happen next to the page in an office, by somebody who may."""
    page = Page.objects.get(pk=pk)
    names = [name for name, needed in NEEDS.items() if needed == stage(page)]
    if stage(page) == DRAFT and not page.live:
        names.remove("withdraw")
    # Approvals are what the rest depends on; what only moderators can do would be rare.
    names += [name for name in names if "approve" in name or "submit" in name or name == "hand back"]
    take(world, pk, names[how % len(names)], who)


def take(world: World, pk: int, name: str, who: int) -> None:
    """Carry out *name* with the *who*-th of those who may, in one of the ways there are."""
    page = Page.objects.get(pk=pk)
    county = world.county_of_path(page.path)
    if (NEEDS[name] in (DRAFT, RETURNED) and name != "withdraw") or name == "take back":
        people = writers(world, county)
    elif NEEDS[name] == LEAD:
        people = leads(world, county) or writers(world, county)
    else:
        people = moderators(world, pk)
    person = people[who % len(people)]
    if name in ("submit", "resubmit"):
        return writing.edit(world, person, pk, "", writing.SUBMIT)
    if name.startswith("edit and"):
        return writing.edit(world, person, pk, writing.WAYS[who % len(writing.WAYS)], writing.SUBMIT)
    if name == "take back":
        return writing.take_back(world, person, pk, "action-cancel-workflow")
    if name == "withdraw":
        return withdraw(world, world.staff["superuser"], pk, False)
    if name == "hand back":
        return reviewing.with_edit(world, person, pk, "approve", "text")
    action = "approve" if name.endswith("approve") else "reject"
    return decide(world, person, pk, action, who)


def decide(world: World, person: Person, pk: int, action: str, how: int) -> None:
    """One of the three ways of deciding."""
    if how % 3 == 0:
        return reviewing.on_screen(world, person, pk, action)
    if how % 3 == 1:
        return reviewing.by_view(world, person, pk, action)
    return reviewing.with_edit(world, person, pk, action, "")
