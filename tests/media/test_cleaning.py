"""Photos are stored upright and without a trace of where they were taken, whatever was sent."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageOps

from media.cleaning import CleanPhoto, clean_photo, photo_size

from .metadata import jpeg_segments, metadata_in
from .samples import PHOTOS, drawn, photo

GOOD = {
    "phone-gps.jpg": ("JPEG", "phone-gps.jpg", (4000, 3000)),
    "phone-gps-rotated.jpg": ("JPEG", "phone-gps-rotated.jpg", (4000, 3000)),
    "phone-gps.heic": ("JPEG", "phone-gps.jpg", None),
    "scanner-cmyk.jpg": ("JPEG", "scanner-cmyk.jpg", (1600, 1200)),
    "screenshot.png": ("PNG", "screenshot.png", (1290, 900)),
    "plain.webp": ("WEBP", "plain.webp", (1600, 1200)),
    "too-small.jpg": ("JPEG", "too-small.jpg", (800, 600)),
}


def opened(content: CleanPhoto) -> Image.Image:
    content.seek(0)
    image = Image.open(BytesIO(content.read()))
    image.load()
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the two pictures, both reduced to 40 × 30, in grey levels."""
    pixels = [image.convert("L").resize((40, 30)).tobytes() for image in (one, other)]
    return sum(abs(a - b) for a, b in zip(*pixels, strict=True)) / 1200


@pytest.mark.parametrize("name", GOOD)
def test_good_photo_is_stored_in_its_format_without_metadata(name):
    format, new_name, size = GOOD[name]
    cleaned = clean_photo(photo(name))
    image = opened(cleaned)
    assert (image.format, cleaned.name) == (format, new_name)
    assert max(image.size) <= 4000
    if size:
        assert image.size == size
    cleaned.seek(0)
    assert metadata_in(cleaned.read()) == []
    assert not image.getexif()


def test_samples_do_have_metadata_to_begin_with():
    for name in ["phone-gps.jpg", "phone-gps-rotated.jpg"]:
        content = (PHOTOS / name).read_bytes()
        assert "APP1" in metadata_in(content)
        assert any(
            b"\x88\x25" in payload for marker, payload in jpeg_segments(content) if marker == 0xE1
        )  # GPS IFD
    assert b"Exif" in (PHOTOS / "phone-gps.heic").read_bytes()


def test_rotated_photo_is_turned_upright():
    sent = Image.open(PHOTOS / "phone-gps-rotated.jpg")
    assert sent.size == (3024, 4032)
    stored = opened(clean_photo(photo("phone-gps-rotated.jpg")))
    assert stored.size == (4000, 3000)
    assert difference(stored, ImageOps.exif_transpose(sent)) < 2
    assert difference(stored, sent) > difference(stored, ImageOps.exif_transpose(sent))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_shows_the_same_corner(orientation):
    source = Image.new("RGB", (64, 32), "white")
    source.paste("red", (0, 0, 16, 8))
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = BytesIO()
    source.save(content, "JPEG", quality=95, exif=exif)
    stored = opened(clean_photo(ContentFile(content.getvalue(), name="a.jpg")))
    expected = ImageOps.exif_transpose(Image.open(content))
    assert stored.size == expected.size
    assert difference(stored, expected) < 2


def test_inks_become_screen_colours():
    cyan = clean_photo(ContentFile(drawn(mode="CMYK", colour=(255, 0, 0, 0)), name="scan.jpg"))
    image = opened(cyan)
    red, green, blue = image.getpixel((20, 20))
    assert image.mode == "RGB"
    assert red < 60
    assert green > 120
    assert blue > 180
    stored = opened(clean_photo(photo("scanner-cmyk.jpg")))
    sent = Image.open(PHOTOS / "scanner-cmyk.jpg").convert("RGB")
    assert stored.mode == "RGB"
    assert difference(stored, sent) < 25  # a profile moves colours, an inversion would turn them over
    assert 20 < stored.convert("L").resize((1, 1)).getpixel((0, 0)) < 245


def test_profile_of_the_colours_is_kept():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    stored = opened(clean_photo(ContentFile(drawn(colour="red", icc_profile=profile), name="a.jpg")))
    assert stored.info["icc_profile"] == profile


@pytest.mark.parametrize("profile", [b"not a profile", b"\0" * 200])
def test_broken_profile_is_dropped_and_no_reason_to_refuse(profile):
    stored = opened(clean_photo(ContentFile(drawn(colour="red", icc_profile=profile), name="a.jpg")))
    assert "icc_profile" not in stored.info


@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [
        ("1", 1, 255),
        ("L", 90, 90),
        ("LA", (90, 255), 90),
        ("P", 3, None),
        ("RGBA", (90, 90, 90, 255), 90),
        ("I;16", 90 * 256, 90),
    ],
)
def test_every_mode_of_png_is_stored_with_its_brightness(mode, colour, expected):
    image = opened(clean_photo(ContentFile(drawn("PNG", mode, colour=colour), name="a.png")))
    assert image.format == "PNG"
    if expected is not None:
        assert abs(image.convert("L").getpixel((5, 5)) - expected) <= 1


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_transparency_stays(format):
    content = drawn(format, "RGBA", colour=(10, 200, 10, 0))
    assert opened(clean_photo(ContentFile(content, name="a"))).convert("RGBA").getpixel((3, 3))[3] == 0


def test_palette_with_transparency_stays_transparent():
    source = Image.new("P", (20, 20), 1)
    source.putpalette([255, 0, 0, 0, 255, 0] + [0] * 762)
    content = BytesIO()
    source.save(content, "PNG", transparency=1)
    image = opened(clean_photo(ContentFile(content.getvalue(), name="a.png")))
    assert image.convert("RGBA").getpixel((3, 3))[3] == 0


def test_comments_and_texts_in_the_file_are_removed():
    from PIL.PngImagePlugin import PngInfo

    texts = PngInfo()
    texts.add_text("Location", "GPS 24.3N 109.4E")
    for content in [
        drawn("PNG", colour="red", pnginfo=texts, exif=_exif_with_gps()),
        drawn("WEBP", colour="red", exif=_exif_with_gps(), xmp=b"<x:xmpmeta>GPS</x:xmpmeta>"),
        drawn("JPEG", colour="red", exif=_exif_with_gps(), comment=b"GPS", xmp=b"<x:xmpmeta>GPS</x:xmpmeta>"),
    ]:
        assert metadata_in(content)
        cleaned = clean_photo(ContentFile(content, name="a"))
        assert metadata_in(cleaned.read()) == []


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("also", [b"PK\x03\x04evil.html", b"<script>alert(1)</script>", b"%PDF-1.4 evil"])
def test_what_is_a_picture_and_something_else_is_stored_as_a_picture_only(format, also):
    content = drawn(format, colour="red") + also
    cleaned = clean_photo(ContentFile(content, name="a.html")).read()
    assert also not in cleaned
    assert metadata_in(cleaned) == []


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_animation_is_stored_as_its_first_frame(format):
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue")]
    content = BytesIO()
    frames[0].save(content, format, save_all=True, append_images=frames[1:], duration=100, lossless=True)
    image = opened(clean_photo(ContentFile(content.getvalue(), name="a")))
    assert getattr(image, "n_frames", 1) == 1
    assert image.convert("RGB").getpixel((5, 5))[0] > 200


def test_several_pictures_in_one_jpeg_as_phones_write_them():
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue")]
    content = BytesIO()
    frames[0].save(content, "MPO", save_all=True, append_images=frames[1:])
    assert Image.open(content).format == "MPO"
    image = opened(clean_photo(ContentFile(content.getvalue(), name="IMG_1.JPG")))
    assert image.format == "JPEG"
    assert image.getpixel((5, 5))[0] > 200


def test_forty_eight_megapixels_of_a_phone_pass():
    cleaned = clean_photo(ContentFile(drawn(size=(8064, 6048), colour="green"), name="IMG_0001.JPG"))
    assert opened(cleaned).size == (4000, 3000)
    assert cleaned.name == "IMG_0001.jpg"


def test_long_side_follows_the_setting(settings):
    settings.MEDIA_PHOTO_MAX_SIDE = 500
    assert opened(clean_photo(photo("too-small.jpg"))).size == (500, 375)
    assert opened(clean_photo(photo("screenshot.png"))).size == (500, 349)


def test_name_follows_the_content():
    assert clean_photo(ContentFile(drawn("PNG", colour="red"), name="合影.jpg")).name == "合影.png"
    assert clean_photo(ContentFile(drawn("WEBP", colour="red"), name="C:\\照片\\合影")).name == "合影.webp"


def test_clean_photo_is_not_cleaned_again():
    cleaned = clean_photo(photo("too-small.jpg"))
    assert clean_photo(cleaned) is cleaned


def test_size_is_known_from_the_header():
    assert photo_size(photo("phone-gps.jpg")) == (4032, 3024)


def _exif_with_gps() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "HUAWEI"
    exif.get_ifd(0x8825)[1] = "N"
    return exif
