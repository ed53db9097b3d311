"""The window of the admin in which pictures of the library are chosen."""

from playwright.sync_api import Locator, Page, expect


def choose_photos(page: Page, *titles: str) -> None:
    """Add rows to the photos of the form on *page*: the pictures called *titles*."""
    rows = page.locator("#id_photos-FORMS [data-inline-panel-child]")
    number = rows.count()
    page.get_by_role("button", name="添加照片").click()
    window = _window(page)
    for title in titles:
        window.get_by_role("checkbox", name=title).check()
    window.get_by_role("button", name="确认选择").click()
    expect(rows).to_have_count(number + len(titles))


def choose_picture(page: Page, selector: str, title: str) -> None:
    """Put the picture called *title* into the field *selector*."""
    page.locator(f"{selector}-chooser").get_by_role("button", name="选择图片").click()
    _window(page).get_by_role("link", name=title).click()
    expect(page.locator(f"{selector}-chooser")).to_contain_text(title)


def _window(page: Page) -> Locator:
    return page.get_by_role("dialog").filter(has_text="选择图片")
