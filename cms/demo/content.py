"""The shapes of the demonstration content."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cms.demo import pictures
from cms.demo.description import describe

MARK = "（演示图片）"


@dataclass(frozen=True)
class Photo:
    """A drawn picture. Its caption ends in the mark; its description says truthfully what is drawn."""

    seed: int
    palette: str
    kind: str
    caption: str

    @property
    def description(self) -> str:
        return describe(self.seed, self.palette, self.kind)

    def draw(self, size: tuple[int, int] = (1800, 1200)) -> bytes:
        """The JPEG."""
        return pictures.draw(self.seed, self.palette, size, self.kind)


@dataclass(frozen=True)
class Block:
    """One block of a body.

    `kind` and `value`: heading str; paragraph str; quotation {text, attribution};
    figures [{number, unit, label}]; table {caption, rows}, the first row being the head.
    """

    kind: str
    value: Any

    @property
    def text(self) -> str:
        """All words of the block, apart where they stand apart; without a table's caption."""
        match self.kind:
            case "quotation":
                return f"{self.value['text']} {self.value['attribution']}"
            case "figures":
                return " ".join(f"{item['number']} {item['unit']} {item['label']}" for item in self.value)
            case "table":
                return " ".join(" ".join(row) for row in self.value["rows"])
        return self.value


@dataclass(frozen=True)
class Summary:
    """The year-end summary of a site, or of a county for the sites that it *covers*, and how far it is to be taken.

    `state`: draft, waiting_lead, waiting_city, returned or approved. `returned_by` ("lead" or "city")
    and `reviewer_words` are filled only for what was returned. `works` are the numbers, 1 to 8, of the
    eight featured works that the text is about.
    """

    year: int
    title: str
    state: str
    works: tuple[int, ...]
    body: tuple[Block, ...]
    photos: tuple[Photo, ...]
    returned_by: str = ""
    reviewer_words: str = ""
    covers: tuple[str, ...] = ()
    demonstration: bool = True


@dataclass(frozen=True)
class PlanItem:
    """A highlight that a site plans: `work` is the slug of its kind. Drafts may lack the target and the day."""

    work: str
    name: str
    measures: str
    responsible: str
    target: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class Plan:
    """A site's work plan of the year of the notice, and how far it is to be taken (as a summary is)."""

    year: int
    state: str
    items: tuple[PlanItem, ...]
    returned_by: str = ""
    reviewer_words: str = ""


@dataclass(frozen=True)
class Member:
    """A member of a site's federation, known by her post: nobody is invented.

    `post`: chair, vice_chair, executive or group_leader. Chair and vice chairs are 执委 too, so that a text's
    “执委17名” are all rows but the group leaders.
    """

    post: str
    public_name: str
    duty: str


@dataclass(frozen=True)
class Work:
    """One of the eight featured works of a site, and how far it is to be taken (as a summary is).

    `kind` is the slug of the kind. `facts` are keyed by the page type's field names; inline rows are dicts keyed
    by the row's. Without a `year` it is of the year in which it is loaded, and its rows name months. `highlight` is the
    name of the item of the site's plan that it belongs to, where its kind does not tell.
    """

    kind: str
    year: int | None
    title: str
    introduction: str
    state: str
    facts: dict[str, Any] = field(hash=False)
    body: tuple[Block, ...]
    photos: tuple[Photo, ...]
    returned_by: str = ""
    reviewer_words: str = ""
    highlight: str = ""

    @property
    def pictures(self) -> list[Photo]:
        """All pictures: the gallery's and those in rows of facts."""
        rows = [row for value in self.facts.values() if isinstance(value, list) for row in value]
        return [*self.photos, *(row["picture"] for row in rows if isinstance(row, dict) and "picture" in row)]


@dataclass(frozen=True)
class Reused:
    """A picture that a site has uploaded already, found by its seed, under another caption (with the mark)."""

    seed: int
    caption: str


@dataclass(frozen=True)
class Event:
    """A lecture, a volunteer activity, an on-site meeting or a story, and how far it is to be taken.

    `kind` is the listing kind of the page type; `facts` are keyed by its field names, choices and sites by their
    names. With `in_days` it is still to come, so many days after it is loaded, and its facts name times of that day.
    `featured` is a story's place on the home page; `highlight` is as of works.
    """

    kind: str
    title: str
    state: str
    facts: dict[str, Any] = field(hash=False)
    body: tuple[Block, ...]
    photos: tuple[Reused, ...]
    in_days: int | None = None
    featured: int | None = None
    highlight: str = ""


@dataclass(frozen=True)
class Site:
    name: str
    kind: str  # community, village, resettlement, other
    township: str
    address: str
    introduction: tuple[str, ...]
    brand_name: str
    brand_slogan: str
    home_established: bool
    home_stars: int | None
    named_year: int
    picture: Photo
    members: tuple[Member, ...] = ()
    plan: Plan | None = None
    works: tuple[Work, ...] = ()
    events: tuple[Event, ...] = ()
    summary: Summary | None = None
    demonstration: bool = True


@dataclass(frozen=True)
class County:
    code: str
    name: str
    kind: str  # district, county, autonomous
    introduction: tuple[str, ...]
    support: tuple[str, ...]
    office_phone: str
    office_address: str
    picture: Photo
    sites: tuple[Site, ...] = field(default=())
    summary: Summary | None = None
    events: tuple[Event, ...] = ()
    demonstration: bool = True


@dataclass(frozen=True)
class Home:
    slogan: str
    introduction: str
    picture: Photo


@dataclass(frozen=True)
class Notice:
    title: str
    document_number: str | None
    issued_by: str
    issued_on: None  # the notice shows no date, and none is made up
    body: tuple[Block, ...]
