"""Photos that come with the quick form: each goes through the form of all uploads, the good ones are kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from wagtail.images import get_image_model

from media.exceptions import StorageUnavailable
from pages.models.events.base import MOST_PHOTOS
from pages.models.photos import MAX_CAPTION

from ...county import County
from ..uploads import photo_form


@dataclass
class Taken:
    """What became of the files: stored pictures, and why others were refused, in words for their sender."""

    images: list[Any] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Words:
    """Captions and descriptions as they were typed: one for all, and lines for single photos."""

    caption: str
    lines: list[str]
    description: str

    @classmethod
    def typed(cls, data: QueryDict) -> "Words":
        """Take the words out of the posted *data*."""
        lines = [line.strip() for line in data.get("captions", "").splitlines()]
        return cls(data.get("caption", "").strip(), lines, data.get("description", "").strip())

    def of(self, number: int) -> tuple[str, str]:
        """Return caption and description of the photo *number*, counted from 0."""
        own = self.lines[number] if number < len(self.lines) else ""
        caption = (own or self.caption)[:MAX_CAPTION]
        return caption, self.description or caption


def kept_before(user: AbstractBaseUser, county: County, ids: Iterable[str]) -> list[Any]:
    """Return the pictures that *user* sent with this form before it was refused; other ids are ignored."""
    wanted = [int(one) for one in ids if one.isdecimal()]
    mine = get_image_model().objects.filter(
        pk__in=wanted, uploaded_by_user=user, collection=county.collection_id
    )
    return sorted(mine, key=lambda image: wanted.index(image.pk))[:MOST_PHOTOS]


def take(
    files: Iterable[UploadedFile], user: AbstractBaseUser, county: County, data: QueryDict, before: int = 0
) -> Taken:
    """Store *files* in the county's collection. *before* photos are there already; nine are the most."""
    taken, words = Taken(), Words.typed(data)
    for file in files:
        number = before + len(taken.images)
        if number >= MOST_PHOTOS:
            taken.refused.append(f"{file.name}：最多 {MOST_PHOTOS} 张照片，这一张没有收下。")
            continue
        form = photo_form(file, user, county, data, *words.of(number))
        if form.is_valid():
            try:
                taken.images.append(form.save())
            except StorageUnavailable as error:
                taken.refused.append(f"{file.name}：{error}")
        else:
            reasons = " ".join(dict.fromkeys(error for errors in form.errors.values() for error in errors))
            taken.refused.append(f"{file.name}：{reasons}")
    return taken


def rows(model: type, images: list[Any], data: QueryDict) -> list[Any]:
    """Return the page's photo rows of *model* for *images*, with caption and description."""
    words = Words.typed(data)
    made = []
    for number, image in enumerate(images):
        caption, description = words.of(number)
        made.append(model(image=image, caption=caption, description=description, sort_order=number))
    return made
