from datetime import date

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from ...events import times
from ...panels import body_panel
from ...problems import Problem
from ...works.rules import field_problem
from ..base import BasePage
from ..photos import PagePhoto
from .base import photos_panel
from .timed import PLACE_PANEL, PlacedPage


class OnSiteMeetingPage(PlacedPage):
    """An on-site meeting 现场推进会, where counties and sites learn from each other (notice, part two)."""

    held_on = models.DateField("日期", null=True, blank=True)
    host = models.CharField("主办单位", max_length=60, blank=True)
    units = models.TextField("参加单位", blank=True, help_text="一行写一个单位。")
    learnt = models.TextField("看了什么、学了什么", blank=True, help_text="几句话说清楚可以带回去的做法。")

    required = ("held_on", "host", "learnt")
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("held_on"), FieldPanel("host")], heading="日期和主办单位"),
        PLACE_PANEL,
        FieldPanel("units"),
        FieldPanel("learnt"),
        FieldPanel("highlight"),
        body_panel("会议经过、现场情况，可以不写。"),
        photos_panel(),
    ]
    parent_page_types = ["pages.SitePage", "pages.CountyPage"]
    template = "pages/on_site_meeting_page.html"
    short_type_name = "现场推进会"
    listing_kind = search_kind = "meeting"
    slug_name = "meeting"
    title_words = "现场推进会"

    class Meta:
        verbose_name = "现场推进会"

    @property
    def listing_date(self) -> date | None:
        return self.held_on

    @property
    def listing_note(self) -> str:
        """The line below the title on a card."""
        return self.place_text

    def unit_names(self) -> list[str]:
        """The participating units, one a line."""
        return [line.strip() for line in self.units.splitlines() if line.strip()]

    def more_problems(self) -> list[Problem]:
        message = times.day_message(self.held_on)
        return ([field_problem(self, "held_on", message)] if message else []) + self.place_problems()

    def warnings(self) -> list[Problem]:
        return [] if self.unit_names() else [field_problem(self, "units", "还没有填参加单位。")]

    def facts_text(self) -> str:
        return "\n".join([super().facts_text(), self.host, self.units, self.learnt])

    def start_under(self, parent) -> None:
        super().start_under(parent)
        self.host = f"{parent.county_page.title}妇联" if parent.county_page else ""


class OnSiteMeetingPhoto(PagePhoto):
    page = ParentalKey(OnSiteMeetingPage, on_delete=models.CASCADE, related_name="photos")
