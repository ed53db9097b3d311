"""Photos as they are stored: upright, of a sane size, in a format that every browser shows, without metadata.

What somebody photographed with her phone carries where and when it was taken; none of that may be published
by accident. So nothing of the sent file is kept but its pixels and its colour profile.
"""

from io import BytesIO
from typing import BinaryIO

from django.core.files.base import ContentFile, File
from PIL import Image

from . import colours, limits
from .exceptions import PhotoRefused
from .names import base_name, split_extension
from .sniffing import photo_format

# Pillow's format -> the format in which the photo is stored. Many phones write JPEG as MPO.
STORED_AS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "HEIF": "JPEG"}
JPEG_QUALITY = 90
SAVE_OPTIONS = {
    "JPEG": {"quality": JPEG_QUALITY, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": JPEG_QUALITY, "method": 4},
}
EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
ORIENTATION_TAG = 0x0112
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class CleanPhoto(ContentFile):
    """The bytes of a cleaned photo under the name that fits them; ``clean_photo()`` leaves it as it is."""


def clean_photo(file: File | BinaryIO, name: str | None = None) -> CleanPhoto:
    """Return *file* as the site stores it: JPEG (also from HEIC), PNG or WebP, by content and not by name.

    Upright, long side at most ``limits.photo_max_side()`` pixels, sRGB or a kept RGB profile, first frame
    only, no metadata. Raises ``PhotoRefused`` (a ``ValidationError``), its message meant for the sender.
    """
    if isinstance(file, CleanPhoto):
        return file
    name = base_name(name or getattr(file, "name", None)) or "photo"
    image = _open(file, name)
    target = STORED_AS[image.format]
    try:
        orientation = _orientation(image)
        _decode(image)
        image = colours.normalised(image, target, palette=not _too_large(image))
        image = _upright(_reduced(image), orientation)
        content = BytesIO()
        image.save(content, target, **SAVE_OPTIONS[target], **colours.profile_to_keep(image))
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # decoders of broken files raise whatever they like
        raise _damaged(name) from error
    stem = split_extension(name)[0] or "photo"
    return CleanPhoto(content.getvalue(), name=f"{stem}.{EXTENSIONS[target]}")


def photo_size(file: File | BinaryIO, name: str | None = None) -> tuple[int, int]:
    """Return width and height from the header alone; raises ``PhotoRefused`` as ``clean_photo()`` would."""
    return _open(file, base_name(name or getattr(file, "name", None)) or "photo").size


def _open(file: File | BinaryIO, name: str) -> Image.Image:
    """Read the header only: no pixel is decoded before size and pixel count are known to be bearable."""
    size = _byte_count(file)
    if size == 0:
        raise PhotoRefused(name, "是空文件，里面没有内容", "请检查原文件后重新上传", "empty")
    if size > limits.photo_max_bytes():
        limit = limits.photo_max_bytes() / limits.MEGABYTE
        reason = f"有 {size / limits.MEGABYTE:.1f} MB，超过单张 {limit:.0f} MB 的上限"
        raise PhotoRefused(name, reason, "请在手机或电脑上压缩后再上传", "too_large")
    file.seek(0)
    format = photo_format(file.read(512), name)
    file.seek(0)
    try:
        image = Image.open(file, formats=[format])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(name, format) from error
    except Exception as error:
        raise _damaged(name) from error
    if image.width * image.height > limits.photo_max_pixels(image.format):
        raise _too_many_pixels(name, image.format)
    return image


def _decode(image: Image.Image) -> None:
    side = limits.photo_max_side()
    if image.format in ("JPEG", "MPO") and _too_large(image):
        # A JPEG can be decoded at a half or a quarter of its size: a 48-megapixel photo costs a quarter then.
        scale = side / max(image.size)
        image.draft(None, (round(image.width * scale), round(image.height * scale)))
    image.load()


def _reduced(image: Image.Image) -> Image.Image:
    if _too_large(image):
        side = limits.photo_max_side()
        image.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return image


def _too_large(image: Image.Image) -> bool:
    return max(image.size) > limits.photo_max_side()


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(UPRIGHT[orientation]) if orientation in UPRIGHT else image


def _orientation(image: Image.Image) -> int:
    try:
        return image.getexif().get(ORIENTATION_TAG, 1)
    except Exception:  # unreadable EXIF says nothing about the pixels, which are good
        return 1


def _byte_count(file: File | BinaryIO) -> int:
    if (size := getattr(file, "size", None)) is not None:
        return size
    return file.seek(0, 2)


def _too_many_pixels(name: str, format: str) -> PhotoRefused:
    most = limits.photo_max_pixels(format)
    reason = f"的像素太多，超过 {_in_chinese(most)}像素的上限"
    advice = "请缩小图片尺寸后再上传"
    if most < limits.photo_max_pixels():
        advice = "请缩小图片尺寸，或另存为 JPG 后再上传"
    return PhotoRefused(name, reason, advice, "too_many_pixels")


def _in_chinese(number: int) -> str:
    return f"{number / 100_000_000:g} 亿" if number >= 100_000_000 else f"{number / 10_000:.0f} 万"


def _damaged(name: str) -> PhotoRefused:
    return PhotoRefused(name, "已损坏或不完整，无法读取", "请确认原图能正常打开后重新上传", "damaged")
