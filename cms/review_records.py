"""What the queue of reviews knows without reading any page: findings of what waits, and who has opened what."""

from django.conf import settings
from django.db import models
from wagtail.models import TaskState


class ReviewFindings(models.Model):
    """How many warnings the checks had about what waits in *task_state*.

    Counted in the background when it came there, and again whenever a reviewer opens it.
    """

    task_state = models.OneToOneField(
        TaskState,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="findings",
        verbose_name="审核环节",
    )
    warnings = models.PositiveSmallIntegerField("需要核对的", default=0)
    blocking = models.PositiveSmallIntegerField("必须修改的", default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "待审内容的检查结果"
        verbose_name_plural = "待审内容的检查结果"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.task_state_id}: {self.warnings}"


class ReviewOpened(models.Model):
    """That *user* had the revision on her review screen. Only what she has seen can she approve with others at once."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="审核人", on_delete=models.CASCADE, related_name="+"
    )
    page_id = models.PositiveBigIntegerField("页面编号")
    revision_id = models.PositiveBigIntegerField("版本编号")
    opened_at = models.DateTimeField("时间", auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "打开过的待审内容"
        verbose_name_plural = "打开过的待审内容"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "revision_id"], name="a_revision_is_opened_once_by_one")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.revision_id}"
