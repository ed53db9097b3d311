"""File names as they are stored: ASCII, short, nothing that a shell, a URL or a disk could trip over."""

import re
from pathlib import PurePosixPath

from wagtail.coreutils import string_to_ascii

STEM_LENGTH = 48


def base_name(name: str | None) -> str:
    """Return the last part of *name*, whichever slash the sender's system uses."""
    return PurePosixPath((name or "").replace("\\", "/")).name


def split_extension(name: str | None) -> tuple[str, str]:
    """Return stem and extension of *name*, the extension in lower case and without its dot."""
    path = PurePosixPath(base_name(name))
    return path.stem, path.suffix.lower().lstrip(".")


def stored_name(name: str | None, fallback: str) -> str:
    """Return an ASCII name for the disk; Chinese is transliterated, *fallback* stands for an empty stem."""
    stem, extension = split_extension(name)
    stem = re.sub(r"[^A-Za-z0-9]+", "-", string_to_ascii(stem)).strip("-")[:STEM_LENGTH].strip("-")
    extension = re.sub(r"[^a-z0-9]", "", extension)[:8]
    return f"{stem or fallback}.{extension}" if extension else stem or fallback
