from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from .. import county_page
from ..events.kinds import EVENT_TYPES
from ..problems import Problem
from .base import BasePage

PLAIN_FEATURES = ["bold", "ol", "ul", "link"]


class CountyKind(models.TextChoices):
    DISTRICT = "district", "市辖区"
    COUNTY = "county", "县"
    AUTONOMOUS = "autonomous", "自治县"
    UNIT = "unit", "其他报送单位"


class CountyPage(BasePage):
    """A county or district federation. Code, name and kind are the administrator's; the rest is the county's."""

    code = models.CharField("行政区划代码", max_length=6, unique=True, editable=False)
    kind = models.CharField(
        "类别", max_length=12, choices=CountyKind, default=CountyKind.COUNTY, editable=False
    )
    introduction = RichTextField("县区简介", blank=True, features=PLAIN_FEATURES)
    support = RichTextField("怎样支持示范点", blank=True, features=PLAIN_FEATURES)
    office_phone = models.CharField("办公电话", max_length=30, blank=True, help_text="例如 0772-1234567")
    office_address = models.CharField("办公地址", max_length=100, blank=True)
    lead_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="题图",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    content_panels = [
        FieldPanel("title", read_only=True, heading="县区名称"),
        FieldPanel("introduction"),
        FieldPanel("support"),
        MultiFieldPanel([FieldPanel("office_phone"), FieldPanel("office_address")], heading="联系方式"),
        FieldPanel("lead_image"),
    ]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.SitePage", *EVENT_TYPES, "reports.YearEndSummaryPage"]
    template = "pages/county_page.html"
    short_type_name = "县区"
    search_kind = "county"
    shown_relations = ("lead_image",)
    official_fields = ("office_phone", "office_address")

    class Meta:
        verbose_name = "县区"

    @cached_property
    def short_name(self) -> str:
        """The name as people say it: 融水苗族自治县 → 融水."""
        return short_county_name(self.title)

    def submission_problems(self) -> list[Problem]:
        if not self.introduction:
            return [Problem("introduction", "县区简介", "请填写县区简介后再提交。")]
        return []

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | county_page.county_context(self)


def short_county_name(name: str) -> str:
    """Return the everyday short name of a county.

    >>> short_county_name("三江侗族自治县"), short_county_name("城中区"), short_county_name("融安县")
    ('三江', '城中区', '融安县')
    """
    for people in ("苗族自治县", "侗族自治县"):
        if name.endswith(people):
            return name.removesuffix(people)
    return name
