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


class StorageUnavailable(OSError):
    """The store of files cannot be reached or does not do what it is asked. The message is for users.

    An ``OSError``, as a failing disk's is, so that whoever is prepared for one is prepared for the other.
    """

    MESSAGE = "文件存储服务暂时连不上，这个文件没有存下。请过几分钟再试；页面上已经保存的内容不受影响。"

    def __init__(self, message: str = MESSAGE) -> None:
        super().__init__(message)


def shorten(name: str, length: int = 60) -> str:
    """Return *name* short enough for a message, its beginning and its end kept."""
    return name if len(name) <= length else f"{name[: length - 16]}…{name[-15:]}"
