"""The database rows that make up pages and files, as tuples, to see what a step changed."""

from dataclasses import dataclass, field

from django.apps import apps
from django.db import connection
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, TaskState, WorkflowState

from cms.workflow.ledger import LedgerEntry

Row = tuple


def rows_of(model) -> dict:
    """All rows of the table of *model* by primary key, read without the ORM."""
    quote = connection.ops.quote_name
    columns = [column.column for column in model._meta.local_concrete_fields]
    key = columns.index(model._meta.pk.column)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(map(quote, columns))} FROM {quote(model._meta.db_table)}")  # noqa: S608
        return {row[key]: row for row in cursor.fetchall()}


def page_models() -> list[type]:
    return [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]


def inline_models() -> list[type]:
    """Models of rows that belong to a page, with the column that says to which."""
    from modelcluster.fields import ParentalKey

    own = ("media", "pages", "reports")
    return [
        (model, next(f for f in model._meta.local_fields if isinstance(f, ParentalKey)))
        for model in apps.get_models()
        if model._meta.app_label in own and any(isinstance(f, ParentalKey) for f in model._meta.local_fields)
    ]


@dataclass
class Snapshot:
    """State before or after a step."""

    pages: dict[int, Row] = field(default_factory=dict)
    files: dict = field(default_factory=dict)
    flow: dict = field(default_factory=dict)
    ledger: dict[int, Row] = field(default_factory=dict)

    @classmethod
    def take(cls) -> "Snapshot":
        base = rows_of(Page)
        whole = {pk: [row] for pk, row in base.items()}
        for model in page_models():
            for pk, row in rows_of(model).items():
                whole[pk].append(row)
        for model, parent in inline_models():
            at = [f.column for f in model._meta.local_concrete_fields].index(parent.column)
            for _pk, row in sorted(rows_of(model).items()):
                whole.setdefault(row[at], []).append(row)
        files = {**rows_of(get_image_model())}
        files |= {("document", pk): row for pk, row in rows_of(get_document_model()).items()}
        files |= {("restriction", pk): row for pk, row in rows_of(PageViewRestriction).items()}
        flow = {("state", pk): row for pk, row in rows_of(WorkflowState).items()}
        flow |= {("task", pk): row for pk, row in rows_of(TaskState).items()}
        return cls({pk: tuple(rows) for pk, rows in whole.items()}, files, flow, rows_of(LedgerEntry))

    def changed_pages(self, before: "Snapshot") -> set[int]:
        """Pages that are not as they were, new and deleted ones included."""
        keys = self.pages.keys() | before.pages.keys()
        return {pk for pk in keys if self.pages.get(pk) != before.pages.get(pk)}

    def differs(self, before: "Snapshot") -> bool:
        return (self.pages, self.files, self.flow, self.ledger) != (
            before.pages,
            before.files,
            before.flow,
            before.ledger,
        )
