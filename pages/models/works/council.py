from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from ...figures import FigureSpec
from ...problems import Problem
from ...records import Record, counted, in_order
from ...works import archive, rules
from ..photos import PagePhoto
from .base import WorkPage
from .facts import FactRow, number_field, total, yes_no_field

RULE_PARTS = ("participants_rule", "matters_rule", "methods_rule", "process_rule", "safeguards_rule")


class DeliberationCouncilPage(WorkPage):
    """2 建立妇女议事会: the council's rules in five parts, and one record for each matter (notice, part one, 2)."""

    council_name = models.CharField("议事会名称", max_length=40, blank=True)
    council_size = number_field("议事会成员（人）")
    participants_rule = models.TextField(
        "议事人员", blank=True, help_text="由哪些人组成，怎样产生；写身份，不写姓名。"
    )
    matters_rule = models.TextField("议事内容", blank=True, help_text="哪些事拿来议。")
    methods_rule = models.TextField("议事方式", blank=True, help_text="开会、入户、线上，多久一次。")
    process_rule = models.TextField("议事流程", blank=True, help_text="从提出到办结走哪几步。")
    safeguards_rule = models.TextField("保障措施", blank=True, help_text="场地、经费、督办。")
    posted_on_wall = yes_no_field("制度已贴在“妇女之家”墙上")
    posted_online = yes_no_field("制度已放在网上")

    limits = {"council_size": 500}
    fact_relations = ("records",)
    yearly_relations = ("records",)
    fact_panels = [
        FieldRowPanel([FieldPanel("council_name"), FieldPanel("council_size")], heading="议事会"),
        MultiFieldPanel([FieldPanel(name) for name in RULE_PARTS], heading="议事制度五部分"),
        FieldRowPanel([FieldPanel("posted_on_wall"), FieldPanel("posted_online")], heading="制度公开"),
        InlinePanel("records", heading="议事记录（一事一记）", label="议事记录"),
    ]
    figure_specs = (
        FigureSpec("deliberations", "议事", "件"),
        FigureSpec("deliberation_attendance", "参加议事", "人次"),
        FigureSpec("archived_deliberations", "已归档", "件", part_of="deliberations"),
    )

    class Meta:
        verbose_name = "贰·妇女议事会"

    @property
    def rule_parts(self) -> list[tuple[str, str]]:
        """The five parts of the council's rules, as ``(name, text)``."""
        return [(rules.label(self, name), getattr(self, name)) for name in RULE_PARTS]

    def own_figures(self) -> dict[str, int]:
        records = self.records.all()
        return {
            "deliberations": len(records),
            "deliberation_attendance": total(records, "participants"),
            "archived_deliberations": sum(record.archived for record in records),
        }

    def has_substance(self) -> bool:
        return any(text for _, text in self.rule_parts) or super().has_substance()

    def more_problems(self) -> list[Problem]:
        return [
            rules.row_problem("records", number, record, name, "归档的记录要写全，请填写。")
            for number, record in enumerate(self.records.all(), start=1)
            if record.archived
            for name in ("participants", "method", "outcome", "archive_number")
            if getattr(record, name) in rules.EMPTY
        ] + self.standing_problems()

    def standing_problems(self) -> list[Problem]:
        return archive.problems(self)

    def warnings(self) -> list[Problem]:
        found = [
            rules.field_problem(self, name, "还没有写，通知要求制度包括这五部分。")
            for name in RULE_PARTS
            if not getattr(self, name).strip()
        ]
        if not self.posted_on_wall and not self.posted_online:
            found.append(
                rules.field_problem(self, "posted_on_wall", "制度还没有上墙或上网，妇女群众不便了解。")
            )
        for number, record in enumerate(self.records.all(), start=1):
            if not record.archived:
                found.append(rules.row_problem("records", number, record, "archived", "还没有归档。"))
        return found

    def shown_facts(self) -> dict[str, Any]:
        written = [(name, text) for name, text in self.rule_parts if text.strip()]
        posted = [
            words for words, yes in [("墙上", self.posted_on_wall), ("网上", self.posted_online)] if yes
        ]
        return {
            "written_rules": written,
            "rules_title": f"{self.council_name or '妇女议事会'}的议事制度",
            "posting_note": f"已公开在{'和'.join(posted)}" if posted else "",
            "record_list": in_order([_shown(record) for record in self.records.all()]),
        }

    def facts_text(self) -> str:
        records = [f"{record.matter} {record.outcome}" for record in self.records.all()]
        return "\n".join(
            [super().facts_text(), self.council_name, *(text for _, text in self.rule_parts), *records]
        )

    def save_revision(self, *args, **kwargs):
        archive.check(self)  # also for whoever writes without a form: reverting, copying, a script
        return super().save_revision(*args, **kwargs)


class CouncilPhoto(PagePhoto):
    page = ParentalKey(DeliberationCouncilPage, on_delete=models.CASCADE, related_name="photos")


class DeliberationMethod(models.TextChoices):
    MEETING = "meeting", "会议"
    DOORSTEP = "doorstep", "入户、楼栋"
    ONLINE = "online", "线上"
    MIXED = "mixed", "线上线下结合"


class DeliberationRecord(FactRow):
    """The record of one matter 议事记录 (notice: 一事一记，注意存档). Archived and published, it never changes again."""

    page = ParentalKey(DeliberationCouncilPage, on_delete=models.CASCADE, related_name="records")
    held_on = models.DateField("日期", null=True, blank=True)
    matter = models.CharField("议题", max_length=100, blank=True, help_text="一条记录只写一件事。")
    participants = number_field("参加人数")
    method = models.CharField("方式", max_length=10, choices=DeliberationMethod, blank=True)
    outcome = models.CharField("议定结果", max_length=200, blank=True)
    follow_up = models.CharField("办理情况", max_length=200, blank=True)
    archive_number = models.CharField("档案编号", max_length=30, blank=True)
    archived = models.BooleanField(
        "已归档", default=False, help_text="勾选并发布以后，这条记录不能再修改或删除。"
    )

    required = ("held_on", "matter")
    limits = {"participants": 2_000}
    dates = ("held_on",)
    panels = [
        FieldRowPanel([FieldPanel("held_on"), FieldPanel("method"), FieldPanel("participants")]),
        FieldPanel("matter"),
        FieldPanel("outcome"),
        FieldPanel("follow_up"),
        FieldRowPanel([FieldPanel("archive_number"), FieldPanel("archived")]),
    ]

    class Meta(FactRow.Meta):
        verbose_name = "议事记录"


def _shown(record: DeliberationRecord) -> Record:
    took_part = counted(record.participants, "人参加")
    tags = [
        record.get_method_display(),
        took_part,
        f"档案 {record.archive_number}" if record.archive_number else "",
    ]
    lines = (("议定", record.outcome), ("办理", record.follow_up))
    return Record(record.matter, record.held_on, tuple(filter(None, tags)), lines)


class ArchivedRecord(models.Model):
    """A published, archived deliberation record, by its fingerprint; protects it and its page from then on."""

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="archived_records")
    fingerprint = models.CharField(max_length=64)
    held_on = models.DateField()
    matter = models.CharField(max_length=100)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "fingerprint"], name="one_archived_record")]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.held_on.month} 月 {self.held_on.day} 日“{self.matter}”"
