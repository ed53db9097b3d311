"""Wiring of the publishing rule."""

from wagtail.models import PageLogEntry
from wagtail.signals import page_unpublished, workflow_cancelled

from pages.publishing import register_guard

from . import approvals
from .ledger import Action
from .publishing import guard


def connect() -> None:
    """Register the guard and the ledger's listeners; called once when the application starts."""
    register_guard(guard)
    page_unpublished.connect(_withdrawn, dispatch_uid="cms.withdrawn")
    workflow_cancelled.connect(_taken_back, dispatch_uid="cms.taken_back")


def _withdrawn(sender, instance, **kwargs) -> None:
    approvals.record(Action.WITHDRAWN, instance, _who_withdrew(instance))


def _who_withdrew(page):
    """The signal does not say; Wagtail's log does, in the line before it. ``None`` for an expiry."""
    line = PageLogEntry.objects.filter(page=page.pk).order_by("-pk").select_related("user").first()
    return line.user if line and line.action == "wagtail.unpublish" else None


def _taken_back(sender, instance, user=None, **kwargs) -> None:
    page = instance.content_object.specific
    approvals.record(
        Action.TAKEN_BACK, page, user, submission=instance.pk, revision=page.get_latest_revision()
    )
