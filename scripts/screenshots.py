"""Take the pictures of README and guide from a running demonstration site: ``screenshots.py [BASE_URL]``.

Needs the development requirements, Chromium and Chinese fonts, and the demonstration as it was loaded. Pages that
need a person log in as the demonstration accounts. Forms are opened and left as they are; only a Word file is
read into a draft, so load the demonstration anew afterwards.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "images"
SAMPLE = ROOT / "tests" / "samples" / "summary-valid.docx"
PASSWORD = os.environ.get("DEMO_PASSWORD", "demo-2020-lz")
FLAGS = [
    "no-sandbox",
    "disable-gpu",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
]
PHONE, DESK, LOW = (390, 844), (1280, 900), (1280, 620)


def open_menu(page: Page) -> None:
    """Open the menu beside the big button at the foot of a form."""
    page.get_by_role("button", name="更多操作").last.click()


def show_photos(page: Page) -> None:
    """Scroll to the first photo of a summary."""
    first = page.locator("#id_photos-FORMS [data-inline-panel-child]").first
    first.evaluate("node => node.scrollIntoView({block: 'start'})")
    page.mouse.wheel(0, -90)  # clear of the header that stays


def show_roles(page: Page) -> None:
    """Open the tab with the groups of a user."""
    page.locator("#tab-label-roles").click()


def show_decision(page: Page) -> None:
    """Scroll to the reviewer's buttons."""
    page.locator(".review__history").scroll_into_view_if_needed()
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")


def read_word_file(page: Page) -> None:
    """Have a sample read; the draft that it makes is the one thing that is saved."""
    page.get_by_role("link", name="从 Word 读入", exact=True).click()
    page.get_by_label("年度总结").check()
    page.get_by_label("Word 文件").set_input_files(SAMPLE)
    page.get_by_role("button", name="读入文件").click()
    page.get_by_text("还没有提交审核。").wait_for()


# Words that stand for the first card of a list.
PUBLIC_LISTS = {"summary": "/summaries/", "work": "/works/committee/?county=450202"}


@dataclass(frozen=True)
class Shot:
    """One picture: file name, who is logged in, where, how large the window is, what is done first."""

    name: str
    user: str
    path: str
    size: tuple[int, int] = DESK
    act: Callable[[Page], None] | None = None


SHOTS = [
    Shot("home", "", "/"),
    Shot("summary-phone", "", "summary", PHONE),
    Shot("login", "", "/admin/login/", (1280, 780)),
    Shot("editor-home", "editor-450202", "/admin/", (1280, 760)),
    Shot("editor-returned", "editor-450224", "/admin/", (1280, 720)),
    Shot("editor-board", "editor-450202", "board", (1280, 1000)),
    Shot("work", "", "work", (1280, 1400)),
    Shot("editor-form", "editor-450202", "new"),
    Shot("editor-plan", "editor-450203", "plan"),
    Shot("editor-checks", "editor-450225", "draft"),
    Shot("editor-menu", "editor-450225", "draft", LOW, open_menu),
    Shot("editor-photos", "editor-450225", "draft", LOW, show_photos),
    Shot("editor-word", "editor-450202", "board", (1280, 1000), read_word_file),
    Shot("lead-home-phone", "lead-450204", "/admin/", PHONE),
    Shot("review-phone", "lead-450204", "review", PHONE),
    Shot("decision-phone", "lead-450204", "review", PHONE, show_decision),
    Shot("review", "lead-450204", "review"),
    Shot("city-home", "zulianbu", "/admin/", (1280, 1400)),
    Shot("city-ledger", "zulianbu", "/admin/ledger/", (1280, 1100)),
    Shot("admin-roles", "admin", "/admin/users/new/", DESK, show_roles),
]


def log_in(page: Page, base: str, user: str) -> None:
    """Log *user* in through the login form."""
    page.goto(f"{base}/admin/login/")
    page.fill("#id_username", user)
    page.fill("#id_password", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url(f"{base}/admin/")


def address(page: Page, base: str, path: str) -> str:
    """Resolve the words that stand for a page found by following links."""
    if path.startswith("/"):
        return base + path
    if path in PUBLIC_LISTS:
        page.goto(base + PUBLIC_LISTS[path])
        return base + page.locator(".card a").first.get_attribute("href")
    page.goto(f"{base}/admin/")
    if path == "draft":
        drafts = page.get_by_role("region", name="草稿").get_by_role("listitem").filter(has_text="总结")
        return base + drafts.get_by_role("link").first.get_attribute("href")
    links = page.locator(".worklist a").evaluate_all("nodes => nodes.map(node => node.href)")
    pattern = {
        "review": r"/review/",
        "new": r"/pages/add/reports/yearendsummarypage/",
        "plan": r"/pages/add/reports/workplanpage/",
        "board": r"/sites/\d+/",
    }[path]
    return next(link for link in links if re.search(pattern, link))


def take(browser: Browser, base: str, shot: Shot) -> None:
    """Take one picture."""
    width, height = shot.size
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    page = context.new_page()
    if shot.user:
        log_in(page, base, shot.user)
    page.goto(address(page, base, shot.path))
    page.wait_for_load_state("networkidle")
    if shot.act:
        shot.act(page)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(600)  # menus and dialogs fade in
    page.screenshot(path=TARGET / f"{shot.name}.jpg", type="jpeg", quality=82)
    context.close()


def main() -> None:
    """Take all pictures."""
    base = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000").rstrip("/")
    TARGET.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[f"--{flag}" for flag in FLAGS])
        for shot in SHOTS:
            take(browser, base, shot)
            print(shot.name)
        browser.close()


if __name__ == "__main__":
    main()
