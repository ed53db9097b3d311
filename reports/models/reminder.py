from django.conf import settings
from django.db import models


class Reminder(models.Model):
    """That somebody is written to for a reason on a day: never twice, which the database itself holds.

    A mail about several reasons has a row for each; the first of them stands for the mail while it is being sent.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="收件人",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    address = models.EmailField("邮箱")
    day = models.DateField("日期")
    reason = models.CharField("缘由", max_length=40)
    created_at = models.DateTimeField("写入时间", auto_now_add=True)
    begun_at = models.DateTimeField("开始发送", null=True)
    sent_at = models.DateTimeField("发出时间", null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "邮件提醒"
        verbose_name_plural = "邮件提醒"
        ordering = ["-day", "user", "reason"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "day", "reason"], name="a_reason_once_a_day_to_one_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.reason} {self.address}"
