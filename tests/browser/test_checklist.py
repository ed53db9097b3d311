"""The checklist beside the form: updated while writing, leads to the place, hides a number by one click."""

import re

import pytest
from playwright.sync_api import Page, expect

from reports.models import YearEndSummaryPage
from tests.factories.pages import make_summary
from tests.flow import step, submit

from . import content, staff
from .axe import violations
from .editor import SummaryEditor
from .visits import DESKTOP, PHONE

MOBILE = "13877212345"
ID_NUMBER = "45022319780512124X"


def panel(page: Page):
    return page.locator("[data-findings]")


def bar(page: Page):
    return page.locator(".findings-bar")


@pytest.fixture
def site_page(site, people):
    content.open_year()
    return content.published_site(people)


def test_a_new_page_is_checked_before_it_is_saved_and_mended_by_clicks(visit, people, site_page):
    desk = visit(DESKTOP, people.editor(content.COUNTY))
    page = desk.page
    page.goto(f"/admin/pages/add/reports/yearendsummarypage/{site_page.pk}/")
    expect(panel(page)).to_contain_text("还没有正文")  # open by itself where there is room
    page.locator("#id_title").fill(f"总结{ID_NUMBER}")
    SummaryEditor(page).type_at_end(f"有事请打电话{MOBILE}找妇联。")
    expect(panel(page)).to_contain_text("有手机号 138****2345")
    expect(panel(page)).to_contain_text("有身份证号 450223********124X")
    assert violations(page, "[data-findings]") == []

    # By keyboard to the place of the finding.
    panel(page).get_by_role("button", name="标题", exact=True).press("Enter")
    expect(page.locator("#id_title")).to_be_focused()

    panel(page).get_by_role("button", name="改为 138****2345").click()
    expect(SummaryEditor(page).text).to_contain_text("电话138****2345找")
    panel(page).get_by_role("button", name="改为 450223********124X").click()
    expect(page.locator("#id_title")).to_have_value("总结450223********124X")
    expect(panel(page)).not_to_contain_text("有手机号")
    expect(panel(page)).not_to_contain_text("有身份证号")
    editor = SummaryEditor(page)
    editor.press_save()
    editor.expect_saved()
    kept = YearEndSummaryPage.objects.get().get_latest_revision_as_object()
    assert "138****2345" in str(kept.body)
    assert MOBILE not in str(kept.body)
    assert desk.complaints == []


def test_on_a_phone_a_line_above_the_form_opens_the_list(visit, people, site_page):
    summary = make_summary(site_page, content.YEAR, text=f"电话{MOBILE}", photos=2)
    phone = visit(PHONE, people.editor(content.COUNTY))
    page = phone.page
    page.goto(f"/admin/pages/{summary.pk}/edit/")
    expect(bar(page)).to_contain_text("必须修改 1 处，请核对 1 处")
    assert phone.overflow() <= 0
    bar(page).get_by_role("button", name="查看").tap()
    expect(panel(page)).to_be_visible()
    expect(panel(page)).to_contain_text("需要 3 至 5 张照片")
    assert phone.overflow() <= 0
    panel(page).get_by_role("button", name=re.compile("正文第 1 块")).tap()
    expect(panel(page)).to_be_hidden()
    expect(SummaryEditor(page).text).to_be_focused()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_reviewer_ticks_what_she_has_looked_into(visit, people, site_page, width):
    summary = make_summary(site_page, content.YEAR, text=f"有事请打电话{MOBILE}。", title="年度总结示例")
    submit(summary, people.editor(content.COUNTY))
    desk = visit(width, people.lead(content.COUNTY))
    page = desk.page
    page.goto("/admin/")
    staff.open_review(page, summary.title)
    frame = page.frame_locator("iframe.review__preview")
    expect(frame.get_by_text("有事请打电话")).to_be_visible()
    expect(frame.locator("[data-preview-checks]")).to_have_count(0)
    assert desk.overflow() <= 0
    assert violations(page, ".review__checks") == []
    page.get_by_role("button", name=re.compile("正文第 1 块")).click()
    selected = "document.querySelector('.review__preview').contentWindow.getSelection().toString()"
    assert page.evaluate(selected) == MOBILE
    staff.approve(page, "通过")
    expect(page.get_by_role("alert")).to_contain_text("请逐项核对")
    assert step(summary) == "县区审定"
    page.get_by_role("checkbox", name="已核对").check()
    staff.approve(page, "通过")
    expect(page.get_by_text("转市妇联组联部审核")).to_be_visible()
    assert step(summary) == "市级审核"
    assert desk.complaints == []
