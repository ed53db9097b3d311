from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from ... import charts
from ...figures import FigureSpec, percent
from ...problems import Problem
from ...records import Record, counted, in_order
from ...works import rules
from ..photos import PagePhoto
from .base import WorkPage
from .facts import FactRow, number_field, total

MOST_TRAINEES = 2_000


class HousekeepingPage(WorkPage):
    """6 推进巾帼家政服务: training classes by group of trainees, and who found work (notice, part one, 6)."""

    fact_relations = ("classes",)
    yearly_relations = fact_relations
    fact_panels = [InlinePanel("classes", heading="培训班", label="培训班")]
    figure_specs = (
        FigureSpec("training_classes", "培训班", "期"),
        FigureSpec("trainees", "培训妇女", "人"),
        FigureSpec("employed", "培训后就业", "人", part_of="trainees"),
    )

    class Meta:
        verbose_name = "陆·巾帼家政"

    def own_figures(self) -> dict[str, int]:
        classes = self.classes.all()
        return {
            "training_classes": len(classes),
            "trainees": sum(one.trainees for one in classes),
            "employed": total(classes, "employed"),
        }

    def trainees_by_group(self) -> list[tuple[str, int]]:
        """The groups that the notice names, and how many of each were trained."""
        classes = self.classes.all()
        return [(rules.label(TrainingClass, name), total(classes, name)) for name in GROUPS]

    def more_problems(self) -> list[Problem]:
        found = []
        for number, one in enumerate(self.classes.all(), start=1):
            if not one.trainees:
                found.append(rules.row_problem("classes", number, one, GROUPS[0], "还没有填培训人数。"))
            elif one.employed is not None and one.employed > one.trainees:
                words = f"就业 {one.employed} 人，多于培训的 {one.trainees} 人，请核对。"
                found.append(rules.row_problem("classes", number, one, "employed", words))
        return found

    def warnings(self) -> list[Problem]:
        return [
            rules.row_problem("classes", number, one, "employed", "还没有填培训后就业人数。")
            for number, one in enumerate(self.classes.all(), start=1)
            if one.employed is None
        ]

    def shown_facts(self) -> dict[str, Any]:
        return {
            "group_parts": charts.parts(self.trainees_by_group(), "人"),
            "employment_note": self._employment(),
            "class_records": in_order([_shown(one) for one in self.classes.all()]),
        }

    def _employment(self) -> str:
        trained, employed = self.own_figures()["trainees"], self.own_figures()["employed"]
        if not employed:
            return ""
        return f"培训 {trained:,} 人，其中 {employed:,} 人就业，就业率 {percent(employed, trained)}"

    def facts_text(self) -> str:
        return "\n".join([super().facts_text(), *(one.course for one in self.classes.all())])


class HousekeepingPhoto(PagePhoto):
    page = ParentalKey(HousekeepingPage, on_delete=models.CASCADE, related_name="photos")


class TrainingClass(FactRow):
    """One training class 培训班. Totals and the rate are computed."""

    page = ParentalKey(HousekeepingPage, on_delete=models.CASCADE, related_name="classes")
    held_on = models.DateField("开班日期", null=True, blank=True)
    course = models.CharField("课程", max_length=60, blank=True, help_text="例如：月嫂、养老护理、家常菜")
    poor_rural = number_field("农村贫困家庭妇女")
    transferred_rural = number_field("农村女性转移就业劳动者")
    unemployed_urban = number_field("城镇登记失业妇女")
    others = number_field("其他妇女")
    employed = number_field("培训后就业（人）", "不会多于培训人数；还不知道的先不填。")

    required = ("held_on", "course")
    limits = dict.fromkeys(
        ("poor_rural", "transferred_rural", "unemployed_urban", "others", "employed"), MOST_TRAINEES
    )
    dates = ("held_on",)
    panels = [
        FieldRowPanel([FieldPanel("held_on"), FieldPanel("course")]),
        FieldRowPanel([FieldPanel("poor_rural"), FieldPanel("transferred_rural")]),
        FieldRowPanel([FieldPanel("unemployed_urban"), FieldPanel("others")]),
        FieldPanel("employed"),
    ]

    class Meta(FactRow.Meta):
        verbose_name = "培训班"

    @property
    def trainees(self) -> int:
        """All trainees of the class."""
        return total([self], *GROUPS)


GROUPS = ("poor_rural", "transferred_rural", "unemployed_urban", "others")


def _shown(one: TrainingClass) -> Record:
    employed = counted(one.employed, "人")
    tags = (f"培训 {one.trainees} 人", f"就业 {employed}" if employed else "")
    return Record(one.course, one.held_on, tuple(filter(None, tags)))
