"""Accessibility as axe judges it, by the rules of WCAG 2.2 up to AA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# What is still fading in would be judged by the colours that it has on the way. What turns for ever is not waited for.
SETTLED = """() => Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished))"""
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


def violations(page: Page, within: str = "") -> list[str]:
    """Each violation on *page*, or *within* what a selector finds, as rule, place and markup."""
    page.evaluate(SETTLED)
    found = Axe().run(page, context=within or None, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]
    ]
