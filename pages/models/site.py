from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from .. import site_page, site_rules
from ..events.kinds import EVENT_TYPES
from ..problems import Problem
from ..works.kinds import page_types
from ..works.rules import FIRST_YEAR
from .base import BasePage
from .county import PLAIN_FEATURES


class SiteKind(models.TextChoices):
    COMMUNITY = "community", "社区"
    VILLAGE = "village", "村"
    RESETTLEMENT = "resettlement", "易地搬迁安置点"
    OTHER = "other", "其他"


class SitePage(BasePage):
    """A demonstration site 示范点 of grassroots women's federation reform."""

    kind = models.CharField("类型", max_length=12, choices=SiteKind, default=SiteKind.COMMUNITY)
    township = models.CharField("所在乡镇（街道）", max_length=40, blank=True)
    address = models.CharField("地址", max_length=100, blank=True)
    introduction = RichTextField("示范点简介", blank=True, features=PLAIN_FEATURES)
    brand_name = models.CharField("工作品牌", max_length=30, blank=True)
    brand_slogan = models.CharField("品牌口号", max_length=40, blank=True)
    home_established = models.BooleanField("已建立“妇女之家”", null=True, blank=True)
    home_stars = models.PositiveSmallIntegerField(
        "“妇女之家”星级",
        null=True,
        blank=True,
        choices=[(n, f"{n} 星") for n in range(1, 6)],
        help_text="尚未评星的不填。",
    )
    named_year = models.PositiveSmallIntegerField(
        "列为示范点的年份",
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(2100)],
    )
    lead_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="题图",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    content_panels = [
        FieldPanel("title", heading="示范点名称"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("named_year")], heading="类型"),
        FieldRowPanel([FieldPanel("township"), FieldPanel("address")], heading="位置"),
        FieldPanel("introduction"),
        MultiFieldPanel([FieldPanel("brand_name"), FieldPanel("brand_slogan")], heading="工作品牌"),
        FieldRowPanel([FieldPanel("home_established"), FieldPanel("home_stars")], heading="妇女之家"),
        FieldPanel("lead_image"),
        InlinePanel("members", heading="妇联组织成员", label="成员"),
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("kind")]
    parent_page_types = ["pages.CountyPage"]
    subpage_types = [*page_types(), *EVENT_TYPES, "reports.WorkPlanPage", "reports.YearEndSummaryPage"]
    template = "pages/site_page.html"
    short_type_name = "示范点"
    search_kind = "site"
    card_dated = False
    shown_relations = ("lead_image",)
    official_fields = ("address",)

    class Meta:
        verbose_name = "示范点"

    @property
    def card_meta(self) -> str:
        """What cards say below the name."""
        return " · ".join(part for part in (self.get_kind_display(), self.township) if part)

    def submission_problems(self) -> list[Problem]:
        problems = []
        if not self.township:
            problems.append(Problem("township", "所在乡镇（街道）", "请填写示范点在哪个乡镇或街道。"))
        if not self.introduction:
            problems.append(Problem("introduction", "示范点简介", "请填写示范点简介后再提交。"))
        if self.home_stars and not self.home_established:
            problems.append(
                Problem("home_stars", "“妇女之家”星级", "填写了星级，请同时注明已建立“妇女之家”。")
            )
        return problems + site_rules.member_problems(self.members.all()) + site_rules.kind_problems(self)

    def warnings(self) -> list[Problem]:
        return site_rules.member_warnings(self.members.all())

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | site_page.site_context(self)
