"""The prepared site, its people, and what the test itself remembers of who approved what."""

import json
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.signals import got_request_exception
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from cms.county import County
from media.models import CustomImage
from pages.models import HomePage, NoticeIndexPage

from . import set_aside
from .digest import Digest, digest, tokens
from .people import CITY, Person
from .snapshot import Snapshot
from .stats import STATS


class Violation(AssertionError):
    """The product broke its promise. The message says which and how."""


@dataclass
class Approval:
    """An approval as the test saw it happen: who asked for it, in what role, on what a reader would get."""

    entry: int
    page: int
    role: str
    actor: str
    county: str
    rightful: bool
    submission: int
    seen: Digest
    void: bool = False


@dataclass
class Memory:
    """What the test knows apart from the database; copied for each journey."""

    approvals: list[Approval] = field(default_factory=list)
    founded: dict[int, Digest] = field(default_factory=dict)
    drafts: dict[int, Digest] = field(default_factory=dict)
    authors: dict[int, set[str]] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)
    public_tokens: dict[int, frozenset[str]] = field(default_factory=dict)
    script: dict[int, int] = field(default_factory=dict)
    number: int = 0

    @property
    def public(self) -> frozenset[str]:
        return frozenset().union(*self.public_tokens.values())


class World:
    """One site; a journey changes it and is rolled back."""

    def __init__(self, staff: dict[str, Person], check) -> None:
        self.staff = staff
        self.check = check
        self.memory = Memory()
        self.anonymous = Client(raise_request_exception=False)
        self.actor: Person = staff["superuser"]
        self.looked_at: tuple[int, Digest] | None = None  # what a reviewer saw before she decided
        self.log: list[str] = []
        self.errors: list[str] = []
        self.counties = {county.page.path: county.code for county in County.objects.select_related("page")}
        self.last = Snapshot.take()
        got_request_exception.connect(self._caught, dispatch_uid="machine")

    # -- journeys ---------------------------------------------------------------------------------------

    def fork(self) -> tuple:
        """What to give back to ``restore`` when the database has been rolled back."""
        return deepcopy(self.memory), dict(self.staff), self.last

    def restore(self, saved: tuple) -> None:
        memory, staff, self.last = saved
        self.memory, self.staff = deepcopy(memory), dict(staff)
        self.log, self.errors = [], []

    # -- looking ----------------------------------------------------------------------------------------

    def page(self, pk: int) -> Page:
        return Page.objects.get(pk=pk).specific

    def latest(self, pk: int) -> Page:
        return Page.objects.get(pk=pk).get_latest_revision_as_object()

    def pages(self) -> list[Page]:
        """What people act on: everything of the two counties and the notices, in the order of the tree."""
        below = [path for path, code in self.counties.items() if code in ("450202", "450226")]
        found = Page.objects.filter(depth__gt=2).order_by("path")
        return [page for page in found if page.path[:12] in below or page.path[:12] not in self.counties]

    def county_of_path(self, path: str) -> str:
        return self.counties.get(path[:12], CITY)

    def token(self, county: str) -> str:
        """A marker that occurs nowhere else."""
        self.memory.number += 1
        return f"m{county}x{self.memory.number:05d}"

    def address(self, page: Page) -> str:
        return "/" + page.url_path.split("/", 2)[2]

    def draft_digest(self, pk: int, person: Person | None = None) -> Digest:
        """What *person* (else the superuser) sees of the latest revision in the admin's preview."""
        person = person or self.staff["superuser"]
        answer = person.client.get(reverse("wagtailadmin_pages:view_draft", args=[pk]))
        if answer.status_code != 200:
            return Digest((f"status {answer.status_code}",), frozenset())
        return digest(answer.content.decode(), self.latest(pk).slug)

    def written(self, pk: int) -> Any:
        """What authors of the page wrote; of pages that list others only the page's own words."""
        page = self.latest(pk)
        if isinstance(page, HomePage | NoticeIndexPage):
            return page.title, page.slug, getattr(page, "slogan", ""), page.introduction
        return self.draft_digest(pk)

    def library_tokens(self, pk: int) -> frozenset[str]:
        """Markers in the library's words for the pictures that the latest revision refers to."""
        pictures = ContentType.objects.get_for_model(CustomImage).pk
        used = ReferenceIndex._extract_references_from_object(self.latest(pk))
        rows = CustomImage.objects.filter(pk__in={int(row[1]) for row in used if row[0] == pictures})
        return tokens(" ".join(f"{row.caption} {row.description} {row.photographer}" for row in rows))

    # -- acting -----------------------------------------------------------------------------------------

    def step(self, kind: str, person: Person, act, words: str = "") -> Any:
        """Let *person* do *act*; then everything that was promised must hold."""
        if kind in set_aside.KINDS:
            return None
        self.actor = person
        self.log.append(f"{person.name}: {kind} {words}")
        before, self.last = self.last, None
        roles = dict(self.staff)
        with TestCase.captureOnCommitCallbacks(execute=True):
            result = act()
        self.last = Snapshot.take()
        STATS.count(kind, self.last.differs(before) or self.staff != roles)
        self.check(self, kind, person, before, self.last)
        return result

    def post(self, name: str, args: list, data: dict, query: str = "", **headers):
        return self.request("post", reverse(name, args=args) + query, data, headers)

    def get(self, name: str, args: list = (), query: str = "", **headers):
        return self.request("get", reverse(name, args=list(args)) + query, None, headers)

    def autosave(self, url: str, data: dict):
        """A POST as the edit form's script sends it in the background."""
        return self.request("post", url, data, {"accept": "application/json"})

    def api(self, url: str, data: dict | None = None, method: str = "post"):
        client = self.actor.client
        answer = getattr(client, method)(url, json.dumps(data or {}), content_type="application/json")
        self.judge_answer(f"{method} {url}", answer)
        return answer

    def request(self, method: str, url: str, data: dict | None, headers: dict):
        answer = getattr(self.actor.client, method)(url, data, headers=headers)
        self.judge_answer(f"{method} {url}", answer)
        return answer

    def judge_answer(self, what: str, answer) -> None:
        """No server error; nothing of another county to a county's staff."""
        from . import invariants

        invariants.check_answer(self, what, answer)

    def _caught(self, sender, **kwargs) -> None:
        import traceback

        self.errors.append(traceback.format_exc(limit=-6))
