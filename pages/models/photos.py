from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

MAX_CAPTION = 120


class PagePhoto(Orderable):
    """One photo of a page's gallery. Its words are the page's own, and approved with it.

    A page type adds a ``ParentalKey`` named ``page`` with the related name ``photos``.
    """

    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="照片",
        null=True,  # a draft may have a row whose photo is still to come
        on_delete=models.PROTECT,
        related_name="+",
    )
    caption = models.CharField(
        "图片说明", max_length=MAX_CAPTION, blank=True, help_text="显示在照片下面：何时、何地、何事。"
    )
    description = models.CharField(
        "图片描述", max_length=255, blank=True, help_text="读给看不见照片的人听：画面里有什么。"
    )

    photographer = models.CharField(
        "拍摄者", max_length=100, blank=True, help_text="按公开署名填写；不填就用图片库里写的。"
    )

    panels = [
        FieldPanel("image"),
        FieldPanel("caption"),
        FieldPanel("description"),
        FieldPanel("photographer"),
    ]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = "照片"

    @property
    def chosen(self) -> bool:
        """Whether the row has a picture at all."""
        return self.image_id is not None

    def clean(self) -> None:
        """Take caption, description and photographer over from the library's, where the row has none of its own."""
        super().clean()
        if self.image:
            self.caption = self.caption or self.image.caption[:MAX_CAPTION]
            self.description = self.description or self.image.description
            self.photographer = self.photographer or self.image.photographer
