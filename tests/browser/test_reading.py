"""A reader on a phone and at a desk, with scripts and without: from the home to a summary, its photos, sharing, 关怀版."""

import pytest
from playwright.sync_api import expect

from . import content
from .axe import violations
from .visits import DESKTOP, PHONE


@pytest.fixture
def summary(people):
    return content.published_summary(people, content.published_site(people))


def walk_to(page, summary) -> None:
    """From the home by county and site to *summary*, then once more by the list of summaries and its filters."""
    page.goto("/")
    page.locator(".counties").get_by_role("link", name="城中区").first.click()
    page.get_by_role("link", name=content.PLACE).first.click()
    page.get_by_role("link", name=summary.title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(summary.title)
    page.goto("/summaries/")
    page.get_by_role("group", name="县区").get_by_role("link", name="城中区").click()
    expect(page.get_by_role("link", name="城中区").and_(page.locator("[aria-current]"))).to_be_visible()
    page.get_by_role("link", name=summary.title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(summary.title)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_with_scripts(visit, summary, width):
    reader = visit(width)
    page = reader.page
    walk_to(page, summary)

    page.get_by_role("button", name="特大").click()
    expect(page.locator("html")).to_have_attribute("data-size", "larger")
    assert reader.overflow() <= 0
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-size", "larger")

    first = page.locator("a[data-gallery]").first
    first.click()
    dialog = page.get_by_role("dialog", name="图片浏览")
    total = page.locator("a[data-gallery]").count()
    expect(dialog.locator(".pswp__counter")).to_have_text(f"1 / {total}")
    page.keyboard.press("ArrowRight")
    expect(dialog.locator(".pswp__counter")).to_have_text(f"2 / {total}")
    expect(dialog.get_by_role("status")).to_have_text(
        page.locator("figure:has(a[data-gallery]) figcaption").nth(1).inner_text()
    )
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator("a[data-gallery]").nth(1)).to_be_focused()

    page.get_by_text("分享", exact=True).click()
    expect(page.get_by_role("img", name="这一页的二维码")).to_be_visible()
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    assert violations(page) == []
    assert reader.complaints == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_without_scripts(visit, summary, width):
    reader = visit(width, javascript=False)
    page = reader.page
    walk_to(page, summary)
    page.get_by_role("button", name="特大").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(summary.title)
    expect(page.locator("html")).to_have_attribute("data-size", "larger")
    page.locator("footer").get_by_role("button", name="关怀版").click()
    expect(page.locator("html[data-care]")).to_have_count(1)
    assert reader.overflow() <= 0
    page.get_by_role("button", name="标准").click()
    page.get_by_role("button", name="退出关怀版").click()
    expect(page.locator("html[data-care], html[data-size]")).to_have_count(0)
    page.get_by_text("分享", exact=True).click()
    expect(page.get_by_role("img", name="这一页的二维码")).to_be_visible()
    page.locator("a[data-gallery]").first.click()
    assert page.url.endswith(".jpg")
    assert reader.failures == []
