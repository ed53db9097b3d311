"""Accessibility as axe judges it, by the rules of WCAG 2.2 up to AA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


def violations(page: Page, within: str = "") -> list[str]:
    """Each violation on *page*, or *within* what a selector finds, as rule, place and markup."""
    found = Axe().run(page, context=within or None, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]
    ]
