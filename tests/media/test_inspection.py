"""Documents are judged by their content; what they are called has to agree."""

import pytest
from django.core.files.base import ContentFile

from media.exceptions import DocumentRefused
from media.inspection import check_document

from .samples import PDF, SAMPLES, archive, office

WORD, EXCEL, SLIDES = (
    office(part) for part in ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml")
)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PDF, "a.pdf", "pdf"),
        (PDF, "A.PDF", "pdf"),
        (WORD, "a.docx", "docx"),
        (EXCEL, "a.xlsx", "xlsx"),
        (SLIDES, "a.pptx", "pptx"),
        (archive({"照片/1.jpg": b"x"}), "a.zip", "zip"),
    ],
)
def test_accepted(content, name, kind):
    file = ContentFile(content, name=name)
    assert check_document(file) == kind
    assert file.tell() == 0


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.docx")), ids=lambda path: path.name)
def test_counties_own_word_files_are_accepted(path):
    assert check_document(ContentFile(path.read_bytes(), name=path.name)) == "docx"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.pdf", "empty"),
        (b"MZ\x90 a program", "a.pdf", "unsupported"),
        (b"<html><script>x()</script>", "a.pdf", "unsupported"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.zip", "unsupported"),
        (PDF, "a.docx", "wrong_extension"),
        (PDF, "a", "wrong_extension"),
        (WORD, "a.zip", "wrong_extension"),
        (archive({"a.txt": b"x"}), "a.docx", "wrong_extension"),
        (WORD, "a.docm", "wrong_extension"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 500, "a.doc", "old_office"),
        (office("word/document.xml", **{"word/vbaProject.bin": b"x"}), "a.docx", "macros"),
        (office("visio/document.xml"), "a.docx", "unsupported"),
        (archive({"../../etc/cron": b"x"}), "a.zip", "unsafe_paths"),
        (archive({"/etc/cron": b"x"}), "a.zip", "unsafe_paths"),
        (WORD[:80], "a.docx", "damaged"),
        (archive({"zeros": b"\0" * 30_000_000}), "a.zip", "bomb"),
        (office("word/document.xml", zeros=b"\0" * 30_000_000), "a.docx", "bomb"),
    ],
)
def test_refused_with_a_message_that_names_the_file(content, name, code):
    with pytest.raises(DocumentRefused) as refusal:
        check_document(ContentFile(content, name=name))
    assert refusal.value.code == code
    assert f"“{name}”" in refusal.value.message
    assert "请" in refusal.value.message or "可以上传" in refusal.value.message


def test_sizes_follow_the_settings(settings):
    settings.MEDIA_DOCUMENT_MAX_BYTES = 10
    with pytest.raises(DocumentRefused, match="上限"):
        check_document(ContentFile(PDF, name="a.pdf"))
    settings.MEDIA_DOCUMENT_MAX_BYTES = 10_000_000
    settings.MEDIA_ARCHIVE_MAX_MEMBERS = 3
    with pytest.raises(DocumentRefused, match="文件过多"):
        check_document(ContentFile(archive({str(i): b"x" for i in range(4)}), name="a.zip"))
