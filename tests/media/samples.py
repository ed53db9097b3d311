"""Sample files of the media tests: the repository's photos and small files made on the spot."""

import zipfile
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
PHOTOS = SAMPLES / "photos"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def photo(name: str) -> ContentFile:
    """Return a sample photo as a file."""
    return ContentFile((PHOTOS / name).read_bytes(), name=name)


def upload(name: str, content: bytes | None = None) -> SimpleUploadedFile:
    """Return a file as a browser sends it; a sample photo unless *content* is given."""
    return SimpleUploadedFile(name, (PHOTOS / name).read_bytes() if content is None else content)


def drawn(
    format: str = "JPEG",
    mode: str = "RGB",
    size: tuple[int, int] = (60, 40),
    colour: object = 120,
    **options: object,
) -> bytes:
    """Return a picture of one colour as bytes."""
    content = BytesIO()
    Image.new(mode, size, colour).save(content, format, **options)
    return content.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    """Return a ZIP file of *members*."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def office(main_part: str, **more: bytes) -> bytes:
    """Return the skeleton of an Office file whose main part is *main_part*."""
    return archive({"[Content_Types].xml": b"<Types/>", main_part: b"<x/>", **more})
