"""An event at a certain time and place, announced before and told of after it."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from ...events import times
from ...events.forms import EventForm
from ...problems import Problem
from ...works.rules import field_problem
from ..terms import Vocabulary
from .base import IllustratedPage, term_field

TIME_PANEL = FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading="时间")
PLACE_PANEL = FieldRowPanel([FieldPanel("place"), FieldPanel("place_name")], heading="地点")
USUAL_HOUR = 9


class PlacedPage(IllustratedPage):
    """Adds a place: a kind of room that many places have, and which one it is."""

    place = term_field(Vocabulary.PLACE, "场所类型")
    place_name = models.CharField(
        "具体地点", max_length=60, blank=True, help_text="例如：文昌社区三楼妇女之家；写到社区、村为止。"
    )

    base_form_class = EventForm
    shown_relations = ("place",)

    class Meta:
        abstract = True

    @property
    def place_text(self) -> str:
        """The place as readers are told it."""
        return self.place_name or (self.place.name if self.place else "")

    def place_problems(self) -> list[Problem]:
        """Refuse a page without any place."""
        if self.place_text:
            return []
        return [field_problem(self, "place_name", "请选择场所类型，或者写明具体地点。")]

    def facts_text(self) -> str:
        return self.place_text


class EventPage(PlacedPage):
    """A lecture or an activity: from when to when, where. Before it has taken place it has no numbers."""

    starts_at = models.DateTimeField("开始时间", null=True, blank=True)
    ends_at = models.DateTimeField("结束时间", null=True, blank=True, help_text="不清楚的可以不填。")

    longest = timedelta(hours=12)
    numbers: tuple[str, ...] = ()  # names of what is counted when it is over
    required = ("starts_at",)
    parent_page_types = ["pages.SitePage", "pages.CountyPage"]
    search_fields = [*IllustratedPage.search_fields, index.FilterField("starts_at")]

    class Meta:
        abstract = True

    @property
    def has_taken_place(self) -> bool:
        """Whether it has begun by now."""
        return self.starts_at is not None and self.starts_at <= timezone.now()

    @property
    def one_day(self) -> bool:
        """Whether it begins and ends on one day."""
        return not self.starts_at or times.days_covered(self.starts_at, self.ends_at) == 1

    @property
    def listing_date(self) -> date | None:
        return times.day_of(self.starts_at)

    def more_problems(self) -> list[Problem]:
        found = []
        if message := times.day_message(self.listing_date):
            found.append(field_problem(self, "starts_at", message))
        if message := times.span_message(self.starts_at, self.ends_at, self.longest):
            found.append(field_problem(self, "ends_at", message))
        return found + self.place_problems() + times.too_early(self, self.numbers)

    def warnings(self) -> list[Problem]:
        return times.missing_afterwards(self, self.numbers)

    def start_under(self, parent) -> None:
        super().start_under(parent)
        self.starts_at = timezone.localtime().replace(hour=USUAL_HOUR, minute=0, second=0, microsecond=0)
