from django.core.exceptions import ValidationError


class UploadRefused(ValidationError):
    """A file that may not be stored. The message names the file, the reason and what to do."""

    def __init__(self, name: str, reason: str, advice: str, code: str) -> None:
        super().__init__(f"“{shorten(name)}”{reason}。{advice}。", code=code)


class PhotoRefused(UploadRefused):
    """A picture file that may not be stored."""


class DocumentRefused(UploadRefused):
    """A document file that may not be stored."""


class FileReplacementRefused(Exception):
    """Raised when a stored file is to be replaced, renamed or emptied in place.

    What was approved for publication includes the bytes of its pictures and documents.
    """

    def __init__(self, title: str) -> None:
        super().__init__(f"“{shorten(title)}”的文件已经入库，不能直接替换。请重新上传，并在页面中重新选择。")


def shorten(name: str, length: int = 60) -> str:
    """Return *name* short enough for a message, its beginning and its end kept."""
    return name if len(name) <= length else f"{name[: length - 16]}…{name[-15:]}"
