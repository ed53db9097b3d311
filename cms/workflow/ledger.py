"""The approval ledger: an append-only record of every decision, chained by hash.

The ledger is what the publishing rule asks. Wagtail's workflow tables can be reconfigured, cascade and be
cleaned up; these rows cannot. References to pages, revisions and submissions are plain numbers for that reason.
"""

import hashlib
import json

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from pages.checks.findings import Severity


class Action(models.TextChoices):
    FOUNDED = "founded", "系统建立"
    SUBMITTED = "submitted", "提交审核"
    RESUBMITTED = "resubmitted", "没有改动，重新提交市级审核"
    LEAD_APPROVED = "lead_approved", "县区审定通过"
    LEAD_RETURNED = "lead_returned", "县区退回"
    CITY_APPROVED = "city_approved", "市级审核通过"
    CITY_RETURNED = "city_returned", "市级退回"
    HANDED_BACK = "handed_back", "市级修改后转县区重新审定"
    TAKEN_BACK = "taken_back", "取回"
    PUBLISHED = "published", "发布"
    WITHDRAWN = "withdrawn", "撤下"


class AppendOnly(Exception):
    """Somebody tried to change or delete a row of the ledger."""


class AppendOnlyQuerySet(models.QuerySet):
    def _refuse(self, *args, **kwargs):
        raise AppendOnly("The approval ledger is append-only.")

    update = delete = bulk_update = bulk_create = update_or_create = _refuse


class LedgerHead(models.Model):
    """One row that holds the hash of the newest entry; locking it puts concurrent writers in a line."""

    newest_hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return self.newest_hash


class LedgerEntry(models.Model):
    """One decision on one content of one page."""

    action = models.CharField("动作", max_length=16, choices=Action)
    page_id = models.PositiveBigIntegerField("页面编号", db_index=True)
    page_title = models.CharField("标题", max_length=255)
    county_code = models.CharField("县区代码", max_length=6, blank=True)
    submission = models.PositiveBigIntegerField("送审编号", null=True)
    revision_id = models.PositiveBigIntegerField("版本编号", null=True)
    content_hash = models.CharField("内容校验值", max_length=64, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="人员", null=True, on_delete=models.PROTECT, related_name="+"
    )
    user_name = models.CharField("姓名", max_length=160, blank=True)
    comment = models.TextField("意见", blank=True)
    checks = models.JSONField(
        "检查结果", default=list, blank=True
    )  # of an approval: what was found and confirmed
    created_at = models.DateTimeField("时间", default=timezone.now)
    previous_hash = models.CharField(max_length=64, blank=True)
    entry_hash = models.CharField(max_length=64, unique=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "审批记录"
        verbose_name_plural = "审批记录"
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.page_title} {timezone.localtime(self.created_at):%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise AppendOnly("An entry of the approval ledger is never changed.")
        with transaction.atomic(savepoint=False):
            head = self._lock_head()
            self.previous_hash = head.newest_hash
            self.entry_hash = self.computed_hash()
            super().save(*args, force_insert=True, using=kwargs.get("using"))
            head.newest_hash = self.entry_hash
            head.save()

    @staticmethod
    def _lock_head() -> LedgerHead:
        head = LedgerHead.objects.select_for_update().filter(pk=1).first()
        if head is None:
            LedgerHead.objects.get_or_create(pk=1)
            head = LedgerHead.objects.select_for_update().get(pk=1)
        return head

    def delete(self, *args, **kwargs):
        raise AppendOnly("An entry of the approval ledger is never deleted.")

    @property
    def confirmed(self) -> list[str]:
        """What the reviewer confirmed when she approved, a sentence each."""
        return [
            f"{one['place']}：{one['message']}" for one in self.checks if one["severity"] == Severity.WARNING
        ]

    def computed_hash(self) -> str:
        """SHA-256 over what the entry says and over the hash of the entry before it."""
        said = [
            self.previous_hash, self.action, self.page_id, self.page_title, self.county_code, self.submission,
            self.revision_id, self.content_hash, self.user_id, self.user_name, self.comment, self.checks,
            self.created_at.astimezone(timezone.get_fixed_timezone(0)).isoformat(timespec="microseconds"),
        ]  # fmt: skip
        # Keys are sorted: PostgreSQL does not keep their order.
        spelling = json.dumps(said, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(spelling.encode()).hexdigest()
