"""The row of facts that the featured works' inline rows are built on."""

from django.db import models
from wagtail.models import Orderable


class FactRow(Orderable):
    """One row of facts. All facts may be missing in a draft; ``works.rules`` judges at submission."""

    required: tuple[str, ...] = ()
    limits: dict[str, int] = {}
    dates: tuple[str, ...] = ()

    class Meta(Orderable.Meta):
        abstract = True


def number_field(label: str, help_text: str = "") -> models.IntegerField:
    """A number that a draft may lack or have wrong: it is judged when the page is submitted, not while typing."""
    return models.IntegerField(label, null=True, blank=True, help_text=help_text)


def yes_no_field(label: str, help_text: str = "") -> models.BooleanField:
    """A yes or no that nobody has answered yet at first."""
    return models.BooleanField(label, null=True, blank=True, help_text=help_text)


def total(rows, *names: str) -> int:
    """Return the sum of the numbers *names* over *rows*, missing ones counted as nought."""
    return sum(getattr(row, name) or 0 for row in rows for name in names)
