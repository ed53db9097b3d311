from datetime import date
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField

from ...figures import FigureSpec
from ...panels import SiteMemberNamesPanel, member_name_widget
from ...problems import Problem
from ...records import Record, in_order, said
from ...works import contacts, rotation, rules
from ...works.members import names_with_posts
from ..members import Post
from ..photos import PagePhoto
from .base import WorkPage
from .facts import FactRow, number_field, total, yes_no_field

MOST_CONTACTS = 5_000


class OpinionBlock(blocks.StructBlock):
    """An opinion of women and what became of it."""

    opinion = blocks.CharBlock(label="意见", max_length=120, help_text="群众说了什么；不写姓名、电话。")
    outcome = blocks.CharBlock(label="办理结果", max_length=120, required=False)

    class Meta:
        icon = "comment"
        label = "意见和办理"


class CommitteeWorkPage(WorkPage):
    """1 发挥基层执委作用: meetings, rotating chair, contact with women, opinions (notice, part one, 1)."""

    wechat_group = yes_no_field("建立了执委工作群")
    presidium = models.TextField(
        "轮值主席团", blank=True, help_text="由哪些副主席、执委组成，怎样轮值；写职务，不写电话。"
    )
    entrusted_tasks = models.TextField(
        "主席交办的任务", blank=True, help_text="轮值主席承担了妇联主席交办的哪些工作。"
    )
    opinions = StreamField(
        [("opinion", OpinionBlock())],
        verbose_name="听到的意见",
        blank=True,
        help_text="执委听到了什么，后来怎样。",
    )

    fact_relations = ("meetings", "terms", "contacts")
    yearly_relations = ("meetings", "terms")
    fact_panels = [
        SiteMemberNamesPanel(),
        InlinePanel("meetings", heading="执委会议", label="执委会议"),
        MultiFieldPanel(
            [
                FieldPanel("presidium"),
                FieldPanel("entrusted_tasks"),
                InlinePanel("terms", heading="轮值安排", label="轮值主席"),
            ],
            heading="主席轮值",
        ),
        MultiFieldPanel(
            [FieldPanel("wechat_group"), InlinePanel("contacts", heading="联系人数", label="执委联系情况")],
            heading="执委联系妇女群众",
        ),
        FieldPanel("opinions"),
    ]
    figure_specs = (
        FigureSpec("meetings", "执委会议", "次"),
        FigureSpec("chair_terms", "轮值主席", "任"),
        FigureSpec("contacted_women", "执委微信联系妇女", "名"),
        FigureSpec("opinions", "听取意见", "条"),
    )

    class Meta:
        verbose_name = "壹·执委作用"

    def own_figures(self) -> dict[str, int]:
        return {
            "meetings": len(self.meetings.all()),
            "chair_terms": len(self.terms.all()),
            "contacted_women": total(self.contacts.all(), "women"),
            "opinions": len(self.opinions),
        }

    def has_substance(self) -> bool:
        return bool(self.opinions) or super().has_substance()

    def more_problems(self) -> list[Problem]:
        allowed = names_with_posts(self, Post.VICE_CHAIR, Post.EXECUTIVE)
        return rotation.term_problems(self.terms.all(), allowed)

    def warnings(self) -> list[Problem]:
        found = rotation.term_warnings(self.terms.all(), self.year)
        for number, contact in enumerate(self.contacts.all(), start=1):
            if contact.women is not None and 0 <= contact.women < contacts.ENOUGH:
                words = f"{contact.name or '这位执委'}联系 {contact.women} 名，通知要求 {contacts.ENOUGH} 名以上。"
                found.append(rules.row_problem("contacts", number, contact, "women", words))
        if self.wechat_group is False:
            found.append(rules.field_problem(self, "wechat_group", "通知要求完善建立执委工作群。"))
        if not self.meetings.all():
            found.append(Problem("meetings", "执委会议", "还没有填写执委会议，通知要求坚持执委会议事制度。"))
        return found

    def shown_facts(self) -> dict[str, Any]:
        women = [contact.women for contact in self.contacts.all() if contact.women]
        return {
            "rotation": rotation.strip(self.terms.all(), self.year) if self.year else None,
            "rotation_title": f"{self.year} 年轮值安排",
            "contact_bars": contacts.distribution(women),
            "contact_note": contacts.note(women),
            "presidium_rows": said(("轮值主席团", self.presidium), ("承担的任务", self.entrusted_tasks)),
            "meeting_records": in_order(
                [
                    Record(
                        one.matters,
                        one.held_on,
                        tuple(filter(None, [one.get_kind_display()])),
                        (("决定", one.decisions),),
                    )
                    for one in self.meetings.all()
                ]
            ),
            "opinion_records": [
                Record(one.value["opinion"], lines=(("办理", one.value["outcome"]),)) for one in self.opinions
            ],
        }

    def facts_text(self) -> str:
        parts = [super().facts_text(), self.presidium, self.entrusted_tasks]
        parts += [f"{one.matters} {one.decisions}" for one in self.meetings.all()]
        return "\n".join(parts)


class CommitteeWorkPhoto(PagePhoto):
    page = ParentalKey(CommitteeWorkPage, on_delete=models.CASCADE, related_name="photos")


class MeetingKind(models.TextChoices):
    STUDY = "study", "传达学习"
    DECISION = "decision", "研究决定"


class CommitteeMeeting(FactRow):
    """A meeting of the executive committee 执委会议."""

    page = ParentalKey(CommitteeWorkPage, on_delete=models.CASCADE, related_name="meetings")
    held_on = models.DateField("日期", null=True, blank=True)
    kind = models.CharField("类型", max_length=10, choices=MeetingKind, blank=True)
    matters = models.CharField("议题", max_length=200, blank=True, help_text="传达学习了什么，研究了什么事。")
    decisions = models.CharField("决定", max_length=200, blank=True)

    required = ("held_on", "kind", "matters")
    dates = ("held_on",)
    panels = [
        FieldRowPanel([FieldPanel("held_on"), FieldPanel("kind")]),
        FieldPanel("matters"),
        FieldPanel("decisions"),
    ]

    class Meta(FactRow.Meta):
        verbose_name = "执委会议"


class RotatingChairTerm(FactRow):
    """One term of a rotating chair 轮值主席: a vice chair or 执委 of the site, by public name."""

    page = ParentalKey(CommitteeWorkPage, on_delete=models.CASCADE, related_name="terms")
    name = models.CharField(
        "轮值主席", max_length=20, blank=True, help_text="从示范点登记的副主席、执委中选。"
    )
    starts_on = models.DateField("起", null=True, blank=True)
    ends_on = models.DateField("止", null=True, blank=True)

    required = ("name", "starts_on", "ends_on")
    dates = ("starts_on", "ends_on")
    panels = [
        FieldPanel("name", widget=member_name_widget()),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    class Meta(FactRow.Meta):
        verbose_name = "轮值主席"

    def covers(self, day: date) -> bool:
        """Whether *day* lies in the term."""
        return bool(self.starts_on and self.ends_on and self.starts_on <= day <= self.ends_on)


class MemberContact(FactRow):
    """How many women one 执委 is in regular contact with by WeChat. The public sees totals only."""

    page = ParentalKey(CommitteeWorkPage, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField("执委", max_length=20, blank=True, help_text="只供内部核对，公众只看到合计。")
    women = number_field("微信经常联系的妇女（名）")

    required = ("name", "women")
    limits = {"women": MOST_CONTACTS}
    panels = [FieldRowPanel([FieldPanel("name", widget=member_name_widget()), FieldPanel("women")])]

    class Meta(FactRow.Meta):
        verbose_name = "执委联系情况"
