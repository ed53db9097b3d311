"""What was read from a Word file into a page, and what was not: kept to be looked up while the draft is worked on."""

from django.conf import settings
from django.db import models
from wagtail.models import Page


class WordImport(models.Model):
    """One reading of one file into one page; the newest is shown."""

    class Way(models.TextChoices):
        NEW = "new", "新建草稿"
        FILLED = "filled", "写入正文"
        APPENDED = "appended", "接在正文后面"

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="word_imports", verbose_name="页面")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="上传人",
    )
    created_at = models.DateTimeField("时间", auto_now_add=True)
    file_name = models.CharField("文件名", max_length=255)
    way = models.CharField("方式", max_length=10, choices=Way.choices)
    title = models.CharField("文件里的标题", max_length=255)
    notes = models.JSONField("没有读入或需要核对的", default=list)
    characters = models.PositiveIntegerField("文件的字数", default=0)
    photos = models.PositiveSmallIntegerField("读入的照片", default=0)

    class Meta:
        verbose_name = "Word 读入记录"
        verbose_name_plural = "Word 读入记录"
        indexes = [models.Index(fields=["page", "-created_at"], name="cms_word_import_newest")]

    def __str__(self) -> str:
        return f"{self.file_name}（{self.get_way_display()}）"
