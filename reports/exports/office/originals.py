"""Photos as they are stored, for documents that somebody works on: Word gets the bytes that the site keeps."""

from pathlib import Path
from shutil import copyfileobj

from PIL import Image

from media.models import CustomImage

from .photos import Prepared

QUALITY = 95
KEPT = {"JPEG": ("image/jpeg", "jpg"), "PNG": ("image/png", "png")}


def original(image: CustomImage, at: Path) -> Prepared:
    """Copy the stored file of *image* to *at* with its extension; WebP, which Word cannot show, as JPEG or PNG.

    Raises ``OSError`` if the stored file is missing or damaged.
    """
    with image.open_file() as stored:
        with Image.open(stored) as picture:
            width, height = picture.size
            if picture.format not in KEPT:
                return _converted(picture, at)
            media_type, extension = KEPT[picture.format]
        path = at.with_suffix(f".{extension}")
        stored.seek(0)
        with path.open("wb") as copy:
            copyfileobj(stored, copy)
    return Prepared(path, media_type, width, height)


def _converted(picture: Image.Image, at: Path) -> Prepared:
    format = "PNG" if "A" in picture.mode else "JPEG"
    media_type, extension = KEPT[format]
    path = at.with_suffix(f".{extension}")
    options = {"quality": QUALITY} if format == "JPEG" else {}
    picture.save(path, format, icc_profile=picture.info.get("icc_profile"), **options)
    return Prepared(path, media_type, *picture.size)
