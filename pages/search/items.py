"""What is shown of each page that was found, for one page of results at a time."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString

from .. import queries, tree
from ..models import SearchDocument
from ..works.kinds import BY_SLUG
from . import kinds, passages


@dataclass(frozen=True)
class Item:
    """A published page in a list of results.

    *title_marked* and *passage_marked* are safe HTML with ``<mark>`` around what was looked for; *image* comes with
    its renditions. *url* is ``None`` outside the site.
    """

    pk: int
    title: str
    url: str | None
    kind: str
    kind_label: str
    county_name: str = ""
    site_name: str = ""
    work_label: str = ""
    date: datetime.date | None = None
    image: Any = None
    title_marked: SafeString = field(default=SafeString())
    passage_marked: SafeString = field(default=SafeString())


def items_of(pks: list[int], terms: tuple[str, ...], request=None) -> list[Item]:
    """Return items of the pages *pks* in this order; three queries. What is no longer live by now is left out."""
    rows = (
        SearchDocument.objects.filter(page_id__in=pks, page__live=True)
        .select_related("page", "image")
        .prefetch_related("image__renditions")
    )
    by_pk = {row.page_id: row for row in rows}
    found = [by_pk[pk] for pk in pks if pk in by_pk]
    names = queries.names_by_path([row.page for row in found]) if found else {}
    return [_item(row, names, terms, request) for row in found]


def _item(row: SearchDocument, names: dict[str, str], terms: tuple[str, ...], request) -> Item:
    page = row.page

    def above(depth: int) -> str:
        return names.get(tree.prefix(page.path, depth), "") if page.depth > depth else ""

    return Item(
        pk=page.pk,
        title=page.title,
        url=page.get_url(request),
        kind=row.kind,
        kind_label=kinds.labels().get(row.kind, ""),
        county_name=above(tree.COUNTY_DEPTH),
        site_name=above(tree.SITE_DEPTH),
        work_label=BY_SLUG[row.work].short_name if row.work in BY_SLUG else "",
        date=row.date,
        image=row.image,
        title_marked=passages.marked(page.title, terms),
        passage_marked=passages.passage(row.text, terms),
    )
