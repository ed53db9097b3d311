from django import forms
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from ...figures import FigureSpec, Number
from ...panels import body_panel
from ...problems import Problem
from ...works.rules import field_problem
from ..base import BasePage
from ..photos import PagePhoto
from ..terms import Term, Vocabulary
from ..works.facts import number_field
from .base import photos_panel, term_field
from .timed import PLACE_PANEL, TIME_PANEL, EventPage

MOST_AUDIENCE = 20_000


class LecturePage(EventPage):
    """A lecture 宣讲活动 of a 桂姐姐 lecture team (notice, part one, 4)."""

    lecturers = models.CharField(
        "宣讲人", max_length=120, blank=True, help_text="对外公布的称呼，几个人用顿号分开；不写电话。"
    )
    topics = ParentalManyToManyField(
        Term,
        verbose_name="宣讲主题",
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.LECTURE_TOPIC},
    )
    form = term_field(Vocabulary.LECTURE_FORM, "宣讲形式")
    language = term_field(Vocabulary.LANGUAGE, "宣讲语言")
    audience = number_field("听众人数", "实际到场（线上为收看）人数；活动以前不填。")

    numbers = ("audience",)
    required = (*EventPage.required, "lecturers", "form")
    limits = {"audience": MOST_AUDIENCE}
    figure_specs = (FigureSpec("lecture_audience", "听众", "人次"),)
    content_panels = [
        *BasePage.content_panels,
        TIME_PANEL,
        PLACE_PANEL,
        FieldPanel("lecturers"),
        FieldRowPanel([FieldPanel("form"), FieldPanel("language")], heading="形式和语言"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("audience"),
        FieldPanel("highlight"),
        body_panel("讲了什么，大家怎样反应；活动预告写清楚谁可以来、怎样报名。"),
        photos_panel(),
    ]
    template = "pages/lecture_page.html"
    short_type_name = "宣讲活动"
    listing_kind = search_kind = "lecture"
    listing_work = "lectures"
    slug_name = "lecture"
    title_words = "桂姐姐宣讲活动"
    shown_relations = ("place", "form", "language")

    class Meta:
        verbose_name = "宣讲活动"

    def own_figures(self) -> dict[str, Number]:
        return {"lectures": 1, "lecture_audience": self.audience or 0} if self.has_taken_place else {}

    def more_problems(self) -> list[Problem]:
        found = super().more_problems()
        return found if self.topics.all() else [*found, field_problem(self, "topics", "请至少选一个主题。")]

    @property
    def listing_note(self) -> str:
        """The line below the title on a card."""
        told = f"听众 {self.audience:,} 人次" if self.audience and self.has_taken_place else ""
        return " · ".join(part for part in (self.place_text, told) if part)

    def facts_text(self) -> str:
        named = (self.form, self.language, *self.topics.all())
        return "\n".join([super().facts_text(), self.lecturers, *(term.name for term in named if term)])


class LecturePhoto(PagePhoto):
    page = ParentalKey(LecturePage, on_delete=models.CASCADE, related_name="photos")
