from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class Post(models.TextChoices):
    CHAIR = "chair", "主席"
    VICE_CHAIR = "vice_chair", "副主席"
    EXECUTIVE = "executive", "执委"
    GROUP_LEADER = "group_leader", "妇女小组组长"


class SiteMember(Orderable):
    """A member of a site's women's federation, as the public may know her."""

    page = ParentalKey("pages.SitePage", on_delete=models.CASCADE, related_name="members")
    post = models.CharField("职务", max_length=12, choices=Post, blank=True)
    public_name = models.CharField(
        "公开姓名", max_length=20, blank=True, help_text="对外公布的称呼；不写身份证号、手机号。"
    )
    duty = models.CharField("分工", max_length=40, blank=True, help_text="例如：家庭教育和儿童关爱")
    photo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="照片",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decorative_images = ("photo",)  # her name and post stand beside it
    photo_consent = models.BooleanField("本人同意公开照片", default=False)

    panels = [
        FieldRowPanel([FieldPanel("post"), FieldPanel("public_name")]),
        FieldPanel("duty"),
        FieldRowPanel([FieldPanel("photo"), FieldPanel("photo_consent")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "成员"

    def __str__(self) -> str:
        return f"{self.get_post_display()} {self.public_name}"

    @property
    def shown_photo(self):
        """The photo, only where consent is held."""
        return self.photo if self.photo_consent else None
