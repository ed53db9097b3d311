from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from ... import charts
from ...figures import FigureSpec
from ...problems import Problem
from ...records import counted
from ..photos import PagePhoto
from .base import WorkPage
from .facts import FactRow, number_field, total


class TeamKind(models.TextChoices):
    RIGHTS = "rights", "维权"
    DEVELOPMENT = "development", "发展"
    TUTORING = "tutoring", "家教"
    RELIEF = "relief", "助困"
    ENVIRONMENT = "environment", "环保"


class TeamLevel(models.TextChoices):
    COUNTY = "county", "县区级"
    TOWNSHIP = "township", "乡镇（街道）"
    SITE = "site", "村（社区）"


class VolunteerServicePage(WorkPage):
    """8 深化巾帼志愿服务工作: teams by kind and level; activities are counted from their own pages."""

    online_address = models.URLField(
        "线上服务网址", blank=True, help_text="“互联网＋”巾帼志愿服务的预约或公示页面，没有可不填。"
    )

    fact_relations = ("teams",)
    fact_panels = [
        InlinePanel("teams", heading="志愿服务队", label="志愿服务队"),
        FieldPanel("online_address"),
    ]
    figure_specs = (
        FigureSpec("volunteer_teams", "志愿服务队", "支"),
        FigureSpec("registered_volunteers", "登记志愿者", "名"),
        FigureSpec("volunteer_activities", "服务活动", "场", source="volunteer-activity"),
        FigureSpec("volunteer_hours", "服务时长", "小时", source="volunteer-activity"),
        FigureSpec("people_served", "服务群众", "人次", source="volunteer-activity"),
    )

    class Meta:
        verbose_name = "捌·巾帼志愿"

    def own_figures(self) -> dict[str, int]:
        teams = self.teams.all()
        return {"volunteer_teams": len(teams), "registered_volunteers": total(teams, "volunteers")}

    def volunteers_by_kind(self) -> list[tuple[str, int]]:
        """The kinds of team that the notice names, and the volunteers in each."""
        teams = self.teams.all()
        return [
            (label, total([team for team in teams if team.kind == kind], "volunteers"))
            for kind, label in TeamKind.choices
        ]

    def warnings(self) -> list[Problem]:
        if self.teams.all():
            return []
        return [Problem("teams", "志愿服务队", "还没有填志愿服务队，通知要求不断发展壮大队伍。")]

    def shown_facts(self) -> dict[str, Any]:
        teams = self.teams.all()
        return {
            # Kinds that nobody volunteers for are left out: that is for staff to see.
            "kind_bars": charts.bars([one for one in self.volunteers_by_kind() if one[1]], "名", "river"),
            "team_rows": [
                (
                    team.name,
                    " · ".join(
                        filter(None, [team.get_level_display(), counted(team.volunteers, "名志愿者")])
                    ),
                )
                for team in teams
            ],
        }

    def facts_text(self) -> str:
        return "\n".join(
            [super().facts_text(), *(f"{team.name} {team.get_kind_display()}" for team in self.teams.all())]
        )


class VolunteerServicePhoto(PagePhoto):
    page = ParentalKey(VolunteerServicePage, on_delete=models.CASCADE, related_name="photos")


class VolunteerTeam(FactRow):
    """One volunteer team."""

    page = ParentalKey(VolunteerServicePage, on_delete=models.CASCADE, related_name="teams")
    name = models.CharField("队伍名称", max_length=40, blank=True)
    kind = models.CharField("类别", max_length=12, choices=TeamKind, blank=True)
    level = models.CharField("层级", max_length=10, choices=TeamLevel, blank=True)
    volunteers = number_field("志愿者（名）")

    required = ("name", "kind", "volunteers")
    limits = {"volunteers": 10_000}
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("level"), FieldPanel("volunteers")]),
    ]

    class Meta(FactRow.Meta):
        verbose_name = "志愿服务队"
