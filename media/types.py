"""MIME types of what is stored. A list of its own: ``mimetypes`` answers what the machine happens to have."""

from .names import split_extension

_OFFICE = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "zip": "application/zip",
}


def content_type_of(name: str) -> str:
    """Return the MIME type that the extension of *name* stands for."""
    return CONTENT_TYPES.get(split_extension(name)[1], "application/octet-stream")
