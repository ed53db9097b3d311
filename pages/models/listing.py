from django.conf import settings
from django.db import models
from wagtail.models import Page

from .highlights import MOST_NAME


class Listing(models.Model):
    """How a published page appears in mixed lists, written when it is published (``pages/listing.py``).

    Title, address and whether it is live are asked of the page itself, so that a list never shows what is not public.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="listing")
    kind = models.CharField(max_length=24)
    year = models.PositiveSmallIntegerField(null=True)
    date = models.DateField()
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.CharField(max_length=120, blank=True)
    work = models.CharField(max_length=16, blank=True)
    highlight = models.CharField(max_length=MOST_NAME, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["kind", "-date", "-page"]),
            models.Index(fields=["kind", "year"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.page_id}"


class ListedFigure(models.Model):
    """One figure of a listed page, see ``pages/figures.py``."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="figures")
    name = models.CharField(max_length=32)
    value = models.DecimalField(max_digits=12, decimal_places=1)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["listing", "name"], name="one_figure_of_a_name")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"
