"""Autosave and the save button may overtake each other on a slow line; nothing comes out twice."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import APIResponse, Error, Page, Route, expect

from reports.models import YearEndSummaryPage

from . import content, samples
from .editor import SummaryEditor

pytestmark = pytest.mark.interface

SIGNAL = "/healthz/?due"
# Types into the form and presses the button before any timer of the page can run. As soon as the autosave that is
# due then has been sent, or has been prevented, the page asks for SIGNAL.
TYPE_AND_PRESS = """([button, words, signal]) => {
  const title = document.querySelector("#id_title");
  document.addEventListener("w-autosave:save", () => {
    const wait = Number(title.form.dataset.wAutosaveIntervalValue);
    setTimeout(() => setTimeout(() => fetch(signal)), wait);
  });
  title.value = words;
  title.dispatchEvent(new InputEvent("input", {bubbles: true}));
  button.click();
}"""


class SlowLine:
    """The server takes an autosave of *page* at once; its answer waits for ``answer()``."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.waiting: list[tuple[Route, APIResponse]] = []
        page.route(re.compile("/admin/pages/"), self._handle)

    def _handle(self, route: Route) -> None:
        if route.request.method != "POST" or "json" not in route.request.headers["accept"]:
            route.continue_()
            return
        self.waiting.append((route, route.fetch()))
        self.page.evaluate("document.documentElement.dataset.autosaved = 'yes'")

    def wait_for_autosave(self) -> None:
        expect(self.page.locator("html")).to_have_attribute("data-autosaved", "yes")

    def answer(self) -> None:
        for route, response in self.waiting:
            with suppress(Error):  # of a page that the browser has left
                route.fulfill(response=response)


class SlowButton:
    """The server takes what a button of *page* sends at once; its answer waits for ``answer()``. Autosaves pass."""

    def __init__(self, page: Page) -> None:
        self.waiting: list[tuple[Route, APIResponse]] = []
        self.slow = True
        self.autosaves = 0
        page.route(re.compile("/admin/pages/"), self._handle)

    def _handle(self, route: Route) -> None:
        by_itself = "json" in route.request.headers["accept"]
        if route.request.method != "POST" or by_itself:
            self.autosaves += by_itself
            route.continue_()
            return
        response = route.fetch(max_redirects=0)
        if self.slow:
            self.waiting.append((route, response))
        else:
            route.fulfill(response=response)

    def answer(self) -> None:
        self.slow = False
        for route, response in self.waiting:
            route.fulfill(response=response)


@pytest.fixture
def sample(tmp_path):
    return samples.read("valid", tmp_path)


@pytest.fixture
def page(visit, people) -> Page:
    """The form of a new summary, just opened by an editor."""
    content.open_year()
    site = content.published_site(people)
    page = visit(user=people.editor(content.COUNTY)).page
    page.goto(f"/admin/pages/add/reports/yearendsummarypage/{site.pk}/")
    return page


def test_new_page_saved_while_autosave_is_under_way(sample, page):
    editor, line = SummaryEditor(page), SlowLine(page)
    editor.wait_for_autosaving()
    editor.paste(sample.clipboard, sample.plain)
    line.wait_for_autosave()
    editor.press_save()
    line.answer()
    editor.expect_saved()
    assert YearEndSummaryPage.objects.count() == 1


@pytest.mark.parametrize("label", ["保存草稿", "提交审核"])
def test_autosave_whose_time_comes_while_a_new_page_is_saved(page, label):
    """The answer to the button names the new page's address; an autosave before it would make another page."""
    editor, line = SummaryEditor(page), SlowButton(page)
    editor.wait_for_autosaving()
    if label != "保存草稿":
        page.get_by_role("button", name="更多操作").last.click()
    button = page.get_by_role("button", name=label, exact=True).element_handle()
    with page.expect_request(re.compile(re.escape(SIGNAL))):
        page.evaluate(TYPE_AND_PRESS, [button, "柳江边的总结", SIGNAL])
    line.answer()
    editor.expect_saved()
    assert YearEndSummaryPage.objects.get().draft_title == "柳江边的总结"
    assert line.autosaves == 0


def test_photo_added_while_autosave_is_under_way(sample, page):
    editor = SummaryEditor(page)
    editor.paste(sample.clipboard, sample.plain)
    editor.save()
    line = SlowLine(page)
    editor.wait_for_autosaving()
    caption, file = sample.photos[0]
    editor.add_photo(file, caption, f"照片：{caption}")
    line.wait_for_autosave()
    editor.press_save()
    line.answer()
    editor.expect_saved()
    expect(editor.photo_rows).to_have_count(1)
    assert YearEndSummaryPage.objects.get().get_latest_revision_as_object().photos.count() == 1


def test_what_is_pasted_as_soon_as_the_form_opens_is_saved_by_itself(sample, page):
    """Wagtail takes what stands in the form two seconds after loading for what stood there before."""
    editor, line = SummaryEditor(page), SlowLine(page)
    editor.paste(sample.clipboard, sample.plain)
    line.wait_for_autosave()
    line.answer()
    kept = YearEndSummaryPage.objects.get().get_latest_revision_as_object()
    assert sample.plain.splitlines()[-1].strip() in str(kept.body)
