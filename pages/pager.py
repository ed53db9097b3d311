"""Links to the pages of a list."""

from dataclasses import dataclass

from django.core.paginator import Page as PaginatorPage
from django.http import QueryDict

from .addresses import with_query


@dataclass(frozen=True)
class PagerLink:
    number: int | None  # None: numbers left out here
    url: str = ""
    current: bool = False


@dataclass(frozen=True)
class Pager:
    number: int
    num_pages: int
    previous_url: str
    next_url: str
    pages: list[PagerLink]


def pager_context(current: PaginatorPage, query: QueryDict) -> Pager:
    """Return the pager of *current*; links keep the other parameters of *query*, page 1 has none."""

    def url(number: int) -> str:
        return with_query(query, number)

    links = [
        PagerLink(number, url(number), number == current.number)
        if isinstance(number, int)
        else PagerLink(None)
        for number in current.paginator.get_elided_page_range(current.number, on_each_side=1, on_ends=1)
    ]
    return Pager(
        number=current.number,
        num_pages=current.paginator.num_pages,
        previous_url=url(current.number - 1) if current.has_previous() else "",
        next_url=url(current.number + 1) if current.has_next() else "",
        pages=links,
    )
