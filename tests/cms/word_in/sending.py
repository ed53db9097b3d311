"""Word files that are sent to the site, and what it answers."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.shared import Cm

from tests.conftest import SAMPLES
from tests.factories.pictures import picture_bytes


def sample(name: str) -> SimpleUploadedFile:
    """One of the files that counties sent."""
    return SimpleUploadedFile(f"{name}.docx", (SAMPLES / f"summary-{name}.docx").read_bytes())


def written(title: str = "", lines=("正文。",), pictures=(), name: str = "总结.docx") -> SimpleUploadedFile:
    """A new file; *pictures* are pairs of bytes and caption."""
    document = Document()
    if title:
        document.add_heading(title, 1)
    for line in lines:
        document.add_paragraph(line)
    for number, (content, caption) in enumerate(pictures, start=1):
        document.add_picture(BytesIO(content), width=Cm(8))
        if caption:
            document.add_paragraph(f"图{number}：{caption}")
    file = BytesIO()
    document.save(file)
    return SimpleUploadedFile(name, file.getvalue())


def photo(colour: str = "red") -> bytes:
    return picture_bytes((1300, 900), colour=colour)


def begin(client: Client, parent, file=None, kind: str = "summary", **extra):
    """Send *file* for a new page under *parent*."""
    data = {"kind": kind, "year": "2020", **extra}
    return client.post(
        reverse("cms_word_new", args=[parent.pk]), data | ({"file": file} if file else {}), follow=True
    )


def fill(client: Client, page, file=None, **data):
    """Send *file* for *page*."""
    return client.post(
        reverse("cms_word_fill", args=[page.pk]), data | ({"file": file} if file else {}), follow=True
    )


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])
