from typing import Any

from django import forms
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from ...events.forms import EventForm
from ...figures import FigureSpec
from ...problems import Problem
from ...records import counted, said
from ...works import rules
from ..photos import PagePhoto
from ..terms import Term, Vocabulary
from .base import WorkPage
from .facts import number_field


class LectureWorkPage(WorkPage):
    """4 常态化开展“桂姐姐大宣讲”: the team and its topics; lectures are counted from their own pages."""

    base_form_class = EventForm
    team_name = models.CharField("宣讲队名称", max_length=40, blank=True)
    team_size = number_field("宣讲队员（人）")
    topics = ParentalManyToManyField(
        Term,
        verbose_name="宣讲主题",
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.LECTURE_TOPIC},
    )

    limits = {"team_size": 1_000}
    fact_panels = [
        FieldRowPanel([FieldPanel("team_name"), FieldPanel("team_size")], heading="桂姐姐宣讲队"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    ]
    figure_specs = (
        FigureSpec("lecturers", "宣讲队员", "名"),
        FigureSpec("lectures", "宣讲活动", "场", source="lecture"),
        FigureSpec("lecture_audience", "听众", "人次", source="lecture"),
    )

    class Meta:
        verbose_name = "肆·桂姐姐大宣讲"

    def own_figures(self) -> dict[str, int]:
        return {"lecturers": self.team_size or 0}

    def has_substance(self) -> bool:
        return bool(self.team_name) or super().has_substance()

    def warnings(self) -> list[Problem]:
        found = []
        if not self.team_size:
            found.append(rules.field_problem(self, "team_size", "还没有填宣讲队员人数。"))
        if not self.topics.all():
            found.append(rules.field_problem(self, "topics", "还没有选宣讲主题，通知列出了重点内容。"))
        return found

    def shown_facts(self) -> dict[str, Any]:
        return {
            "team_rows": said(("队伍", self.team_name), ("队员", counted(self.team_size, "人"))),
            "topic_names": [topic.name for topic in self.topics.all()],
        }

    def facts_text(self) -> str:
        return "\n".join([super().facts_text(), self.team_name, *(topic.name for topic in self.topics.all())])


class LectureWorkPhoto(PagePhoto):
    page = ParentalKey(LectureWorkPage, on_delete=models.CASCADE, related_name="photos")
