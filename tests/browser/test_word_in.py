"""A county's Word file on a phone: chosen, read, looked over, mended, submitted."""

import pytest
from playwright.sync_api import expect

from pages.text import count_characters
from reports.models import YearEndSummaryPage
from reports.rules import MAX_CHARACTERS
from tests.conftest import SAMPLES
from tests.flow import step

from . import content
from .axe import violations
from .editor import SummaryEditor
from .visits import PHONE

READING_TAKES = 60_000  # milliseconds for a file with its photos on a slow machine


@pytest.fixture
def phone(visit, people, site):
    """An editor's phone, on the board of her site."""
    content.open_year()
    place = content.published_site(people)
    found = visit(PHONE, people.editor(content.COUNTY))
    found.page.goto(f"/admin/sites/{place.pk}/")
    return found


def read(page, name: str) -> None:
    """Choose the file *name* for a summary and have it read."""
    page.get_by_role("link", name="从 Word 读入", exact=True).tap()
    page.get_by_label("年度总结").check()
    page.get_by_label("Word 文件").set_input_files(SAMPLES / f"summary-{name}.docx")
    page.get_by_role("button", name="读入").tap()


def expect_usable(phone) -> None:
    assert phone.overflow() <= 0
    assert violations(phone.page) == []
    assert phone.complaints == []


def test_a_summary_comes_from_word_and_is_submitted(phone):
    page = phone.page
    page.get_by_role("link", name="从 Word 读入", exact=True).tap()
    expect(page.get_by_label("Word 文件")).to_be_visible()
    expect_usable(phone)
    page.go_back()
    read(page, "valid")
    expect(page.get_by_text("还没有提交审核。")).to_be_visible(timeout=READING_TAKES)
    expect_usable(phone)
    summary = YearEndSummaryPage.objects.get()
    assert step(summary) == ""
    draft = summary.get_latest_revision_as_object()
    number = draft.count_characters()
    expect(page.locator(".quick__facts")).to_contain_text(f"{number:,} / {MAX_CHARACTERS:,} 字")

    page.get_by_role("link", name="打开草稿，接着写").tap()
    editor = SummaryEditor(page)
    expect(page.locator(".character-count")).to_have_text(f"字数 {number:,} / {MAX_CHARACTERS:,}")
    expect(editor.photo_rows).to_have_count(draft.photos.count())
    for row in editor.photo_rows.all():
        row.get_by_label("图片描述").fill("画面：示意图片。")
    editor.type_at_end("补充一句。")
    editor.press_submit()
    expect(editor.messages).to_contain_text("提交")
    summary.refresh_from_db()
    assert step(summary) == "县区审定"
    submitted = YearEndSummaryPage.objects.get().get_latest_revision_as_object()
    assert submitted.count_characters() == number + count_characters("补充一句。")
    assert [row.caption for row in submitted.photos.all()] == [row.caption for row in draft.photos.all()]


def test_a_file_that_cannot_be_read_makes_nothing_and_says_why(phone):
    page = phone.page
    page.get_by_role("link", name="从 Word 读入", exact=True).tap()
    page.get_by_label("年度总结").check()
    page.get_by_label("Word 文件").set_input_files(
        {
            "name": "总结.doc",
            "mimeType": "application/msword",
            "buffer": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
        }
    )
    page.get_by_role("button", name="读入").tap()
    expect(page.get_by_role("alert").first).to_contain_text("还没有读入")
    expect(page.get_by_text("另存为“Word 文档（*.docx）”后再上传")).to_be_visible()
    assert (phone.overflow() <= 0, violations(page)) == (True, [])
    assert not YearEndSummaryPage.objects.exists()


def test_too_long_a_text_is_told_at_once(phone):
    page = phone.page
    read(page, "too-long")
    facts = page.locator(".quick__facts")
    expect(facts).to_contain_text("超出", timeout=READING_TAKES)
    number = YearEndSummaryPage.objects.get().get_latest_revision_as_object().count_characters()
    expect(facts).to_contain_text(f"超出 {number - MAX_CHARACTERS:,} 字")
    expect_usable(phone)
