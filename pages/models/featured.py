from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q


class FeaturedStory(models.Model):
    """A story that the organisation department puts on the home page, in an order and from one day to another."""

    story = models.ForeignKey(
        "pages.StoryPage", verbose_name="经验故事", on_delete=models.CASCADE, related_name="featured"
    )
    sort_order = models.PositiveSmallIntegerField("排序", default=10, help_text="小的排在前面。")
    starts_on = models.DateField("从哪天起")
    ends_on = models.DateField("到哪天止", null=True, blank=True, help_text="当天仍然显示；不填就一直显示。")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "首页推荐故事"
        verbose_name_plural = "首页推荐故事"
        ordering = ["sort_order", "-starts_on", "pk"]

    def __str__(self) -> str:
        return self.story.title

    def clean(self) -> None:
        """Refuse a period that ends before it begins, and the same story twice at a time."""
        super().clean()
        if not self.starts_on:
            return
        if self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": "结束日期不能早于开始日期。"})
        others = FeaturedStory.objects.filter(story=self.story_id).exclude(pk=self.pk)
        others = others.filter(Q(ends_on=None) | Q(ends_on__gte=self.starts_on))
        if self.ends_on:
            others = others.filter(starts_on__lte=self.ends_on)
        if self.story_id and others.exists():
            raise ValidationError({"story": "这个故事在这段时间里已经推荐了。"})
