"""axe finds nothing on the public pages nor on the admin screens that are this project's own."""

import pytest
from playwright.sync_api import expect

from tests.factories.pages import make_summary
from tests.flow import submit

from . import content
from .axe import violations
from .visits import DESKTOP, PHONE

pytestmark = [pytest.mark.interface, pytest.mark.parametrize("width", [PHONE, DESKTOP])]


def test_public_pages(visit, people, width):
    addresses = content.whole_site(people) | {"not found": "/not-here/"}
    reader = visit(width)
    page, found = reader.page, {}
    for name, path in addresses.items():
        page.goto(path)
        found[name] = violations(page)
    reader.context.add_cookies([{"name": "reading", "value": "care.larger", "url": reader.address}])
    for name, path in addresses.items():
        page.goto(path)
        found[f"{name} in 关怀版"] = violations(page) + ["too wide"] * (reader.overflow() > 0)
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_lightbox(visit, people, width):
    summary = content.published_summary(people, content.published_site(people))
    page = visit(width).page
    page.goto(summary.url)
    page.locator("a[data-gallery]").first.click()
    expect(page.get_by_role("dialog", name="图片浏览")).to_be_visible()
    assert violations(page) == []


def test_admin_screens(visit, people, width):
    content.open_year()
    site = content.published_site(people)
    summary = make_summary(site, content.YEAR)
    submit(summary, people.editor(content.COUNTY))
    stranger = visit(width).page
    stranger.goto("/admin/")
    found = {"login": violations(stranger)}
    for user in [people.editor(content.COUNTY), people.lead(content.COUNTY), people.moderator()]:
        page = visit(width, user).page
        page.goto("/admin/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("您好")
        found[f"home of {user}"] = violations(page)
    page = visit(width, people.lead(content.COUNTY)).page
    page.goto(f"/admin/review/{summary.pk}/")
    expect(page.frame_locator("iframe").get_by_role("heading", name=summary.title)).to_be_visible()
    found["review"] = violations(page)
    assert {name: problems for name, problems in found.items() if problems} == {}
