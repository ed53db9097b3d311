"""Pictures and documents for tests, through the models that clean uploads."""

import io
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.images import get_image_model

_numbers = count(1)


def picture_bytes(size: tuple[int, int] = (1280, 960), colour: tuple[int, int, int] | None = None) -> bytes:
    """A JPEG of one colour; each call another one, so that no two files are the same."""
    number = next(_numbers)
    buffer = io.BytesIO()
    PillowImage.new("RGB", size, colour or (number % 256, number * 7 % 256, 120)).save(buffer, "JPEG")
    return buffer.getvalue()


def make_picture(collection=None, title: str = "照片", **fields):
    """A stored picture in *collection*."""
    fields.setdefault("description", f"画面：{title}")
    if collection is not None:
        fields["collection"] = collection
    return get_image_model().objects.create(
        title=title, file=ContentFile(picture_bytes(), "photo.jpg"), **fields
    )
