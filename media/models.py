"""Pictures and documents. Both belong to a county's collection; the file of a stored row never changes."""

import secrets

from django.db import models
from django.urls import reverse
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    ImageQuerySet,
    get_upload_to,
)
from wagtail.search import index

from .fields import DocumentFileField, PhotoField
from .making import make_renditions, unreadable_without_store
from .names import split_extension, stored_name
from .write_once import WriteOnceFile, WriteOnceQuerySetMixin

ORIGINAL = "original"


def document_path(instance: "CustomDocument", filename: str) -> str:
    """Return where a document's file is stored."""
    return f"documents/{stored_name(filename, fallback='document')}"


class CustomImageQuerySet(WriteOnceQuerySetMixin, ImageQuerySet):
    pass


class CustomDocumentQuerySet(WriteOnceQuerySetMixin, DocumentQuerySet):
    pass


class CustomImage(WriteOnceFile, AbstractImage):
    """A photo, cleaned before it was stored, with what its publication needs."""

    title = models.CharField("标题", max_length=255, help_text="便于在图片库中查找，不对外显示。")
    file = PhotoField(
        verbose_name="图片文件", upload_to=get_upload_to, width_field="width", height_field="height"
    )
    description = models.CharField(
        "图片描述",
        max_length=255,
        blank=True,
        default="",
        help_text="用一句话说清画面内容，供读屏软件朗读，例如“执委们围坐在院子里商量路灯安装”。没有描述的图片不能提交发布。",
    )
    caption = models.CharField("图片说明", max_length=255, blank=True, help_text="显示在图片下方。")
    photographer = models.CharField("拍摄者", max_length=100, blank=True, help_text="按公开署名填写。")
    people_shown = models.BooleanField("画面中有可辨认的人", default=False)
    minors_shown = models.BooleanField(
        "画面中有未成年人", default=False, help_text="不满十四周岁的，须取得其父母或其他监护人的同意。"
    )
    consent_held = models.BooleanField(
        "已取得肖像使用同意", default=False, help_text="同意书或授权记录由报送单位留存。"
    )

    objects = CustomImageQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "description",
        "caption",
        "photographer",
        "people_shown",
        "minors_shown",
        "consent_held",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.AutocompleteField("caption"),
        index.FilterField("people_shown"),
        index.FilterField("minors_shown"),
        index.FilterField("consent_held"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = "图片"
        verbose_name_plural = "图片"
        indexes = [models.Index(fields=["collection", "-created_at"], name="media_image_by_collection")]

    @property
    def default_alt_text(self) -> str:
        """The description and nothing else: a title is often a file name, which tells nobody anything."""
        return self.description

    def measure_file(self) -> None:
        self._set_image_file_metadata()

    def get_upload_to(self, filename: str) -> str:
        return f"originals/{stored_name(filename, fallback='photo')}"

    def create_rendition(self, filter: Filter) -> "CustomRendition":
        """Make a rendition; ``original`` gives an unsaved one whose address asks for permission.

        Wagtail's edit form asks for ``original``: a stored one would be a public copy of the private file.
        """
        if filter.spec == ORIGINAL:
            return CustomRendition(image=self, filter_spec=ORIGINAL, width=self.width, height=self.height)
        with unreadable_without_store():
            return super().create_rendition(filter)

    def create_renditions(self, *filters: Filter) -> "dict[Filter, CustomRendition]":
        """Make what is missing of *filters*: decoded once, and by one process at a time."""
        if len(filters) == 1:
            return {filters[0]: self.create_rendition(filters[0])}
        with unreadable_without_store():
            return make_renditions(self, filters)


class CustomRendition(AbstractRendition):
    """A resized copy for the public, at a random address: nobody finds a draft's picture by guessing."""

    image = models.ForeignKey(CustomImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        verbose_name = "图片缩略版本"
        verbose_name_plural = "图片缩略版本"
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="media_rendition_unique"
            )
        ]

    @property
    def url(self) -> str:
        if self.filter_spec == ORIGINAL:
            return reverse("media_original", args=[self.image_id])
        return super().url

    def get_upload_to(self, filename: str) -> str:
        token = secrets.token_hex(16)
        return f"images/{token[:2]}/{token}.{split_extension(filename)[1]}"


class CustomDocument(WriteOnceFile, AbstractDocument):
    """A PDF, Office or ZIP file, private unless a live page uses it."""

    title = models.CharField("标题", max_length=255, help_text="显示给读者，也是下载时的文件名。")
    file = DocumentFileField(verbose_name="文件", upload_to=document_path)
    description = models.TextField("内容说明", blank=True, help_text="说明文件内容、文号或用途。")

    objects = CustomDocumentQuerySet.as_manager()

    admin_form_fields = ("title", "file", "description", "collection")
    search_fields = [
        *AbstractDocument.search_fields,
        index.SearchField("description"),
        index.AutocompleteField("description"),
    ]

    class Meta(AbstractDocument.Meta):
        verbose_name = "文件"
        verbose_name_plural = "文件"
        indexes = [
            models.Index(fields=["collection", "-created_at"], name="media_document_by_collection"),
            models.Index(fields=["file_hash"], name="media_document_by_hash"),
        ]

    def clean(self) -> None:
        # A refused upload leaves no file; Wagtail would then complain about its extension as well.
        if self.file:
            super().clean()

    def measure_file(self) -> None:
        self._set_document_file_metadata()
