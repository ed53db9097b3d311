"""All acts in one order, newest first: a page of the list costs one query a table, however long the tables are."""

from collections.abc import Iterator
from heapq import merge
from itertools import islice

from .cursor import Cursor
from .filters import Wanted
from .ledger_source import LedgerSource
from .log_sources import ModelLogSource, PageLogSource
from .login_sources import FailedLoginSource, LoginSource
from .naming import name
from .row import Row
from .source import Source

SOURCES: tuple[Source, ...] = (
    LoginSource(),
    FailedLoginSource(),
    ModelLogSource(),
    PageLogSource(),
    LedgerSource(),
)
AT_ONCE = 2_000


def page(wanted: Wanted, start: Cursor | None, size: int) -> tuple[list[Row], Cursor | None]:
    """Return *size* rows from *start* back in time, and where the next ones begin; ``None`` if there are none."""
    runs = [
        _run(number, source, wanted, start, size + 1)
        for number, source in enumerate(SOURCES)
        if source.has(wanted.kind)
    ]
    found = list(islice(merge(*runs, key=lambda one: one[0], reverse=True), size + 1))
    rows = [row for _cursor, row in found[:size]]
    name(rows)
    return rows, found[size - 1][0] if len(found) > size else None


def walk(wanted: Wanted, most: int) -> Iterator[Row]:
    """Yield rows, *most* at the most, with a bounded number of them in memory."""
    start, left = None, most
    while left:
        rows, start = page(wanted, start, min(AT_ONCE, left))
        yield from rows
        left = left - len(rows) if start else 0


def _run(
    number: int, source: Source, wanted: Wanted, start: Cursor | None, most: int
) -> list[tuple[Cursor, Row]]:
    found = source.found(wanted)
    if start:
        found = found.filter(start.before(number, source.time))
    return [
        (Cursor(getattr(one, source.time), number, one.pk), source.row(one))
        for one in found.order_by(f"-{source.time}", "-pk")[:most]
    ]
