import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import Page

SHORTEST, LONGEST = 2, 20
BETWEEN = re.compile(r"[、，,；;=＝\s]+")


class SearchEquivalent(models.Model):
    """Terms that searching takes for one another; the organisation department keeps the list."""

    terms = models.CharField(
        "同义说法",
        max_length=200,
        help_text="搜其中一个，其余的也会搜到。两个或更多，用顿号或空格隔开，例如：反家暴、反家庭暴力。",
    )

    class Meta:
        verbose_name = "搜索同义词"
        verbose_name_plural = "搜索同义词"
        ordering = ["terms"]

    def __str__(self) -> str:
        return self.terms

    @property
    def group(self) -> tuple[str, ...]:
        """The terms, each once, in the order in which they were typed."""
        return tuple(dict.fromkeys(term for term in BETWEEN.split(self.terms) if term))

    def clean(self) -> None:
        """Refuse groups of fewer than two terms, terms too short or too long, and a term of another group."""
        super().clean()
        group = self.group
        self.terms = "、".join(group)
        if len(group) < 2:
            raise ValidationError({"terms": "请填写两个以上不同的说法。"})
        for term in group:
            if not SHORTEST <= len(term) <= LONGEST:
                raise ValidationError({"terms": f"“{term}”：每个说法 {SHORTEST} 到 {LONGEST} 个字。"})
        for other in SearchEquivalent.objects.exclude(pk=self.pk):
            if common := [term for term in group if term in other.group]:
                raise ValidationError({"terms": f"“{common[0]}”已经在“{other.terms}”里了。"})


class SearchDocument(models.Model):
    """What the public search shows of a page and narrows by, written together with the search index.

    Title, address and whether it is live are asked of the page itself.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="search_document"
    )
    kind = models.CharField(max_length=24)
    work = models.CharField(max_length=16, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    date = models.DateField(null=True)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.page_id}"
