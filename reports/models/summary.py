from django import forms
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, HelpPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages import contexts, tree
from pages.blocks import BodyBlock
from pages.fields import CharacterCountField
from pages.models import BasePage, PagePhoto
from pages.panels import body_panel
from pages.problems import Problem
from pages.queries import other_of_year

from .. import coverage, queries
from ..forms import SummaryForm
from ..rules import MAX_CHARACTERS, MAX_PHOTOS, MIN_PHOTOS, summary_problems
from ..status import Duty


class YearEndSummaryPage(BasePage):
    """Year-end summary 年度总结 of a site, or of a county for several sites (notice, part three)."""

    duty = Duty.SUMMARY
    year = models.PositiveSmallIntegerField("年份", null=True)
    covers = ParentalManyToManyField(
        "pages.SitePage",
        verbose_name="包括哪些示范点",
        blank=True,
        related_name="+",
        help_text="县区合写一份的，勾选这份总结写到的示范点；单独报送总结的示范点不要勾选。",
    )
    body = StreamField(BodyBlock(), verbose_name="正文", blank=True)
    character_count = CharacterCountField("字数", counts="body")

    base_form_class = SummaryForm
    content_panels = [
        HelpPanel(
            heading="报送要求",
            content=f"<p>正文 {MAX_CHARACTERS:,} 字以内；照片 {MIN_PHOTOS} 至 {MAX_PHOTOS} 张，"
            "每张都要有图片说明和图片描述。可以先存草稿，写完再提交审核。</p>",
        ),
        *BasePage.content_panels,
        FieldPanel("year"),
        FieldPanel("covers", widget=forms.CheckboxSelectMultiple),
        body_panel(limit=MAX_CHARACTERS),
        MultipleChooserPanel("photos", chooser_field_name="image", heading="照片", label="照片"),
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("year")]
    parent_page_types = ["pages.SitePage", "pages.CountyPage"]
    subpage_types: list[str] = []
    template = "reports/year_end_summary_page.html"
    short_type_name = "年度总结"
    listing_kind = "summary"
    search_kind = "summary"

    class Meta:
        verbose_name = "年度总结"
        indexes = [models.Index(fields=["year"])]

    def submission_problems(self) -> list[Problem]:
        problems = summary_problems(self.count_characters(), list(self.photos.all()))
        return queries.year_problems(self, other_of_year(self)) + coverage.problems(self) + problems

    @property
    def is_of_county(self) -> bool:
        """Whether it stands under the county's page and not under a site."""
        return len(self.parent_path) == tree.COUNTY_DEPTH * tree.STEP

    def count_characters(self) -> int:
        """字数 of the body as it is in memory."""
        return CharacterCountField.count(self.body)

    @property
    def listing_year(self) -> int | None:
        return self.year

    @property
    def listing_image(self):
        first = self.photos.first()
        return first.image if first else None

    @property
    def listing_note(self) -> str:
        photos = len(self.photos.all())
        return f"图 {photos} 张 · {self.character_count:,} 字"

    @property
    def card_image(self):
        """The first photo; set by ``reports.queries.summaries``."""
        return self.first_photos[0].image if self.first_photos else None

    @property
    def card_meta(self) -> str:
        """What cards say below the title."""
        return f"图 {self.photo_count} 张 · {self.character_count:,} 字"

    def slug_base(self) -> str:
        return f"zongjie-{self.year}" if self.year else super().slug_base()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs) | contexts.article_context(self, request)
        context["source_line"].append(f"字数：{self.character_count:,} 字")
        return context | {"siblings": queries.neighbours(self), "covered": coverage.named(self)}


class SummaryPhoto(PagePhoto):
    """One of the 3–5 photos of a summary."""

    page = ParentalKey(YearEndSummaryPage, on_delete=models.CASCADE, related_name="photos")

    class Meta(PagePhoto.Meta):
        abstract = False
