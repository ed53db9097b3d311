"""Take the pictures of README and guide from a running demonstration site: ``screenshots.py [BASE_URL]``.

Needs the development requirements and Chromium. Pages that need a person log in as the demonstration accounts.
"""

import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

TARGET = Path(__file__).resolve().parents[1] / "docs" / "images"
PASSWORD = os.environ.get("DEMO_PASSWORD", "demo-2020-lz")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PHONE, DESK = (390, 844), (1280, 900)


@dataclass(frozen=True)
class Shot:
    """One picture: file name, who is logged in, where, and how large the window is."""

    name: str
    user: str
    path: str
    size: tuple[int, int] = DESK
    whole: bool = False


SHOTS = [
    Shot("home", "", "/", DESK),
    Shot("home-phone", "", "/", PHONE),
    Shot("summary", "", "summary", DESK),
    Shot("summary-phone", "", "summary", PHONE),
    Shot("editor-home", "editor-450204", "/admin/"),
    Shot("editor-form", "editor-450204", "draft"),
    Shot("lead-home", "lead-450204", "/admin/"),
    Shot("lead-home-phone", "lead-450204", "/admin/", PHONE),
    Shot("review", "lead-450204", "review"),
    Shot("review-phone", "lead-450204", "review", PHONE),
    Shot("city-home", "zulianbu", "/admin/", DESK, whole=True),
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
    if path == "summary":
        page.goto(f"{base}/summaries/")
        return base + page.locator(".card a").first.get_attribute("href")
    page.goto(f"{base}/admin/")
    links = page.locator(".worklist__item a.worklist__title").evaluate_all("nodes => nodes.map(node => node.href)")
    pattern = r"/review/" if path == "review" else r"/pages/\d+/edit/"
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
    page.screenshot(path=TARGET / f"{shot.name}.jpg", type="jpeg", quality=82, full_page=shot.whole)
    context.close()


def main() -> None:
    """Take all pictures."""
    base = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000").rstrip("/")
    TARGET.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for shot in SHOTS:
            take(browser, base, shot)
            print(shot.name)
        browser.close()


if __name__ == "__main__":
    main()
