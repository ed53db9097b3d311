from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from ... import charts
from ...figures import FigureSpec
from ...problems import Problem
from ...records import Record, counted, in_order, said
from ...works import rules
from ...works.rules import FIRST_YEAR
from ..photos import PagePhoto
from .base import WorkPage
from .facts import FactRow, number_field, total


class Strand(models.TextChoices):
    RURAL = "rural", "农村"
    URBAN = "urban", "城市"


class GreenFamilyPage(WorkPage):
    """5 “绿色生活·最美家庭”主题实践活动: a team, its actions, and the families chosen (notice, part one, 5)."""

    strand = models.CharField("在农村还是城市", max_length=6, choices=Strand, blank=True)
    team_name = models.CharField("环保妈妈志愿服务队", max_length=40, blank=True, help_text="队伍名称")
    team_size = number_field("队员（人）")

    required = (*WorkPage.required, "strand")
    limits = {"team_size": 2_000}
    fact_relations = ("actions", "families")
    yearly_relations = fact_relations
    fact_panels = [
        FieldPanel("strand"),
        FieldRowPanel([FieldPanel("team_name"), FieldPanel("team_size")], heading="环保妈妈志愿服务队"),
        InlinePanel(
            "actions",
            heading="开展的活动",
            label="环保活动",
            help_text="每场活动一行：有几行，就算开展了几次。",
        ),
        InlinePanel("families", heading="选出的最美家庭", label="最美家庭"),
    ]
    figure_specs = (
        FigureSpec("green_volunteers", "环保妈妈", "名"),
        FigureSpec("green_actions", "环保活动", "次"),
        FigureSpec("green_households", "参与家庭", "户次"),
        FigureSpec("green_participants", "参加活动", "人次"),
        FigureSpec("finest_families", "最美家庭", "户"),
    )

    class Meta:
        verbose_name = "伍·绿色生活·最美家庭"

    def own_figures(self) -> dict[str, int]:
        actions = self.actions.all()
        return {
            "green_volunteers": self.team_size or 0,
            "green_actions": len(actions),
            "green_households": total(actions, "households"),
            "green_participants": total(actions, "participants"),
            "finest_families": total(self.families.all(), "number"),
        }

    def more_problems(self) -> list[Problem]:
        if not self.year:
            return []
        found = []
        for number, row in enumerate(self.families.all(), start=1):
            if row.chosen_year is None or FIRST_YEAR <= row.chosen_year <= self.year:
                continue
            late = row.chosen_year > self.year
            words = f"晚于页面的 {self.year} 年" if late else f"早于 {FIRST_YEAR} 年"
            message = f"填的年份{words}，请核对。"
            found.append(rules.row_problem("families", number, row, "chosen_year", message))
        return found

    def warnings(self) -> list[Problem]:
        if self.team_size:
            return []
        return [
            rules.field_problem(self, "team_size", "还没有填队员人数，通知要求组织“环保妈妈志愿服务队”。")
        ]

    def shown_facts(self) -> dict[str, Any]:
        actions = self.actions.all()
        kinds = [(label, sum(row.kind == kind for row in actions)) for kind, label in ActionKind.choices]
        families = [
            (f"{row.get_level_display()}（{row.chosen_year} 年）", row.number or 0)
            for row in self.families.all()
        ]
        return {
            "team_rows": said(("队伍", self.team_name), ("队员", counted(self.team_size, "人"))),
            "kind_bars": charts.bars([row for row in kinds if row[1]], "次", "river"),
            "action_records": in_order([_shown(row) for row in actions]),
            "family_bars": charts.bars(families, "户"),
        }

    def facts_text(self) -> str:
        actions = [f"{row.get_kind_display()} {row.what}" for row in self.actions.all()]
        return "\n".join([super().facts_text(), self.team_name, *actions])


class GreenFamilyPhoto(PagePhoto):
    page = ParentalKey(GreenFamilyPage, on_delete=models.CASCADE, related_name="photos")


class ActionKind(models.TextChoices):
    ENVIRONMENT = "environment", "环境整治"
    CUSTOMS = "customs", "乡风文明"
    SETTLEMENT = "settlement", "人居环境"
    HEALTH = "health", "公共卫生"
    SORTING = "sorting", "垃圾分类"
    THEME = "theme", "环保主题"
    HABITS = "habits", "健康生活习惯"


class GreenAction(FactRow):
    """One action: when, what kind, how many took part."""

    page = ParentalKey(GreenFamilyPage, on_delete=models.CASCADE, related_name="actions")
    held_on = models.DateField("日期", null=True, blank=True)
    kind = models.CharField("类型", max_length=12, choices=ActionKind, blank=True)
    what = models.CharField("做了什么", max_length=80, blank=True)
    households = number_field("参与家庭（户）")
    participants = number_field("参加人数")

    required = ("held_on", "kind")
    limits = {"households": 20_000, "participants": 50_000}
    dates = ("held_on",)
    panels = [
        FieldRowPanel([FieldPanel("held_on"), FieldPanel("kind")]),
        FieldPanel("what"),
        FieldRowPanel([FieldPanel("households"), FieldPanel("participants")]),
    ]

    class Meta(FactRow.Meta):
        verbose_name = "环保活动"


def _shown(action: GreenAction) -> Record:
    tags = [counted(action.households, "户"), counted(action.participants, "人次")]
    return Record(action.what or action.get_kind_display(), action.held_on, tuple(filter(None, tags)))


class FamilyLevel(models.TextChoices):
    NATION = "nation", "全国"
    REGION = "region", "自治区"
    CITY = "city", "市级"
    COUNTY = "county", "县区级"
    TOWNSHIP = "township", "乡镇（街道）"
    SITE = "site", "村（社区）"


class FinestFamilies(FactRow):
    """How many families were chosen 最美家庭, at which level and in which year. No family is named."""

    page = ParentalKey(GreenFamilyPage, on_delete=models.CASCADE, related_name="families")
    level = models.CharField("级别", max_length=10, choices=FamilyLevel, blank=True)
    chosen_year = number_field("评选年份")
    number = number_field("户数")

    required = ("level", "chosen_year", "number")
    limits = {"number": 2_000}
    panels = [FieldRowPanel([FieldPanel("level"), FieldPanel("chosen_year"), FieldPanel("number")])]

    class Meta(FactRow.Meta):
        verbose_name = "最美家庭"
