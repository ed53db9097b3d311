"""What is not a photo, or would cost too much, is refused with a message that helps."""

import struct
import time
import tracemalloc
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from media.cleaning import clean_photo, photo_size
from media.exceptions import PhotoRefused

from .samples import drawn, photo

BAD = {
    "not-an-image.jpg": ("not_a_photo", "不是图片文件"),
    "pixel-bomb.png": ("too_many_pixels", "5000 万像素"),
    "script.svg": ("svg", "SVG"),
    "truncated.jpg": ("damaged", "已损坏或不完整"),
}


@pytest.mark.parametrize("name", BAD)
def test_message_names_the_file_and_the_reason_and_says_what_to_do(name):
    code, reason = BAD[name]
    with pytest.raises(PhotoRefused) as refusal:
        clean_photo(photo(name))
    assert isinstance(refusal.value, ValidationError)
    assert refusal.value.code == code
    message = refusal.value.message
    assert f"“{name}”" in message
    assert reason in message
    assert "请" in message
    assert message.endswith("。")


@pytest.mark.parametrize("measure", [clean_photo, photo_size])
def test_pixel_bomb_costs_nothing(measure):
    bomb = photo("pixel-bomb.png")
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(PhotoRefused):
        measure(bomb)
    seconds, (_, peak) = time.perf_counter() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000  # decoded it would be 200 MB even at one bit a pixel
    assert seconds < 1


@pytest.mark.parametrize("side", [7_000, 7_100, 10_100, 14_000])
def test_limit_is_asked_before_decoding(side):
    """50 million pixels in a PNG. Pillow itself warns at 89 and stops at 179 million only."""
    with pytest.raises(PhotoRefused) as refusal:
        clean_photo(ContentFile(_png_header(side), name="big.png"))
    # Below the limit the file is decoded, and this one has no pixels to decode.
    assert refusal.value.code == ("damaged" if side < 7_071 else "too_many_pixels")


@pytest.mark.parametrize(
    ("format", "most", "advice"),
    [("JPEG", 40_000, "缩小图片尺寸后"), ("PNG", 20_000, "另存为 JPG"), ("WEBP", 10_000, "另存为 JPG")],
)
def test_limit_follows_what_the_format_costs_to_decode(settings, format, most, advice):
    settings.MEDIA_PHOTO_MAX_PIXELS = 40_000
    clean_photo(ContentFile(drawn(format, size=(most // 100, 100)), name="a"))
    with pytest.raises(PhotoRefused, match=advice):
        clean_photo(ContentFile(drawn(format, size=(most // 100 + 1, 100)), name="a"))


def test_bytes_are_limited_before_anything_is_read(settings):
    settings.MEDIA_PHOTO_MAX_BYTES = 1024 * 1024 // 2
    with pytest.raises(PhotoRefused, match=r"“phone-gps.jpg”有 1\.0 MB，超过单张") as refusal:
        clean_photo(photo("phone-gps.jpg"))
    assert refusal.value.code == "too_large"


@pytest.mark.parametrize(
    ("content", "code", "reason"),
    [
        (b"", "empty", "空文件"),
        (drawn("GIF", "P", colour=1), "unsupported", "GIF"),
        (drawn("BMP", colour="red"), "unsupported", "BMP"),
        (drawn("TIFF", colour="red"), "unsupported", "TIFF"),
        (b"\0\0\0\x20ftypavif\0\0\0\0avifmif1", "unsupported", "AVIF"),
        (b"\0\0\0\x20ftypisom\0\0\0\0isomiso2", "not_a_photo", "视频"),
        (b"%PDF-1.7 ...", "not_a_photo", "不是图片"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg onload='x()'/>", "svg", "SVG"),
        (drawn("PNG", colour="red")[:60], "damaged", "损坏"),
        (drawn("WEBP", colour="red")[:40], "damaged", "损坏"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 50, "damaged", "损坏"),
    ],
)
def test_name_does_not_help(content, code, reason):
    with pytest.raises(PhotoRefused, match=reason) as refusal:
        clean_photo(ContentFile(content, name="photo.jpg"))
    assert refusal.value.code == code


def test_very_long_names_do_not_fill_the_message():
    with pytest.raises(PhotoRefused) as refusal:
        clean_photo(ContentFile(b"x" * 100, name="很" * 200 + ".jpg"))
    assert len(refusal.value.message) < 150


def _png_header(side: int) -> bytes:
    """Return a PNG that says it is *side* pixels wide and high, and breaks off."""
    data = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    header = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + data + struct.pack(">I", zlib.crc32(data))
    return header + struct.pack(">I", 1000) + b"IDAT" + zlib.compress(b"\0" * 100)
