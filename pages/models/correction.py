"""我要纠错: what a reader reports about a page."""

from django.conf import settings
from django.core.validators import MaxLengthValidator, MinLengthValidator
from django.db import models
from django.utils import timezone
from wagtail.models import Page

LEAST_TEXT, MOST_TEXT = 10, 500


class Correction(models.Model):
    """One reader's report of a mistake on one page, and what became of it.

    Title, address and county are those of the day of the report: the page may move or go. The reader's contact is kept
    for 180 days only (``pages/corrections/retention.py``); her address in the net is not kept at all.
    """

    class Kind(models.TextChoices):
        TYPO = "typo", "错别字"
        FACT = "fact", "事实有误"
        PICTURE = "picture", "图片问题"
        PERSONAL = "personal", "个人信息"
        LINK = "link", "链接打不开"
        OTHER = "other", "其他"

    class State(models.TextChoices):
        OPEN = "open", "未处理"
        FORWARDED = "forwarded", "已转办"
        CORRECTED = "corrected", "已改正"
        REJECTED = "rejected", "不予采纳"

    page = models.ForeignKey(
        Page, verbose_name="页面", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    page_title = models.CharField("页面标题", max_length=255)
    page_url = models.CharField("页面地址", max_length=2048)
    county = models.ForeignKey(
        "pages.CountyPage", verbose_name="县区", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    kind = models.CharField("问题类型", max_length=10, choices=Kind)
    text = models.TextField(
        "哪里有错", validators=[MinLengthValidator(LEAST_TEXT), MaxLengthValidator(MOST_TEXT)]
    )
    contact = models.CharField("联系方式", max_length=60, blank=True)
    created_at = models.DateTimeField("提交时间", auto_now_add=True)
    state = models.CharField("处理状态", max_length=10, choices=State, default=State.OPEN)
    answer = models.TextField(
        "处理说明",
        max_length=500,
        blank=True,
        help_text="怎样核对、怎样处理的。转办的写明请县区做什么，该县区看得到这段话。",
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="处理人",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    handled_at = models.DateTimeField("处理时间", null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "纠错"
        verbose_name_plural = "读者纠错"
        ordering = ["-pk"]
        default_permissions = ("change", "view")
        indexes = [models.Index(fields=["state", "county"], name="corrections_by_state")]

    def __str__(self) -> str:
        return f"{self.number} {self.get_kind_display()}"

    @property
    def number(self) -> str:
        """The number by which a reader asks about her report."""
        return f"{timezone.localtime(self.created_at):%Y%m%d}-{self.pk:04d}"
