"""The other admin screens: login, home, review."""

from playwright.sync_api import Locator, Page, expect

from tests.people import PASSWORD


def log_in(page: Page, user) -> None:
    """Log *user* in through the form; ends on her home."""
    page.goto("/admin/")
    page.locator("input[name=username]").fill(user.username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("您好")


def work_list(page: Page, heading: str) -> Locator:
    """The list under *heading* on the home."""
    return page.get_by_role("region", name=heading)


def begin_report(page: Page, site: str, report: str) -> None:
    """From an editor's home into the form of what *site* owes and nobody has begun."""
    item = page.get_by_role("listitem").filter(has_text=f"{site} · {report}")
    item.get_by_role("link", name="开始写").click()


def open_review(page: Page, title: str) -> None:
    """From the home to the review screen of the item *title*."""
    work_list(page, "等我审核").get_by_role("link", name=title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def approve(page: Page, button: str) -> None:
    """Approve on the review screen."""
    page.get_by_role("button", name=button, exact=True).click()


def decide(page: Page, title: str, outcome: str) -> None:
    """From the home: read the item *title* in the review, approve it, and see the *outcome*."""
    page.goto("/admin/")
    open_review(page, title)
    expect(page.frame_locator("iframe").get_by_role("heading", name=title)).to_be_visible()
    approve(page, "通过")
    expect(page.get_by_text(outcome)).to_be_visible()


def send_back(page: Page, words: str) -> None:
    """Return the item with *words* on the review screen."""
    page.get_by_text("退回修改", exact=True).click()
    page.locator("[name=reject-comment]").fill(words)
    page.get_by_role("button", name="确认退回").click()
