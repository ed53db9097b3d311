"""How large uploads may be. Each limit can be changed by the setting named beside it."""

from django.conf import settings

MEGABYTE = 1024 * 1024


def photo_max_bytes() -> int:
    """Largest photo file that is accepted, in bytes (``MEDIA_PHOTO_MAX_BYTES``)."""
    return getattr(settings, "MEDIA_PHOTO_MAX_BYTES", 25 * MEGABYTE)


def photo_max_pixels() -> int:
    """Largest photo that is decoded, in pixels (``MEDIA_PHOTO_MAX_PIXELS``); phones make up to 50 million."""
    return getattr(settings, "MEDIA_PHOTO_MAX_PIXELS", 100_000_000)


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
