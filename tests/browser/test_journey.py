"""A summary's whole way: written, returned, mended, approved twice, read on a phone."""

import pytest
from playwright.sync_api import expect

from reports.models import YearEndSummaryPage

from . import content, samples, staff
from .editor import SummaryEditor
from .visits import PHONE

WORDS = "第二部分请补上议事会召开的次数。"
MENDED = "全年共召开妇女议事会十二次。"


@pytest.fixture
def sample(tmp_path):
    return samples.read("valid", tmp_path)


def test_summary_from_word_file_to_reader(visit, people, sample):
    content.open_year()
    content.published_site(people)
    writer, lead = people.editor(content.COUNTY), people.lead(content.COUNTY)

    desk = visit().page
    staff.log_in(desk, writer)
    editor = write(desk, sample)
    editor.save()
    assert YearEndSummaryPage.objects.get().live is False
    editor.press_submit()
    expect(editor.messages).to_contain_text("提交")

    office = visit().page
    staff.log_in(office, lead)
    staff.open_review(office, sample.title)
    preview = office.frame_locator("iframe")
    expect(preview.get_by_role("heading", name=sample.title)).to_be_visible()
    staff.send_back(office, WORDS)
    expect(office.get_by_text("已退回编辑修改")).to_be_visible()

    desk.goto("/admin/")
    returned = staff.work_list(desk, "退回修改")
    expect(returned).to_contain_text(WORDS)
    returned.get_by_role("link", name="去修改").click()
    editor.type_at_end(MENDED)
    editor.press_submit("重新提交审核")
    expect(editor.messages).to_contain_text("提交")

    office.goto("/admin/")
    staff.open_review(office, sample.title)
    expect(office.frame_locator("iframe").get_by_text(MENDED)).to_be_visible()
    staff.approve(office, "通过")
    expect(office.get_by_text("转市妇联组联部审核")).to_be_visible()
    assert YearEndSummaryPage.objects.get().live is False

    city = visit().page
    staff.log_in(city, people.moderator("zulianbu"))
    expect(staff.work_list(city, "等我审核")).to_contain_text("城中区")
    staff.open_review(city, sample.title)
    staff.approve(city, "通过")
    expect(city.get_by_text("已审核通过并发布")).to_be_visible()

    read_on_phone(visit(PHONE), sample)
    read_without_javascript(visit(PHONE, javascript=False), sample)


def write(page, sample) -> SummaryEditor:
    """From the home into a new summary, filled from *sample*."""
    staff.begin_report(page, content.PLACE, "总结")
    editor = SummaryEditor(page)
    editor.choose_year(content.YEAR)
    page.locator("#id_title").fill(sample.title)
    editor.paste(sample.clipboard, sample.plain)
    for number, (caption, file) in enumerate(sample.photos, start=1):
        editor.add_photo(file, caption, f"照片{number}：{caption}")
    return editor


def read_on_phone(visitor, sample) -> None:
    page = visitor.page
    page.goto("/")
    page.get_by_role("link", name=sample.title).click()
    check_text_and_gallery(visitor, sample)
    links = page.locator("a[data-gallery]")
    links.first.click()
    box = page.get_by_role("dialog", name="图片浏览")
    captions = [caption for caption, _ in sample.photos]
    for caption in captions:
        expect(box).to_contain_text(caption)
        page.keyboard.press("ArrowRight")
    expect(box).to_contain_text(f"{len(captions)} / {len(captions)}")
    page.keyboard.press("ArrowLeft")
    expect(box).to_contain_text(captions[-2])
    assert box.get_by_role("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(links.nth(len(captions) - 2)).to_be_focused()
    assert visitor.complaints == []


def read_without_javascript(visitor, sample) -> None:
    page = visitor.page
    page.goto("/summaries/")
    page.get_by_role("link", name=sample.title).click()
    check_text_and_gallery(visitor, sample)
    page.locator("a[data-gallery]").first.click()
    page.wait_for_url("**/media/**")
    assert visitor.failures == []


def check_text_and_gallery(visitor, sample) -> None:
    page = visitor.page
    expect(page.get_by_role("heading", level=1)).to_have_text(sample.title)
    for tag, text in sample.blocks:
        role = "heading" if tag == "h2" else "paragraph"
        expect(page.get_by_role(role).filter(has_text=text.strip())).to_have_count(1)
    expect(page.get_by_text(MENDED)).to_be_visible()
    for number, (caption, _) in enumerate(sample.photos, start=1):
        figure = page.get_by_role("figure").filter(has_text=caption)
        expect(figure).to_have_count(1)
        picture = figure.get_by_role("img")
        expect(picture).to_have_attribute("alt", f"照片{number}：{caption}")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("image => image.naturalWidth") > 0
    assert visitor.overflow() == 0
