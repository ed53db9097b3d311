from media.exceptions import UploadRefused


class WordRefused(UploadRefused):
    """A file that cannot be read as a Word text. The message names the file, the reason and what to do."""


def damaged(name: str) -> WordRefused:
    """Return the refusal of a file that is, or seems to be, broken."""
    advice = "请用 Word 或 WPS 打开原文件，确认能正常打开后另存为 .docx 再上传"
    return WordRefused(name, "已损坏或不完整，无法读取", advice, "damaged")
