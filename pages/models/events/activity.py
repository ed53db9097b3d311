from datetime import timedelta

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from ...events import times
from ...figures import FigureSpec, Number, whole
from ...panels import TeamNamesPanel, body_panel, team_widget
from ...problems import Problem
from ...works.rules import field_problem
from ..base import BasePage
from ..photos import PagePhoto
from ..terms import Vocabulary
from ..works.facts import number_field
from .base import photos_panel, term_field
from .timed import PLACE_PANEL, TIME_PANEL, EventPage

MOST_VOLUNTEERS = 5_000
MOST_SERVED = 50_000


class VolunteerActivityPage(EventPage):
    """A volunteer activity 志愿服务活动 of a site's women volunteers (notice, part one, 8)."""

    team = models.CharField("志愿服务队", max_length=40, blank=True)
    kind = term_field(Vocabulary.SERVICE_KIND, "服务类别")
    volunteers = number_field("参加志愿者（人）")
    hours = models.DecimalField(
        "服务时长（小时）",
        max_digits=9,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="所有志愿者合计：5 人各 2 小时填 10。",
    )
    people_served = number_field("服务群众（人次）")

    longest = timedelta(days=31)
    numbers = ("volunteers", "hours", "people_served")
    required = (*EventPage.required, "team", "kind")
    limits = {"volunteers": MOST_VOLUNTEERS, "people_served": MOST_SERVED}
    figure_specs = (
        FigureSpec("volunteer_turnout", "志愿者", "人次"),
        FigureSpec("volunteer_hours", "服务时长", "小时"),
        FigureSpec("people_served", "服务群众", "人次"),
    )
    content_panels = [
        TeamNamesPanel(),
        *BasePage.content_panels,
        TIME_PANEL,
        PLACE_PANEL,
        FieldRowPanel([FieldPanel("team", widget=team_widget()), FieldPanel("kind")], heading="队伍和类别"),
        FieldRowPanel(
            [FieldPanel("volunteers"), FieldPanel("hours"), FieldPanel("people_served")],
            heading="活动以后填写",
        ),
        FieldPanel("highlight"),
        body_panel("做了什么，帮到了谁；受助人不写姓名、住址和电话。"),
        photos_panel(),
    ]
    template = "pages/volunteer_activity_page.html"
    short_type_name = "志愿服务"
    listing_kind = search_kind = "volunteer-activity"
    listing_work = "volunteering"
    slug_name = "activity"
    title_words = "巾帼志愿服务活动"
    shown_relations = ("place", "kind")

    class Meta:
        verbose_name = "志愿服务活动"

    def own_figures(self) -> dict[str, Number]:
        if not self.has_taken_place:
            return {}
        return {
            "volunteer_activities": 1,
            "volunteer_turnout": self.volunteers or 0,
            "volunteer_hours": self.hours or 0,
            "people_served": self.people_served or 0,
        }

    def more_problems(self) -> list[Problem]:
        message = self._hours_message()
        return super().more_problems() + ([field_problem(self, "hours", message)] if message else [])

    def _hours_message(self) -> str:
        if self.hours is None:
            return ""
        if self.hours < 0:
            return f"不能是负数（现在是 {self.hours}）。"
        if not self.starts_at or not self.has_taken_place:
            return ""
        if not self.volunteers or self.volunteers < 0:
            return "填了服务时长，请同时填参加的志愿者人数。" if self.hours else ""
        days = times.days_covered(self.starts_at, self.ends_at)
        if self.hours > self.volunteers * times.HOURS_A_DAY * days:
            return f"{whole(self.hours):,} 小时多于 {self.volunteers:,} 名志愿者 {days} 天里可能服务的时间，请核对。"
        return ""

    @property
    def listing_note(self) -> str:
        """The line below the title on a card."""
        served = self.people_served if self.has_taken_place else None
        told = f"服务 {served:,} 人次" if served else ""
        return " · ".join(part for part in (self.place_text, told) if part)

    def facts_text(self) -> str:
        return "\n".join([super().facts_text(), self.team, self.kind.name if self.kind else ""])


class VolunteerActivityPhoto(PagePhoto):
    page = ParentalKey(VolunteerActivityPage, on_delete=models.CASCADE, related_name="photos")
