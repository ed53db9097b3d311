"""What Wagtail logs: of pages, and of everything else (accounts, files, lists, settings)."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from ..county import County
from ..workflow.ledger import Action, LedgerEntry
from .kinds import Kind
from .row import Row
from .source import Source, people_named, people_of

# The ledger keeps each of these itself.
TOLD_BY_LEDGER = ["wagtail.workflow.start", "wagtail.workflow.approve", "wagtail.workflow.reject",
                  "wagtail.workflow.cancel"]  # fmt: skip
PUBLISHED, UNPUBLISHED = Q(action__startswith="wagtail.publish"), Q(action__startswith="wagtail.unpublish")
RESUBMITTED = Q(action="wagtail.workflow.resume")
REMOVED = Q(action__in=["wagtail.delete", "wagtail.move", "wagtail.reorder"])


class LogSource(Source):
    """What both logs share. An editor's saves within one sitting have one UUID; the last one stands for all."""

    time = "timestamp"

    def all(self) -> QuerySet:
        later = self.model.objects.filter(
            uuid=OuterRef("uuid"), action=OuterRef("action"), timestamp__gt=OuterRef("timestamp")
        )
        return self.model.objects.exclude(Exists(later))

    def by_person(self, words: str) -> Q:
        return Q(user_id__in=people_named(words).values("pk"))

    def about(self, words: str) -> Q:
        return Q(label__icontains=words)

    def row(self, found: Any) -> Row:
        return Row(
            at=found.timestamp,
            kind=self.kind_of(found.action),
            act=str(found.message),
            subject=found.label,
            detail=str(found.comment or ""),
            user_id=found.user_id,
        )

    def kind_of(self, action: str) -> Kind:
        """The kind of a logged *action*; the same decisions as those of ``kinds``."""
        raise NotImplementedError


class PageLogSource(LogSource):
    """Pages. A publication that the ledger has is told by the ledger; one that it lacks is told here."""

    model = PageLogEntry
    kinds = {
        Kind.SUBMISSION: RESUBMITTED,
        Kind.PUBLICATION: PUBLISHED,
        Kind.WITHDRAWAL: UNPUBLISHED,
        Kind.REMOVAL: REMOVED,
        Kind.WRITING: ~(RESUBMITTED | PUBLISHED | UNPUBLISHED | REMOVED),
    }

    def all(self) -> QuerySet:
        published = LedgerEntry.objects.filter(
            action=Action.PUBLISHED, page_id=OuterRef("page_id"), revision_id=OuterRef("revision_id")
        )
        found = super().all().exclude(action__in=TOLD_BY_LEDGER)
        return found.exclude(Q(action="wagtail.publish") & Exists(published))

    def in_county(self, county: County) -> Q:
        below = Page.objects.filter(path__startswith=county.page.path)
        return Q(page_id__in=below.values("pk"))

    def kind_of(self, action: str) -> Kind:
        if action.startswith("wagtail.publish"):
            return Kind.PUBLICATION
        if action.startswith("wagtail.unpublish"):
            return Kind.WITHDRAWAL
        if action == "wagtail.workflow.resume":
            return Kind.SUBMISSION
        return Kind.REMOVAL if action in dict(REMOVED.children)["action__in"] else Kind.WRITING

    def row(self, found: PageLogEntry) -> Row:
        row = super().row(found)
        row.page_id = found.page_id
        return row


class ModelLogSource(LogSource):
    """Everything but pages; it belongs to the county of whoever did it."""

    model = ModelLogEntry
    kinds = {Kind.OTHER: Q()}

    def in_county(self, county: County) -> Q:
        return Q(user_id__in=people_of(county).values("pk"))

    def kind_of(self, action: str) -> Kind:
        return Kind.OTHER

    def row(self, found: ModelLogEntry) -> Row:
        row = super().row(found)
        model = found.content_type.model_class() if found.content_type else None
        if model:
            row.subject = f"{model._meta.verbose_name}：{found.label}"
        return row
