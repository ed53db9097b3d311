from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, URLValidator
from django.db import models
from django.utils import timezone
from wagtail.models import Page

from pages.reach import published

from ..adoptions.places import place_of

FIRST_YEAR = 2010
MOST_POINTS = 1000
TWICE = "这篇内容这一天在这个渠道已经登记过了，不能重复登记。"


class AdoptionChannel(models.Model):
    """Where a county's material can appear, and what an item there is worth; kept by the organisation department."""

    name = models.CharField(
        "渠道名称", max_length=40, unique=True, error_messages={"unique": "已经有这个渠道了。"}
    )
    points = models.PositiveSmallIntegerField(
        "每篇分值",
        validators=[MaxValueValidator(MOST_POINTS)],
        help_text="以后改分值，已经登记的不变。",
    )
    sort_order = models.PositiveSmallIntegerField("排序", default=10, help_text="小的排在前面。")
    active = models.BooleanField(
        "可以选用", default=True, help_text="取消勾选后登记时不能再选，已经登记的不变。"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "采用渠道"
        verbose_name_plural = "采用渠道"
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return self.name


class Adoption(models.Model):
    """One item of a county's material that a channel took up, with the points that it brings the county.

    Points are the row's own: filled from the channel when they are left empty, and kept whatever the channel is
    worth later. A page that is deleted leaves the row with its title, county and site.
    """

    page = models.ForeignKey(
        Page, verbose_name="本站的内容", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        help_text="被采用的是本站已经发布的内容，就在这里选；不是的不用选。",
    )  # fmt: skip
    title = models.CharField("标题", max_length=255, blank=True, help_text="选了本站的内容可以不填。")
    county = models.ForeignKey(
        "pages.CountyPage", verbose_name="县区", blank=True, on_delete=models.PROTECT, related_name="+",
        help_text="选了县区的内容可以不选。",
    )  # fmt: skip
    site = models.ForeignKey(
        "pages.SitePage", verbose_name="示范点", null=True, editable=False, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    channel = models.ForeignKey(
        AdoptionChannel, verbose_name="采用渠道", on_delete=models.PROTECT, related_name="adoptions"
    )
    adopted_on = models.DateField("采用日期", help_text="刊登或播出的那一天。")
    points = models.PositiveSmallIntegerField(
        "分值",
        blank=True,
        validators=[MaxValueValidator(MOST_POINTS)],
        help_text="不填就按渠道的分值；也可以另外定。换了渠道、没有动分值的，按新渠道重新计分。",
    )
    appeared = models.CharField(
        "刊登位置", max_length=120, blank=True, help_text="例如：第 3 版、新闻联播栏目。"
    )
    link = models.URLField("网址", max_length=500, blank=True, validators=[URLValidator(["http", "https"])])
    remark = models.CharField("备注", max_length=255, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="登记人", null=True, editable=False, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    recorded_at = models.DateTimeField("登记时间", default=timezone.now, editable=False)

    # What counties see of their pages (usage, deletion) is to say nothing of this register.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "采用登记"
        verbose_name_plural = "采用登记"
        ordering = ["-adopted_on", "-pk"]
        indexes = [models.Index(fields=["adopted_on"])]
        constraints = [
            models.UniqueConstraint(fields=["page", "channel", "adopted_on"], name="adoption_once_a_day")
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Fill title, county, site and points from page and channel; refuse what does not fit."""
        super().clean()
        errors = self._page_errors() | self._county_errors() | self._date_errors()
        if not self.title.strip():
            errors["title"] = "请填写标题，或者选择本站的内容。"
        if self.points is None and self.channel_id:
            self.points = self.channel.points
        if errors:
            raise ValidationError(errors)

    def _page_errors(self) -> dict[str, str]:
        if not self.page_id:
            return {}
        self.title = self.title.strip() or self.page.title
        others = Adoption.objects.exclude(pk=self.pk).filter(page=self.page_id, adopted_on=self.adopted_on)
        if self.channel_id and self.adopted_on and others.filter(channel=self.channel_id).exists():
            return {"page": TWICE}
        kept = self.pk and Adoption.objects.filter(pk=self.pk, page=self.page_id).exists()
        if not kept and not published(Page.objects.filter(pk=self.page_id)).exists():
            return {"page": "这个页面没有发布，只能选择公众看得到的内容。"}
        return {}

    def _county_errors(self) -> dict[str, str]:
        county, site = place_of(self.page) if self.page_id else (None, None)
        if county and self.county_id and self.county_id != county.pk:
            return {
                "county": f"选的内容是{county.title}的，这里选的是{self.county.title}。"
                "请改成一致的，或者把县区留空，由系统填写。"
            }
        if county:
            self.county = county
        if not self.county_id:
            return {"county": "请选择县区。"}
        if self.page_id or (self.site and not self.site.path.startswith(self.county.path)):
            self.site = site
        return {}

    def _date_errors(self) -> dict[str, str]:
        if self.adopted_on and self.adopted_on > timezone.localdate():
            return {"adopted_on": "采用日期不能晚于今天。"}
        if self.adopted_on and self.adopted_on < date(FIRST_YEAR, 1, 1):
            return {"adopted_on": f"采用日期不能早于 {FIRST_YEAR} 年。"}
        return {}
