"""Where links lead: to pages that readers can open, to addresses that answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Cast
from wagtail.models import Page

from ..models.links import ExternalLink
from .findings import Finding, Severity
from .reading import Link, read

if TYPE_CHECKING:
    from .subject import Subject

PAGE, ADDRESS, LIVE = "page", "address", "live"
MISSING = "链接的页面已经不存在，请删去或改为别的链接。"
NOT_PUBLIC = "链接的页面还没有公开，读者打不开，请核对。"
DEAD = "链接 {} 打不开：{}。"
INCOMPLETE = "链接“{}”不完整，外部网址应以 http:// 或 https:// 开头。"


@dataclass(frozen=True)
class Targets:
    """Which pages exist and are live, and which addresses are known not to answer, with the reason."""

    existing: frozenset[int]
    live: frozenset[int]
    dead: dict[str, str]


def targets_of(links: list[Link]) -> Targets:
    """Return what is known of the targets of *links*, in one query."""
    pages = {link.page_id for link in links if link.page_id}
    addresses = {link.url for link in links if link.url}
    if not (pages or addresses):
        return Targets(frozenset(), frozenset(), {})
    rows = list(_pages(pages).union(_addresses(addresses), all=True))
    existing = frozenset(int(target) for kind, target, _ in rows if kind == PAGE)
    live = frozenset(int(target) for kind, target, state in rows if kind == PAGE and state == LIVE)
    return Targets(existing, live, {target: state for kind, target, state in rows if kind == ADDRESS})


def outside_links(page: Page) -> list[str]:
    """Return the addresses of other sites that *page*, as it is in memory, links to."""
    return [link.url for link in read(page).links if link.url.startswith(("http://", "https://"))]


def links(subject: "Subject") -> Iterator[Finding]:
    """Links that readers could not follow."""
    for link in subject.reading.links:
        if message := _fault(link, subject):
            yield Finding("link", Severity.WARNING, link.place.problem(message))


def _fault(link: Link, subject: "Subject") -> str:
    if link.page_id:
        if link.page_id not in subject.targets.existing:
            return MISSING
        return "" if link.page_id in subject.targets.live or link.page_id == subject.page.pk else NOT_PUBLIC
    if not link.url.startswith(("http://", "https://", "/", "#")):
        return INCOMPLETE.format(link.url)
    reason = subject.targets.dead.get(link.url)
    return DEAD.format(link.url, reason) if reason else ""


def _pages(ids: set[int]) -> QuerySet:
    return (
        Page.objects.filter(pk__in=ids)
        .order_by()
        .values_list(
            Value(PAGE), Cast("pk", CharField()), Case(When(live=True, then=Value(LIVE)), default=Value(""))
        )
    )


def _addresses(urls: set[str]) -> QuerySet:
    dead = ExternalLink.objects.filter(url__in=urls, gone=True).order_by()
    return dead.values_list(Value(ADDRESS), F("url"), F("detail"))
