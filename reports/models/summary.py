from django.conf import settings
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, HelpPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from pages import contexts
from pages.blocks import BodyBlock
from pages.fields import CharacterCountField
from pages.models import BasePage
from pages.problems import Problem
from pages.queries import site_of

from .. import queries
from ..forms import SummaryForm
from ..rules import MAX_CHARACTERS, MAX_PHOTOS, MIN_PHOTOS, PhotoFacts, summary_problems

MAX_CAPTION = 120


class YearEndSummaryPage(BasePage):
    """Year-end summary 年度总结 of a site, or of a county for several sites (notice, part three)."""

    year = models.PositiveSmallIntegerField("年份", null=True)
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
        FieldPanel("body"),
        MultipleChooserPanel("photos", chooser_field_name="image", heading="照片", label="照片"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("year")]
    parent_page_types = ["pages.SitePage", "pages.CountyPage"]
    subpage_types: list[str] = []
    template = "reports/year_end_summary_page.html"
    short_type_name = "年度总结"

    class Meta:
        verbose_name = "年度总结"
        indexes = [models.Index(fields=["year"])]

    def submission_problems(self) -> list[Problem]:
        photos = [
            PhotoFacts(photo.image_id is not None, photo.caption, photo.description)
            for photo in self.photos.all()
        ]
        problems = summary_problems(self.count_characters(), photos)
        other = queries.other_summary(self)
        if other:
            problems.insert(
                0, Problem("year", "年份", f"这里已有 {self.year} 年的总结“{other.title}”，一年只报一份。")
            )
        if not queries.is_open(self.year):
            problems.insert(
                0, Problem("year", "年份", f"{self.year} 年度没有开放报送，请核对年份或联系市妇联组联部。")
            )
        return problems

    def count_characters(self) -> int:
        """字数 of the body as it is in memory."""
        return CharacterCountField.count(self.body)

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
        published = self.first_published_at or timezone.now()
        place = contexts.place_context(self)
        county = place["county"].title if place["county"] else ""
        own = {
            "site": site_of(self),
            "source_line": [
                f"来源：{county}妇联",
                f"发布：{timezone.localdate(published):%Y-%m-%d}",
                "审签：县区主要领导、市妇联组联部",
                f"字数：{self.character_count:,} 字",
            ],
            "gallery": self.photos.all()
            if getattr(request, "is_preview", False)
            else queries.gallery_of(self),
            "siblings": queries.neighbours(self),
        }
        return super().get_context(request, *args, **kwargs) | place | own


class SummaryPhoto(Orderable):
    """One of the 3–5 photos of a summary. Caption and description are the page's own, and approved with it."""

    page = ParentalKey(YearEndSummaryPage, on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="照片",
        null=True,  # a draft may have a row whose photo is still to come
        on_delete=models.PROTECT,
        related_name="+",
    )
    caption = models.CharField(
        "图片说明", max_length=MAX_CAPTION, blank=True, help_text="显示在照片下面：何时、何地、何事。"
    )
    description = models.CharField(
        "图片描述", max_length=255, blank=True, help_text="读给看不见照片的人听：画面里有什么。"
    )

    panels = [FieldPanel("image"), FieldPanel("caption"), FieldPanel("description")]

    class Meta(Orderable.Meta):
        verbose_name = "照片"

    def clean(self) -> None:
        """Take caption and description over from the library's, where the row has none of its own."""
        super().clean()
        if self.image:
            self.caption = self.caption or self.image.caption[:MAX_CAPTION]
            self.description = self.description or self.image.description
