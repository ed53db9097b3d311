from datetime import date

from django.db import models


class ReportingYear(models.Model):
    """A year of reporting with the notice's two deadlines, of which the organisation department may set others."""

    year = models.PositiveSmallIntegerField("年份", unique=True)
    plan_deadline = models.DateField("计划表截止日期", help_text="当天 24:00 前经县区审定即为按时。")
    summary_deadline = models.DateField("总结截止日期", help_text="当天 24:00 前经县区审定即为按时。")
    is_open = models.BooleanField("开放报送", default=True)

    class Meta:
        verbose_name = "报送年度"
        verbose_name_plural = "报送年度"
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"{self.year} 年度"

    @classmethod
    def open(cls, year: int) -> "ReportingYear":
        """Return *year*, made with the notice's deadlines (25 March, 30 October) if it is new. Idempotent."""
        found, _ = cls.objects.get_or_create(
            year=year, defaults={"plan_deadline": date(year, 3, 25), "summary_deadline": date(year, 10, 30)}
        )
        return found
