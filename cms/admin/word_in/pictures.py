"""Pictures of a Word file: each goes through the form of all uploads; the good ones are kept, the others named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, UnidentifiedImageError
from wagtail.models import Page

from media.exceptions import StorageUnavailable
from media.models import CustomImage
from pages.word import Picture

from ...county import County
from ..uploads import photo_form, same_pictures

# All pictures of a file together: some ten seconds of work.
MOST_PIXELS = 250_000_000
MOST_DESCRIPTION = 255
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/heic": "heic"}
TOO_LARGE = "文件里的图片合起来太大，这一张没有读入，请另外上传。"


@dataclass
class Taken:
    """What became of the pictures: rows for the page, pictures stored now, and what their sender should know."""

    rows: list[Any] = field(default_factory=list)
    stored: list[CustomImage] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def undo(self) -> None:
        """Delete what was stored, file and row."""
        for image in self.stored:
            image.delete()


def take(
    taken: Taken,
    pictures: Iterable[Picture],
    page: Page,
    user: AbstractBaseUser,
    county: County | None,
    data: Mapping[str, str],
    file_name: str,
) -> None:
    """Store *pictures* in the library of *county* and put rows of the photos of *page* into *taken*.

    A picture that the library has already is used again, one that the page shows already is not added twice.
    """
    there = [photo.image_id for photo in page.photos.all()]
    shown = set(CustomImage.objects.filter(pk__in=there).values_list("file_hash", flat=True))
    row_model = type(page).photos.rel.related_model
    pixels = 0
    for number, picture in enumerate(pictures, start=1):
        name = f"图 {number}" + (f"（{_short(picture.caption)}）" if picture.caption else "")
        pixels += _pixels(picture.content)
        if pixels > MOST_PIXELS:
            taken.notes.append(f"{name}：{TOO_LARGE}")
            continue
        caption, description = picture.caption, picture.alt[:MOST_DESCRIPTION]
        form = photo_form(_file(picture, file_name, number), user, county, data, caption, description)
        if not form.is_valid():
            reasons = dict.fromkeys(error for errors in form.errors.values() for error in errors)
            taken.notes.append(f"{name}没有读入：{' '.join(reasons)}")
            continue
        image = _known(form, user, county)
        if image and image.file_hash in shown:
            taken.notes.append(f"{name}：页面上已经有这张照片，没有重复添加。")
            continue
        if image is None:
            try:
                image = form.save()
            except StorageUnavailable as error:
                taken.notes.append(f"{name}没有读入：{error}")
                continue
            taken.stored.append(image)
        if description != picture.alt:
            taken.notes.append(f"{name}：图片描述超过 {MOST_DESCRIPTION} 字，已截短，请核对。")
        taken.rows.append(row_model(image=image, caption=caption, description=description))


def _known(form: Any, user: AbstractBaseUser, county: County | None) -> CustomImage | None:
    known = same_pictures(form.cleaned_data["file"], user)
    if county:
        known = known.filter(collection=county.collection_id)
    return known.first()


def _file(picture: Picture, file_name: str, number: int) -> SimpleUploadedFile:
    stem = PurePath(file_name).stem[:60] or "Word"
    extension = EXTENSIONS[picture.media_type]
    return SimpleUploadedFile(f"{stem}-图{number}.{extension}", picture.content, picture.media_type)


def _pixels(content: bytes) -> int:
    try:
        with Image.open(BytesIO(content)) as image:
            return image.width * image.height
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 0  # the form says what is wrong


def _short(words: str) -> str:
    return words if len(words) <= 20 else f"{words[:20]}…"
