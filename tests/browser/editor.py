"""The form of a year-end summary in the admin, as its writer uses it."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

PUT_ON_CLIPBOARD = """async ([html, plain]) => {
  const blob = (type, text) => new Blob([text], {type});
  await navigator.clipboard.write([new ClipboardItem({
    "text/html": blob("text/html", html), "text/plain": blob("text/plain", plain)})]);
}"""


class SummaryEditor:
    """Fills, saves and submits the form that *page* shows."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.locator("[data-contentpath=body] [contenteditable=true]").first
        self.messages = page.locator(".messages")

    def wait_for_autosaving(self) -> None:
        """Wait until Wagtail has begun to look for changes, some seconds after the page was loaded."""
        expect(self.page.locator("html")).to_have_attribute("data-watched", "yes")

    def choose_year(self, year: int) -> None:
        self.page.locator("#id_year").select_option(str(year))

    def paste(self, html: str, plain: str) -> None:
        """Replace the body's text by the clipboard, with the keys that people use."""
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.evaluate(PUT_ON_CLIPBOARD, [html, plain])
        self.text.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Control+V")
        self._expect_in_form(plain.splitlines()[-1].strip())

    def type_at_end(self, words: str) -> None:
        """Type *words* after the body's last character."""
        self.text.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(words)
        self._expect_in_form(words)

    def _expect_in_form(self, words: str) -> None:
        # The rich text editor hands its text to the form a quarter of a second after the last key.
        expect(self.page.locator("input[name=body-0-value]")).to_have_value(re.compile(re.escape(words)))

    def add_photo(self, file: Path, caption: str, description: str) -> None:
        """Upload *file* in the chooser and fill the row that it makes."""
        number = self.photo_rows.count()
        self.page.get_by_role("button", name="添加照片").click()
        chooser = self.page.get_by_role("dialog").filter(has_text="选择图片")
        chooser.get_by_role("tab", name="上传").click()
        chooser.get_by_label("图片文件").set_input_files(file)
        chooser.get_by_label("标题").fill(caption)
        chooser.get_by_role("button", name="上传", exact=True).click()
        expect(chooser).to_be_hidden()
        row = self.photo_rows.nth(number)
        row.get_by_label("图片说明").fill(caption)
        row.get_by_label("图片描述").fill(description)

    @property
    def photo_rows(self) -> Locator:
        return self.page.locator("#id_photos-FORMS [data-inline-panel-child]")

    def save(self) -> None:
        """Press 保存草稿 and see it confirmed."""
        self.press_save()
        self.expect_saved()

    def press_save(self) -> None:
        self.page.get_by_role("button", name="保存草稿").click()

    def expect_saved(self) -> None:
        expect(self.messages).to_contain_text(re.compile("已更新|已创建|草稿"))

    def press_submit(self, label: str = "提交审核") -> None:
        """Press the button that submits, which is in the menu beside 保存草稿."""
        self.page.get_by_role("button", name="更多操作").last.click()
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=label, exact=True).click()
