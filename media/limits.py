"""How large uploads may be. Each limit can be changed by the setting named beside it."""

from django.conf import settings

MEGABYTE = 1024 * 1024


def photo_max_bytes() -> int:
    """Largest photo file that is accepted, in bytes (``MEDIA_PHOTO_MAX_BYTES``)."""
    return getattr(settings, "MEDIA_PHOTO_MAX_BYTES", 25 * MEGABYTE)


# What a JPEG's decoder can reduce while it reads, others hold whole, WebP's even three times over. These shares of
# the limit cost about the same memory, 400 MB at most (``tests/media/test_memory.py``).
SHARE_OF_PIXELS = {"JPEG": 1, "MPO": 1, "PNG": 2, "HEIF": 2, "WEBP": 4}


def photo_max_pixels(format: str = "JPEG") -> int:
    """Largest photo of Pillow's *format* that is decoded, in pixels.

    The setting ``MEDIA_PHOTO_MAX_PIXELS`` is what a JPEG may have, 100 million; phones make up to 50. PNG and HEIC
    may have half of it, WebP a quarter.
    """
    return getattr(settings, "MEDIA_PHOTO_MAX_PIXELS", 100_000_000) // SHARE_OF_PIXELS[format]


def photo_max_side() -> int:
    """Long side to which stored photos are reduced, in pixels (``MEDIA_PHOTO_MAX_SIDE``)."""
    return getattr(settings, "MEDIA_PHOTO_MAX_SIDE", 4000)


def document_max_bytes() -> int:
    """Largest document that is accepted, in bytes (``MEDIA_DOCUMENT_MAX_BYTES``)."""
    return getattr(settings, "MEDIA_DOCUMENT_MAX_BYTES", 25 * MEGABYTE)


def archive_max_unpacked_bytes() -> int:
    """What a ZIP or Office file may unpack to, in bytes (``MEDIA_ARCHIVE_MAX_UNPACKED_BYTES``)."""
    return getattr(settings, "MEDIA_ARCHIVE_MAX_UNPACKED_BYTES", 300 * MEGABYTE)


def archive_max_members() -> int:
    """How many files a ZIP or Office file may hold (``MEDIA_ARCHIVE_MAX_MEMBERS``)."""
    return getattr(settings, "MEDIA_ARCHIVE_MAX_MEMBERS", 5000)
