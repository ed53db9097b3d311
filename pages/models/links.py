from django.db import models


class ExternalLink(models.Model):
    """What is known of an address of another site that pages link to; checked in the background."""

    url = models.CharField("网址", max_length=500, unique=True)
    checked_at = models.DateTimeField("检查时间", null=True, db_index=True)
    failures = models.PositiveSmallIntegerField("连续失败次数", default=0)
    gone = models.BooleanField("打不开", default=False)
    detail = models.CharField("原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "外部链接"
        verbose_name_plural = "外部链接"
        default_permissions = ()

    def __str__(self) -> str:
        return self.url
