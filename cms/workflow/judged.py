"""What one decision is about: the latest revision of a page, read and checked once."""

from django.utils.functional import cached_property
from wagtail.models import Page, Revision, WorkflowState

from pages.checks.findings import Report
from pages.checks.runner import run
from pages.content import content_hash

from . import approvals, rule
from .ledger import Action


class Judged:
    """The content that one decision is about: latest revision, content and hash, each worked out once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.revision: Revision = page.get_latest_revision()

    @cached_property
    def content(self) -> Page:
        """The revision's content. Wagtail's log asks the same revision for it again."""
        self.revision.content_object = self.page  # saves Wagtail from loading it once more
        content = self.revision.as_object()
        content._cached_parent_obj = self.page.get_parent()  # known from making the content
        self.revision.as_object = lambda: content
        return content

    @cached_property
    def hash(self) -> str:
        """Content hash of the revision."""
        return content_hash(self.content)

    @cached_property
    def report(self) -> Report:
        """What the checks find in it."""
        return run(self.content)

    @classmethod
    def of(cls, state: WorkflowState) -> "Judged":
        """What was judged in this request already, or the latest revision of the page that *state* is about."""
        page = state.content_object.specific
        known = getattr(state, "judged", None)
        return known if known and known.revision.pk == page.latest_revision_id else cls(page)


def lead_approval(state: WorkflowState, judged: Judged):
    """The lead's approval of exactly what is judged, within the submission *state*; ``None`` if there is none."""
    entries = approvals.entries_for(judged.page)
    if not any(entry.action == Action.LEAD_APPROVED and entry.submission == state.pk for entry in entries):
        return None  # saves working out the hash
    return rule.lead_approval(entries, state.pk, judged.hash)
