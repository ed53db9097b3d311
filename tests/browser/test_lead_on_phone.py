"""A lead reviewer decides on her phone, by tapping."""

from playwright.sync_api import expect

from tests.factories.pages import make_summary
from tests.flow import step, submit

from . import content, staff
from .visits import PHONE


def test_lead_approves_on_her_phone(visit, people):
    content.open_year()
    site = content.published_site(people)
    summary = make_summary(site, content.YEAR, title="文昌示例社区妇联2020年基层妇联改革示范点建设工作总结")
    submit(summary, people.editor(content.COUNTY))
    lead = people.lead(content.COUNTY)

    phone = visit(PHONE)
    page = phone.page
    page.goto("/admin/")
    assert phone.overflow() <= 0
    page.locator("input[name=username]").fill(lead.username)
    page.locator("input[name=password]").fill(staff.PASSWORD)
    page.get_by_role("button", name="登录").tap()
    item = staff.work_list(page, "等我审核").get_by_role("link", name=summary.title).first
    expect(item).to_be_visible()
    assert phone.overflow() <= 0
    item.tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(summary.title)
    expect(page.frame_locator("iframe").get_by_role("heading", name=summary.title)).to_be_visible()
    assert phone.overflow() <= 0
    page.get_by_role("button", name="通过", exact=True).tap()
    expect(page.get_by_text("转市妇联组联部审核")).to_be_visible()
    assert step(summary) == "市级审核"
    assert phone.complaints == []
