"""The state machine: each rule is one kind of step with drawn numbers for page, person and manner."""

from django.core.cache import cache
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from wagtail.models import Page

from pages.models import CountyPage, NoticeIndexPage, NoticePage, SitePage
from reports.models import YearEndSummaryPage

from . import driving, invariants, looking, reviewing, ways_around, writing
from .flow import CITY_STEP, LEAD, any_task_state_ids, stage
from .people import Person
from .stats import STATS
from .world import World

N = st.integers(0, 59)
BUTTONS = (writing.SAVE, writing.SUBMIT, writing.PUBLISH, writing.SUBMIT)
DECISIONS = ("approve", "reject", "approve")


def make_machine(world: World) -> type[RuleBasedStateMachine]:
    """Return a machine whose journeys all start in *world* and are rolled back."""
    saved = world.fork()

    class PublishingRule(Journey):
        def __init__(self) -> None:
            super().__init__()
            self.world = world
            world.restore(saved)
            cache.clear()
            self.savepoint = transaction.savepoint()
            STATS.examples += 1

        def teardown(self) -> None:
            try:
                if not self.failed:
                    invariants.sweep(world)
            finally:
                transaction.savepoint_rollback(self.savepoint)
                world.restore(saved)
                cache.clear()

    return PublishingRule


def step(function):
    """A rule with three numbers; what each is for, the rule says."""

    def noted(self, a, b, c):
        self.failed = True  # if it raises; a journey that failed is not swept
        function(self, a, b, c)
        self.failed = False

    noted.__name__ = function.__name__
    return rule(a=N, b=N, c=N)(noted)


class Journey(RuleBasedStateMachine):
    """All rules; how often each is taken is left to chance, the ordinary course has several rules."""

    world: World
    failed = False

    # -- choosing -------------------------------------------------------------------------------------

    def pages(self) -> list[Page]:
        return self.world.pages()

    def page(self, a: int) -> int:
        found = self.pages()
        return found[a % len(found)].pk

    def person(self, b: int) -> Person:
        staff = list(self.world.staff.values())
        return staff[b % len(staff)]

    def insider(self, pk: int, b: int) -> Person:
        """Mostly somebody who has to do with the page; the superuser more often than by chance."""
        if b % 6 == 0:
            return self.world.staff["superuser"]
        people = driving.writers(self.world, self.world.county_of_path(Page.objects.get(pk=pk).path))
        return self.person(b // 3) if b % 3 == 0 else people[b % len(people)]

    def decider(self, pk: int, b: int) -> Person:
        """Half of the time anybody, else somebody of the page's county or of the city."""
        if b % 2:
            return self.person(b // 2)
        county = self.world.county_of_path(Page.objects.get(pk=pk).path)
        near = [p for p in self.world.staff.values() if p.county == county or p.moderator]
        return near[b // 2 % len(near)]

    def revision(self, pk: int, c: int) -> int:
        known = list(Page.objects.get(pk=pk).revisions.order_by("-pk").values_list("pk", flat=True))
        return known[c % len(known)] if known else 1

    def parent(self, c: int) -> int:
        found = [
            page
            for page in self.pages()
            if isinstance(page.specific, CountyPage | SitePage | NoticeIndexPage)
        ]
        return found[c % len(found)].pk

    def protagonists(self) -> list[Page]:
        """One page of each county and one of the city's: those that were there first."""
        first = {}
        for page in sorted(self.pages(), key=lambda one: one.pk):
            if page.specific_class in (YearEndSummaryPage, NoticePage):
                first.setdefault(self.world.county_of_path(page.path), page)
        return list(first.values())

    def waiting(self, wanted: tuple[str, ...], a: int) -> int | None:
        found = [page.pk for page in self.pages() if stage(page) in wanted]
        return found[a % len(found)] if found else None

    # -- the ordinary course ---------------------------------------------------------------------------

    @rule()
    def advance(self) -> None:
        """The script, for the page that is least far."""
        self.failed = True
        known = self.world.memory.script
        page = min(self.protagonists(), key=lambda one: (known.get(one.pk, 0), one.path))
        driving.scripted(self.world, page.pk)
        self.failed = False

    @step
    def ordinary(self, a, b, c):
        driving.natural(self.world, self.page(a), b, c)

    @step
    def ordinary_again(self, a, b, c):
        driving.natural(self.world, self.page(a), b, c)

    @step
    def ordinary_of_what_waits(self, a, b, c):
        pk = self.waiting((LEAD, CITY_STEP), a)
        if pk:
            driving.natural(self.world, pk, b, c)

    @step
    def ordinary_of_what_waits_again(self, a, b, c):
        pk = self.waiting((CITY_STEP,), a) or self.page(a)
        driving.natural(self.world, pk, b, c)

    # -- writing -------------------------------------------------------------------------------------------

    @step
    def create(self, a, b, c):
        parent = self.parent(a)
        writing.create(
            self.world,
            self.insider(parent, b),
            writing.MODELS[c % len(writing.MODELS)],
            parent,
            BUTTONS[c // 3 % 4],
            c % 5 > 0,
        )

    @step
    def edit(self, a, b, c):
        pk = self.page(a)
        writing.edit(self.world, self.insider(pk, b), pk, writing.WAYS[c % 6], BUTTONS[c // 6 % 4])

    @step
    def edit_nothing(self, a, b, c):
        pk = self.page(a)
        writing.edit(self.world, self.insider(pk, b), pk, "", BUTTONS[c % 4])

    @step
    def autosave(self, a, b, c):
        pk = self.page(a)
        other = self.page(c)
        revision = self.revision(pk, 0 if c % 3 else c) if c % 7 else self.revision(other, c)
        writing.autosave(self.world, self.insider(pk, b), pk, revision, writing.WAYS[c % 6])

    @step
    def overwrite_revision(self, a, b, c):
        pk = self.page(a)
        writing.overwrite(
            self.world, self.insider(pk, b), pk, self.revision(pk, c), writing.WAYS[c % 6], BUTTONS[c % 4]
        )

    @step
    def revert(self, a, b, c):
        pk = self.page(a)
        writing.revert(self.world, self.insider(pk, b), pk, self.revision(pk, c // 4), BUTTONS[c % 4])

    @step
    def take_back(self, a, b, c):
        pk = self.waiting((LEAD, CITY_STEP, "returned"), a) or self.page(a)
        button = ("action-cancel-workflow", "action-restart-workflow")[c % 2]
        writing.take_back(self.world, self.insider(pk, b), pk, button)

    # -- reviewing -----------------------------------------------------------------------------------------

    @step
    def decide_on_screen(self, a, b, c):
        pk = self.waiting((LEAD, CITY_STEP), a) or self.page(a)
        reviewing.on_screen(self.world, self.decider(pk, b), pk, DECISIONS[c % 3], stale=c % 5 == 0)

    @step
    def decide_by_view(self, a, b, c):
        pk = self.waiting((LEAD, CITY_STEP), a) or self.page(a)
        reviewing.by_view(self.world, self.decider(pk, b), pk, DECISIONS[c % 3], collect=c % 5 == 0)

    @step
    def decide_with_forged_state(self, a, b, c):
        forged, pk = any_task_state_ids(), self.page(a)
        reviewing.by_view(
            self.world, self.decider(pk, b), pk, DECISIONS[c % 3], forged[c % len(forged)], c % 7 == 0
        )

    @step
    def edit_and_decide(self, a, b, c):
        pk = self.waiting((LEAD, CITY_STEP), a) or self.page(a)
        reviewing.with_edit(
            self.world, self.decider(pk, b), pk, DECISIONS[c % 3], writing.WAYS[c % 6] if c % 2 else ""
        )

    @step
    def usurp(self, a, b, c):
        """Somebody near who has no say approves what waits, in one of the ways of deciding."""
        pk = self.waiting((LEAD, CITY_STEP), a)
        if pk:
            people = driving.without_a_say(self.world, pk)
            driving.decide(self.world, people[b % len(people)], pk, "approve", c)

    @step
    def usurp_again(self, a, b, c):
        pk = self.waiting((LEAD,), a) or self.waiting((CITY_STEP,), a)
        if pk:
            people = driving.without_a_say(self.world, pk)
            driving.decide(self.world, people[b % len(people)], pk, "approve", c)

    # -- ways around -----------------------------------------------------------------------------------------

    @step
    def schedule(self, a, b, c):
        pk = self.page(a)
        ways_around.schedule(self.world, self.insider(pk, b), pk, BUTTONS[c % 4], bool(c % 2))

    @step
    def publish_scheduled(self, a, b, c):
        ways_around.run_scheduled(self.world)

    @step
    def unpublish(self, a, b, c):
        pk = self.page(a)
        ways_around.unpublish(self.world, self.insider(pk, b), pk, bool(c % 2))

    @step
    def withdraw(self, a, b, c):
        pk = self.page(a)
        ways_around.withdraw(self.world, self.insider(pk, b), pk, bool(c % 2))

    @step
    def bulk(self, a, b, c):
        pks = list(dict.fromkeys([self.page(a), self.page(c)]))
        ways_around.bulk(self.world, self.insider(pks[0], b), ways_around.BULK[c % 4], pks, self.parent(c))

    @step
    def copy(self, a, b, c):
        pk = self.page(a)
        extra = ({}, {"publish_copies": "on"}, {"alias": "on"})[c % 3]
        parent = self.parent(c) if c % 4 == 0 else Page.objects.get(pk=pk).get_parent().pk
        ways_around.copy(self.world, self.insider(pk, b), pk, parent, extra)

    @step
    def move(self, a, b, c):
        pk = self.page(a)
        ways_around.move(self.world, self.insider(pk, b), pk, self.parent(c))

    @step
    def small_views(self, a, b, c):
        pk = self.page(a)
        name = ways_around.SIMPLE[c % len(ways_around.SIMPLE)]
        ways_around.simple(self.world, self.insider(pk, b), name, pk)

    @step
    def unschedule(self, a, b, c):
        pk = self.page(a)
        ways_around.unschedule(self.world, self.person(b), pk, self.revision(pk, c))

    @step
    def api(self, a, b, c):
        pk = self.page(a)
        if c % 10 == 9:
            ways_around.api_verb(self.world, self.person(b), ("put", "patch", "delete")[c % 3], pk)
        else:
            ways_around.api(
                self.world,
                self.insider(pk, b),
                ways_around.API[c % 10],
                pk,
                self.parent(c // 9),
                self.revision(pk, c),
            )

    @step
    def image(self, a, b, c):
        pictures = [*writing.images_of(self.world, "450202"), *writing.images_of(self.world, "450226")]
        if pictures:
            way = ways_around.IMAGE_WAYS[c % len(ways_around.IMAGE_WAYS)]
            ways_around.image(self.world, self.person(b), pictures[a % len(pictures)], way)

    @step
    def image_in_use(self, a, b, c):
        """One of the pictures that pages were published with, changed by its own county or by the city."""
        county = ("450202", "450226")[a % 2]
        pictures = writing.images_of(self.world, county)[:2]
        people = [p for p in self.world.staff.values() if p.county == county or p.moderator or p.superuser]
        if pictures:
            way = ways_around.IMAGE_WAYS[c % len(ways_around.IMAGE_WAYS)]
            ways_around.image(self.world, people[b % len(people)], pictures[a // 2 % len(pictures)], way)

    @step
    def flow(self, a, b, c):
        if c % 3 == 1:
            return ways_around.lead_role(self.world)
        if c % 3 == 2:
            return None
        way = ways_around.FLOW_WAYS[c // 3 % len(ways_around.FLOW_WAYS)]
        return ways_around.flow(self.world, self.world.staff["superuser"], way, self.page(a), c)

    # -- looking ---------------------------------------------------------------------------------------------

    @step
    def look(self, a, b, c):
        counties = [person for person in self.world.staff.values() if person.sees_one_county]
        person = counties[b % len(counties)]
        pictures = [*writing.images_of(self.world, "450202"), *writing.images_of(self.world, "450226")] or [1]
        if c % 4 == 0:
            looking.look_at_list(self.world, person, a)
        else:
            looking.look_at(self.world, person, self.page(a), c, self.parent(b), pictures[a % len(pictures)])
