"""The admin's forms for pictures and documents (``WAGTAILIMAGES_IMAGE_FORM_BASE`` and its twin)."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.db.models import Model
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from . import limits
from .cleaning import CleanPhoto, clean_photo
from .exceptions import StorageUnavailable
from .freezing import reason_held, shown_changes
from .inspection import check_document

PHOTO_HELP = "JPG、PNG、WebP 或 HEIC，单张不超过 {limit:.0f} MB。上传后自动转正，并去除拍摄地点等附带信息。"
DOCUMENT_HELP = "PDF、DOCX、XLSX、PPTX 或 ZIP，单个不超过 {limit:.0f} MB。"
NO_FILE_CHOSEN = "请选择要上传的文件。"


class PhotoFormField(WagtailImageField):
    """A file field whose value is a cleaned photo, so that what cannot be stored is an error of the form."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_upload_size = limits.photo_max_bytes()
        limit = self.max_upload_size / limits.MEGABYTE
        self.help_text = PHOTO_HELP.format(limit=limit)
        self.error_messages |= {
            "required": NO_FILE_CHOSEN,
            "file_too_large_unknown_size": f"文件超过单张 {limit:.0f} MB 的上限，请压缩后再上传。",
            "invalid_image_extension": "不是可以上传的图片格式，请另存为 JPG、PNG、WebP 或 HEIC。",
        }

    def to_python(self, data: File | None) -> CleanPhoto | None:
        return None if data in self.empty_values else clean_photo(data)


class DocumentFormField(WagtailDocumentField):
    """A file field that accepts the site's kinds of document, judged by content."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_upload_size = limits.document_max_bytes()
        limit = self.max_upload_size / limits.MEGABYTE
        self.help_text = DOCUMENT_HELP.format(limit=limit)
        self.error_messages |= {
            "required": NO_FILE_CHOSEN,
            "file_too_large_unknown_size": f"文件超过单个 {limit:.0f} MB 的上限，请压缩或拆分后再上传。",
        }

    def to_python(self, data: File | None) -> File | None:
        if data in self.empty_values:
            return None
        check_document(data)
        return data


class WriteOnceFormMixin:
    """Offers the file to new rows only: what a browser sends for an old row's file is not even read."""

    file_field_class: type[forms.FileField]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stock = self.fields.get("file")
        if stock is None:
            return
        if self.instance.pk:
            del self.fields["file"]
            return
        field = self.file_field_class(label=stock.label, required=stock.required, widget=stock.widget)
        self.fields["file"] = field

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.cleaned_data.get("file") and not self.errors and not _store_answers(self.instance):
            self.add_error("file", StorageUnavailable.MESSAGE)
        changed = [name for name in shown_changes(self.instance) if name in self.fields]
        reason = changed and reason_held(self.instance)
        if reason:
            message = f"这份文件{reason}，这里不能修改。需要修改时请上传一份新的，在页面中重新选择后送审。"
            self.add_error(changed[0], message)


def _store_answers(instance: Model) -> bool:
    """Whether a new file can be stored now; asked while the form can still say so. The local disk is not asked."""
    answers = getattr(instance.file.storage, "answers", None)
    return answers is None or answers()


class ImageForm(WriteOnceFormMixin, BaseImageForm):
    """A picture's form: nothing but the file and a title is needed to upload, the rest before publication."""

    file_field_class = PhotoFormField

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("minors_shown") and "people_shown" in self.fields:
            cleaned["people_shown"] = True
        return cleaned


class DocumentForm(WriteOnceFormMixin, BaseDocumentForm):
    """A document's form."""

    file_field_class = DocumentFormField
