from django.core.exceptions import ValidationError
from django.db import models


class Vocabulary(models.TextChoices):
    """Lists of choices that the organisation department extends."""

    LECTURE_TOPIC = "lecture_topic", "宣讲主题"
    LECTURE_FORM = "lecture_form", "宣讲形式"
    LANGUAGE = "language", "宣讲语言"
    PLACE = "place", "活动场所"
    SERVICE_KIND = "service_kind", "志愿服务类别"


class Term(models.Model):
    """One choice of a list. Its name is part of what pages say, so it is never changed: hide it and add another."""

    vocabulary = models.CharField("用在哪里", max_length=16, choices=Vocabulary)
    name = models.CharField("名称", max_length=40)
    active = models.BooleanField(
        "可以选用", default=True, help_text="不再使用的取消勾选；已经发布的页面不受影响。"
    )
    sort_order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta:
        verbose_name = "选项"
        verbose_name_plural = "选项"
        ordering = ["vocabulary", "sort_order", "pk"]
        constraints = [models.UniqueConstraint(fields=["vocabulary", "name"], name="one_term_of_a_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        self.clean()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse another name or list for a term that exists: published pages show it."""
        super().clean()
        before = (
            Term.objects.filter(pk=self.pk).values_list("vocabulary", "name").first() if self.pk else None
        )
        if before and before != (self.vocabulary, self.name):
            raise ValidationError({"name": "选项已经可能被页面使用，名称不能改。请停用它，另外新建一个。"})
