"""我要纠错 on a phone, from a page's foot to the department's inbox; pages of trouble."""

import pytest
from playwright.sync_api import expect

from pages.corrections import stamp
from pages.models import Correction
from tests.factories.events import make_story
from tests.flow import publish

from . import content
from .axe import violations
from .visits import DESKTOP, PHONE

TEXT = "第二段“再在”写反了，应该是“在再”。"


@pytest.fixture(autouse=True)
def quick_reader(monkeypatch):
    """This reader is a program, and as quick as one."""
    monkeypatch.setattr(stamp, "LEAST_SECONDS", -1)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_reports_a_mistake(visit, people, javascript):
    story = publish(make_story(content.published_site(people), photos=0), people)
    phone = visit(PHONE, javascript=javascript)
    page, found = phone.page, {}

    def look(name: str) -> None:
        if javascript:
            found[name] = [*violations(page), *([] if phone.overflow() <= 0 else ["too wide"])]

    page.goto(story.url)
    page.get_by_role("link", name="我要纠错").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("我要纠错")
    look("form")
    page.get_by_label("哪里有错").fill("太短了")
    page.get_by_role("button", name="提交").tap()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("请选择是什么问题。")
    expect(page.get_by_label("哪里有错")).to_have_value("太短了")
    look("errors")
    summary.get_by_role("link", name="请选择").tap()
    expect(page.get_by_role("radio", name="错别字")).to_be_focused()
    page.get_by_role("radio", name="错别字").check()
    page.get_by_label("哪里有错").fill(TEXT)
    page.get_by_role("button", name="提交").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("谢谢您，已经收到")
    expect(page.locator("main")).to_contain_text(Correction.objects.get().number)
    look("thanks")
    page.get_by_role("link", name="回到刚才那一页").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(story.title)
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert phone.complaints == []


def test_the_department_forwards_it_on_a_phone_and_the_county_reads_it(visit, people):
    story = publish(make_story(content.published_site(people), photos=0), people)
    reader = visit(PHONE, javascript=False).page
    reader.goto(f"/corrections/{story.pk}/")
    reader.get_by_role("radio", name="事实有误").check()
    reader.get_by_label("哪里有错").fill(TEXT)
    reader.get_by_role("button", name="提交").tap()
    expect(reader.get_by_role("heading", level=1)).to_have_text("谢谢您，已经收到")

    desk = visit(PHONE, people.moderator())
    page, found = desk.page, {}
    page.goto("/admin/")
    page.get_by_role("link", name="1 条未处理").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("读者纠错")
    found["inbox"] = violations(page)
    page.get_by_role("link", name="编辑").first.tap()
    expect(page.get_by_text(TEXT)).to_be_visible()
    page.get_by_label("处理状态").select_option("已转办")
    page.get_by_label("处理说明").fill("请核对第二段，改好重新送审。")
    found["answer"] = violations(page)
    page.get_by_role("button", name="保存").first.tap()
    expect(page.get_by_text("未处理 0 条")).to_be_visible()
    assert desk.overflow() <= 0

    county = visit(PHONE, people.editor(content.COUNTY)).page
    county.goto("/admin/")
    county.get_by_role("link", name="1 条请本县区改").tap()
    expect(county.get_by_text("请核对第二段，改好重新送审。")).to_be_visible()
    found["county"] = violations(county)
    county.get_by_role("link", name="去修改").tap()
    expect(county.get_by_role("textbox", name="标题")).to_have_value(story.title)
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_pages_of_trouble(visit, people, width):
    gone = publish(make_story(content.published_site(people), photos=0), people)
    gone.unpublish()
    one = visit(width)
    for path, heading in {
        "/no-such/": "没有找到这个页面",
        gone.url: "这个页面已撤下",
        "/static/trouble/maintenance.html": "网站正在维护",
    }.items():
        one.page.goto(path)
        expect(one.page.get_by_role("heading", level=1)).to_have_text(heading)
        assert violations(one.page) == [], path
        assert one.overflow() <= 0
