"""Files that cannot be read: a clear message beside the field, nothing half-made, nothing chosen lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx.opc.constants import CONTENT_TYPE as CT
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.models import WordImport
from pages.word import limits
from reports.models import ReportingYear
from tests.pages.word.files import changed, part_of
from tests.pages.word.test_refusals import ole, word

from .sending import begin, fill, photo, written

pytestmark = pytest.mark.django_db


def with_macros() -> bytes:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = part_of(word(), "[Content_Types].xml").replace(CT.WML_DOCUMENT_MAIN.encode(), kind.encode())
    return changed(word(), {"[Content_Types].xml": types}).getvalue()


def bomb() -> bytes:
    return changed(word(), {"word/media/image1.bin": bytes(limits.MAX_UNPACKED + 1)}).getvalue()


def foreign() -> bytes:
    types = part_of(word(), "[Content_Types].xml").replace(
        b"wordprocessingml.document", b"spreadsheetml.sheet"
    )
    return changed(word(), {"[Content_Types].xml": types}).getvalue()


FILES = {
    "旧版.doc": (lambda: ole("WordDocument").getvalue(), "是旧版 Word 的 .doc 格式"),
    "加密.docx": (lambda: ole("EncryptedPackage").getvalue(), "加了密码"),
    "空的.docx": (lambda: b"", "是空文件"),
    "断了.docx": (lambda: word().getvalue()[:900], "已损坏或不完整"),
    "宏.docm": (with_macros, "宏程序"),
    "炸弹.docx": (bomb, "炸弹.docx"),
    "表格.docx": (foreign, "表格.docx"),
    "照片.docx": (photo, "是图片"),
}


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_refused_and_nothing_is_made(desk, site, name):
    ReportingYear.open(2020)
    pages = Page.objects.count()
    content, words = FILES[name]
    response = begin(desk, site, SimpleUploadedFile(name, content()), kind="summary", minors_shown="on")
    form = response.context["form"]
    [message] = form.errors["file"]
    assert words in message
    assert message.rstrip("。").count("，") >= 1  # what is wrong, and what to do
    assert response.status_code == 422
    assert (form["kind"].value(), form["year"].value(), form["minors_shown"].value()) == (
        "summary",
        "2020",
        True,
    )
    assert Page.objects.count() == pages
    assert not get_image_model().objects.exists()
    assert not WordImport.objects.exists()


def test_too_large_a_file_is_refused(desk, site, monkeypatch):
    ReportingYear.open(2020)
    monkeypatch.setattr("pages.word.package.limits.MAX_BYTES", 1000)
    [message] = begin(desk, site, written()).context["form"].errors["file"]
    assert "MB" in message


def test_no_file_and_no_kind(desk, site):
    ReportingYear.open(2020)
    errors = begin(desk, site, kind="").context["form"].errors
    assert errors == {"kind": ["请选择写成什么。"], "file": ["还没有选择文件。"]}
    assert "kind" in begin(desk, site, written(), kind="homepage").context["form"].errors


def test_filling_is_refused_in_the_same_words(desk, site):
    ReportingYear.open(2020)
    begin(desk, site, written("稿"))
    page = Page.objects.get(draft_title="稿")
    before = page.latest_revision_id
    form = fill(desk, page, SimpleUploadedFile("旧.doc", ole("WordDocument").getvalue())).context["form"]
    assert form.errors["way"] == ["请选择怎样处理已有的正文。"]
    response = fill(desk, page, SimpleUploadedFile("旧.doc", ole("WordDocument").getvalue()), way="replace")
    assert "是旧版 Word 的 .doc 格式" in response.context["form"].errors["file"][0]
    page.refresh_from_db()
    assert page.latest_revision_id == before
