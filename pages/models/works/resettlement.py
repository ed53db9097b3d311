from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from ...figures import FigureSpec
from ...problems import Problem
from ...records import counted, said
from ...works import organisation, rules
from ..photos import PagePhoto
from ..site import SiteKind
from .base import WorkPage
from .facts import FactRow, number_field, total, yes_no_field


class ResettlementOrganisationPage(WorkPage):
    """7 抓好安置点妇联组织建设: organisation facts, checked against the notice for staff (notice, part one, 7)."""

    executives = number_field("执委（人）")
    chairs = number_field("主席（人）")
    full_time_vice_chairs = number_field("专职副主席（人）")
    part_time_vice_chairs = number_field("兼职副主席（人）")
    chair_from_committees = yes_no_field("主席由“两委”班子中的女性成员担任")
    chair_by_due_procedure = yes_no_field("主席经法定程序产生")
    minority_area = yes_no_field("少数民族人口比较集中")
    minority_members = number_field("妇联组织中的少数民族妇女（人）")
    home_established = yes_no_field("已成立“妇女之家”")
    women = number_field("摸清的妇女人数（人）")
    roster_kept = yes_no_field("建立了花名册", "花名册本身不上传、不公开。")
    ledger_kept = yes_no_field("建立了工作台账")
    planned_together = yes_no_field("与星级“妇女之家”同部署")
    managed_together = yes_no_field("与星级“妇女之家”同管理")
    assessed_together = yes_no_field("与星级“妇女之家”同考核")

    limits = {
        "executives": 200,
        "chairs": 5,
        "full_time_vice_chairs": 50,
        "part_time_vice_chairs": 50,
        "minority_members": 300,
        "women": 100_000,
    }
    site_kinds = (SiteKind.RESETTLEMENT,)
    fact_relations = ("groups",)
    fact_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("executives"), FieldPanel("chairs")]),
                FieldRowPanel([FieldPanel("full_time_vice_chairs"), FieldPanel("part_time_vice_chairs")]),
                FieldRowPanel([FieldPanel("chair_from_committees"), FieldPanel("chair_by_due_procedure")]),
                FieldRowPanel([FieldPanel("minority_area"), FieldPanel("minority_members")]),
            ],
            heading="组织班子",
        ),
        InlinePanel("groups", heading="妇女小组", label="妇女小组"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("home_established"), FieldPanel("women")]),
                FieldRowPanel([FieldPanel("roster_kept"), FieldPanel("ledger_kept")]),
                FieldRowPanel(
                    [
                        FieldPanel("planned_together"),
                        FieldPanel("managed_together"),
                        FieldPanel("assessed_together"),
                    ]
                ),
            ],
            heading="阵地和台账",
        ),
    ]
    figure_specs = (
        FigureSpec("settlement_women", "掌握妇女", "人"),
        FigureSpec("settlement_executives", "安置点执委", "人"),
        FigureSpec("settlement_vice_chairs", "安置点副主席", "人"),
        FigureSpec("womens_groups", "妇女小组", "个"),
    )

    class Meta:
        verbose_name = "柒·安置点妇联"

    @property
    def vice_chairs(self) -> int:
        """Full- and part-time together (含专兼职)."""
        return total([self], "full_time_vice_chairs", "part_time_vice_chairs")

    def own_figures(self) -> dict[str, int]:
        return {
            "settlement_women": self.women or 0,
            "settlement_executives": self.executives or 0,
            "settlement_vice_chairs": self.vice_chairs,
            "womens_groups": len(self.groups.all()),
        }

    def has_substance(self) -> bool:
        return self.executives is not None or super().has_substance()

    def requirements(self) -> list[organisation.Requirement]:
        """The notice's demands, each with this site's number; for staff."""
        return organisation.requirements(self, list(self.groups.all()))

    def more_problems(self) -> list[Problem]:
        if self.minority_members is None or self.executives is None:
            return []
        members = self.executives + total(self.groups.all(), "leaders", "members")
        if self.minority_members > members:
            words = (
                f"少数民族妇女 {self.minority_members} 人，多于执委和小组成员合计的 {members} 人，请核对。"
            )
            return [rules.field_problem(self, "minority_members", words)]
        return []

    def warnings(self) -> list[Problem]:
        return [
            Problem(one.field, one.label, f"{one.demand}，现有{one.actual}。")
            for one in self.requirements()
            if not one.met
        ]

    def shown_facts(self) -> dict[str, Any]:
        return {
            "organisation_rows": said(
                ("执委", counted(self.executives, "人")),
                ("主席", counted(self.chairs, "人")),
                ("专职副主席", counted(self.full_time_vice_chairs, "人")),
                ("兼职副主席", counted(self.part_time_vice_chairs, "人")),
                ("少数民族妇女", counted(self.minority_members, "人")),
                ("主席人选", self.chair_from_committees and "由“两委”班子中的女性成员担任"),
                ("主席产生", self.chair_by_due_procedure and "经法定程序"),
            ),
            "group_rows": [
                (group.name, f"组长 {group.leaders or 0} 名，组员 {group.members or 0} 名")
                for group in self.groups.all()
            ],
            "home_rows": said(
                ("妇女之家", self.home_established and "已成立"),
                ("掌握妇女人数", counted(self.women, "人")),
                ("花名册", self.roster_kept and "已建立（不公开）"),
                ("工作台账", self.ledger_kept and "已建立"),
                ("与星级“妇女之家”", self._together()),
            ),
        }

    def _together(self) -> str:
        told = [
            ("同部署", self.planned_together),
            ("同管理", self.managed_together),
            ("同考核", self.assessed_together),
        ]
        return "、".join(words for words, yes in told if yes)


class ResettlementPhoto(PagePhoto):
    page = ParentalKey(ResettlementOrganisationPage, on_delete=models.CASCADE, related_name="photos")


class WomensGroup(FactRow):
    """A women's group 妇女小组: its leader and members, by number."""

    page = ParentalKey(ResettlementOrganisationPage, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField("小组名称", max_length=30, blank=True, help_text="例如：1 栋妇女小组")
    leaders = number_field("组长（人）")
    members = number_field("组员（人）")

    required = ("name", "leaders", "members")
    limits = {"leaders": 20, "members": 200}
    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("leaders"), FieldPanel("members")])]

    class Meta(FactRow.Meta):
        verbose_name = "妇女小组"
