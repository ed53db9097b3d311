from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from pages.models import CountyPage
from pages.works.rules import FIRST_YEAR

from .. import enrolment
from ..status import Duty

PLAN_DAY, SUMMARY_DAY = (3, 25), (10, 30)  # the notice's, part three
BY_THE_DAY = "当天 24:00 前经县区主要领导审定即为按时。"


class ReportingYear(ClusterableModel):
    """A year of reporting with the notice's two deadlines, of which the organisation department may set others."""

    year = models.PositiveSmallIntegerField(
        "年份", unique=True, validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(2100)]
    )
    plan_deadline = models.DateField("计划表截止日期", help_text=BY_THE_DAY)
    summary_deadline = models.DateField("总结截止日期", help_text=BY_THE_DAY)
    is_open = models.BooleanField(
        "开放报送", default=True, help_text="关闭以后，这一年的计划表和总结不能再提交，已有内容都还能查。"
    )

    class Meta:
        verbose_name = "报送年度"
        verbose_name_plural = "报送年度"
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"{self.year} 年度"

    def deadline(self, duty: Duty) -> date:
        """Return the deadline of *duty* for counties without an extension."""
        return self.plan_deadline if duty == Duty.PLAN else self.summary_deadline

    def clean(self) -> None:
        """Refuse deadlines that cannot be meant: plans are due within the year, summaries later, soon after it at most."""
        super().clean()
        errors = {}
        if self.plan_deadline and self.year and self.plan_deadline.year != self.year:
            errors["plan_deadline"] = f"计划表截止日期应在 {self.year} 年内。"
        if (
            self.summary_deadline
            and self.year
            and self.summary_deadline.year not in (self.year, self.year + 1)
        ):
            errors["summary_deadline"] = f"总结截止日期应在 {self.year} 年内，最迟到下一年。"
        if self.plan_deadline and self.summary_deadline and self.summary_deadline <= self.plan_deadline:
            errors["summary_deadline"] = "总结截止日期应晚于计划表截止日期。"
        if errors:
            raise ValidationError(errors)

    def save(self, *args, **kwargs) -> None:
        """As Django's; a new year begins with all sites that there are on its list."""
        is_new = self._state.adding
        with transaction.atomic():
            super().save(*args, **kwargs)
            if is_new:
                enrolment.enrol_all(self)

    @classmethod
    def open(cls, year: int) -> "ReportingYear":
        """Return *year*, made with the notice's deadlines if it is new; one that is there stays as it is."""
        found, _ = cls.objects.get_or_create(
            year=year,
            defaults={"plan_deadline": date(year, *PLAN_DAY), "summary_deadline": date(year, *SUMMARY_DAY)},
        )
        return found


class DeadlineExtension(models.Model):
    """A later day for one county."""

    reporting_year = ParentalKey(ReportingYear, on_delete=models.CASCADE, related_name="extensions")
    county = models.ForeignKey(CountyPage, verbose_name="县区", on_delete=models.CASCADE, related_name="+")
    duty = models.CharField("哪一项", max_length=8, choices=Duty, default=Duty.SUMMARY)
    extended_to = models.DateField("延期到", help_text=BY_THE_DAY)
    reason = models.CharField("原因", max_length=100, blank=True)

    class Meta:
        verbose_name = "县区延期"
        verbose_name_plural = "县区延期"
        ordering = ["county__code", "duty"]
        constraints = [
            models.UniqueConstraint(
                fields=["reporting_year", "county", "duty"],
                name="one_extension_of_a_duty",
                violation_error_message="这个县区的这一项已经有延期，请直接修改那一行。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.county}：{self.get_duty_display()}延期到 {self.extended_to:%Y-%m-%d}"


class ReportingSite(models.Model):
    """A site on the list of a year, and which of the two reports it owes."""

    reporting_year = models.ForeignKey(ReportingYear, on_delete=models.CASCADE, related_name="sites")
    site = models.ForeignKey("pages.SitePage", on_delete=models.CASCADE, related_name="+")
    plan = models.BooleanField("报计划表", default=True)
    summary = models.BooleanField("报总结", default=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "报送示范点"
        verbose_name_plural = "报送示范点"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["reporting_year", "site"], name="a_site_once_a_year")]

    def __str__(self) -> str:
        return f"{self.reporting_year}：{self.site}"

    def owes(self, duty: Duty) -> bool:
        """Whether the site is to hand in *duty*."""
        return self.plan if duty == Duty.PLAN else self.summary
