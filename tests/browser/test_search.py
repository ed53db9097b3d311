"""A reader looks for something: by typing and choosing, by pinyin, with scripts and without."""

import pytest
from playwright.sync_api import expect

from . import content
from .axe import violations
from .visits import DESKTOP, PHONE


@pytest.fixture
def place(people):
    return content.published_site(people)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_names_are_offered_while_typing(visit, place, width):
    reader = visit(width)
    page = reader.page
    page.goto("/")
    page.get_by_role("link", name="搜索").click()
    field = page.get_by_role("combobox", name="搜索本站")
    field.press_sequentially("wench")
    offered = page.get_by_role("listbox", name="搜索建议").get_by_role("option")
    expect(offered).to_have_text([f"{place.title}示范点"])
    assert violations(page) == []
    field.press("ArrowDown")
    expect(offered.first).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(place.title)
    assert reader.complaints == []


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_question_to_the_page(visit, place, javascript):
    reader = visit(PHONE, javascript=javascript)
    page = reader.page
    page.goto("/search/")
    page.get_by_label("搜索本站").fill("姐妹 商量")
    page.get_by_role("button", name="搜索").click()
    result = page.locator(".search-result").filter(has_text=place.title)
    expect(result.locator("mark").first).to_be_visible()
    assert reader.overflow() <= 0
    if javascript:
        assert violations(page) == []
    result.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(place.title)


def test_nothing_found(visit, place):
    reader = visit(PHONE)
    page = reader.page
    page.goto("/search/?q=龙卷风")
    expect(page.get_by_text("没有找到“龙卷风”")).to_be_visible()
    assert violations(page) == []
    assert reader.overflow() <= 0
    page.get_by_role("link", name="妇女议事会").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("妇女议事会")
