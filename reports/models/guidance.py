"""Guidance 调研指导 (notice, part two): visits to demonstration sites, and what the counties answer. Never public."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from pages import tree
from pages.models import CountyPage, SitePage

from ..guidance.states import State, state_of
from .append_only import AppendOnlyModel

FIRST_DAY = date(2000, 1, 1)  # earlier ones are slips of the key


def _user_field(label: str) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=label, null=True, on_delete=models.SET_NULL, related_name="+"
    )


class GuidanceVisit(models.Model):
    """One visit to one site: a draft until it is sent to the county, open until it is closed.

    A county may delete the draft of a site. That must not fail because of a record that it does not even know of,
    nor may the record go with the page: the visit then loses its site and keeps the site's name and county.
    """

    # Usage lists of pages would tell the county of visits that it was not sent yet.
    wagtail_reference_index_ignore = True

    site = models.ForeignKey(
        SitePage, verbose_name="示范点", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    site_name = models.CharField("示范点名称", max_length=255, editable=False)
    county = models.ForeignKey(
        CountyPage, verbose_name="县区", on_delete=models.PROTECT, related_name="+", editable=False
    )
    visited_on = models.DateField("调研日期")
    visitors = models.CharField(
        "调研人员",
        max_length=120,
        blank=True,
        help_text="写职务，不写姓名，例如：组联部部长、组联部干部 2 名",
    )
    findings = models.TextField(
        "发现的情况", blank=True, help_text="好的做法和存在的问题都可以写，一行写一条。"
    )
    advice = models.TextField("意见建议", blank=True, help_text="请县区做什么，一行写一条。")
    answer_due = models.DateField("希望何时回复", null=True, blank=True, help_text="不填就不限时间。")
    recorded_by = _user_field("记录人")
    recorded_at = models.DateTimeField("记录时间", default=timezone.now, editable=False)
    sent_at = models.DateTimeField("发给县区的时间", null=True, editable=False)
    asked_at = models.DateTimeField("最近一次请县区回复的时间", null=True, editable=False)
    answered_at = models.DateTimeField("最近一次回复的时间", null=True, editable=False)
    read_until = models.DateTimeField("市级已看到何时的回复", null=True, editable=False)
    corrected_at = models.DateTimeField("最近一次更正的时间", null=True, editable=False)
    closed_at = models.DateTimeField("办结时间", null=True, editable=False)
    version = models.PositiveIntegerField("第几稿", default=1, editable=False)

    class Meta:
        verbose_name = "调研指导"
        verbose_name_plural = "调研指导"
        ordering = ["-visited_on", "-pk"]
        default_permissions = ("add", "change", "view")
        indexes = [models.Index(fields=["sent_at", "closed_at"], name="guidance_open")]
        constraints = [
            models.CheckConstraint(
                name="guidance_due_after_visit",
                condition=Q(answer_due=None) | Q(answer_due__gte=F("visited_on")),
            ),
            models.CheckConstraint(
                name="guidance_sent_before_asked",
                condition=Q(sent_at=None, asked_at=None, answered_at=None, closed_at=None)
                | Q(sent_at__isnull=False, asked_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visited_on:%Y-%m-%d} {self.place_name}"

    def clean(self) -> None:
        if self.visited_on and self.visited_on > timezone.localdate():
            raise ValidationError({"visited_on": "调研日期不能晚于今天。"})
        if self.visited_on and self.visited_on < FIRST_DAY:
            raise ValidationError({"visited_on": "请核对调研日期的年份。"})
        if self.visited_on and self.answer_due and self.answer_due < self.visited_on:
            raise ValidationError({"answer_due": "希望回复的日期不能早于调研日期。"})

    def set_site(self, site: SitePage) -> None:
        """Make *site* the place of the visit. Raises ``CountyPage.DoesNotExist`` for one outside the counties."""
        self.county = CountyPage.objects.get(path=tree.prefix(site.path, tree.COUNTY_DEPTH))
        self.site, self.site_name = site, site.draft_title or site.title

    @property
    def place_name(self) -> str:
        """The site's name as staff know it now, or as it was before the site was deleted."""
        return (self.site.draft_title or self.site.title) if self.site else self.site_name

    @property
    def path(self) -> str:
        """Where in the tree the visit belongs."""
        return (self.site or self.county).path

    @property
    def state(self) -> State:
        return state_of(self)

    @property
    def days_overdue(self) -> int:
        """Days by which an answer is late; 0 when none is awaited, or none is late."""
        if self.answer_due is None or self.state is not State.AWAITING:
            return 0
        return max((timezone.localdate() - self.answer_due).days, 0)

    @property
    def has_unread_answer(self) -> bool:
        """Whether the county answered after the department looked last."""
        return self.answered_at is not None and (
            self.read_until is None or self.read_until < self.answered_at
        )


class GuidanceAnswer(AppendOnlyModel):
    """What a county answered 回复整改. There may be several over time, none is changed."""

    wagtail_reference_index_ignore = True

    visit = models.ForeignKey(
        GuidanceVisit, verbose_name="调研指导", on_delete=models.PROTECT, related_name="answers"
    )
    text = models.TextField("回复内容")
    author = _user_field("回复人")
    author_name = models.CharField("回复人姓名", max_length=160)
    created_at = models.DateTimeField("回复时间", default=timezone.now)

    class Meta(AppendOnlyModel.Meta):
        verbose_name = "回复整改"
        verbose_name_plural = "回复整改"
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.author_name} {timezone.localtime(self.created_at):%Y-%m-%d %H:%M}"


class GuidanceStep(AppendOnlyModel):
    """One thing that the department did with a visit; of a correction, with the words as they were before."""

    class Kind(models.TextChoices):
        SENT = "sent", "发给县区"
        CORRECTED = "corrected", "更正"
        ASKED_AGAIN = "asked_again", "请县区再次回复"
        CLOSED = "closed", "办结"
        REOPENED = "reopened", "重新打开"

    wagtail_reference_index_ignore = True

    visit = models.ForeignKey(
        GuidanceVisit, verbose_name="调研指导", on_delete=models.PROTECT, related_name="steps"
    )
    kind = models.CharField("动作", max_length=12, choices=Kind)
    user = _user_field("人员")
    user_name = models.CharField("姓名", max_length=160)
    findings = models.TextField("更正前发现的情况", blank=True)
    advice = models.TextField("更正前的意见建议", blank=True)
    answer_due = models.DateField("更正前希望何时回复", null=True, blank=True)
    created_at = models.DateTimeField("时间", default=timezone.now)

    class Meta(AppendOnlyModel.Meta):
        verbose_name = "调研指导办理经过"
        verbose_name_plural = "调研指导办理经过"
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {timezone.localtime(self.created_at):%Y-%m-%d %H:%M}"
