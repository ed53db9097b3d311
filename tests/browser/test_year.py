"""A reporting year from its opening to the adoption points, by the four people who have a part in it."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page, expect

from reports.models import ReportingSite, ReportingYear
from tests.background import work
from tests.factories.events import make_lecture

from . import content, samples, staff
from .editor import SummaryEditor

pytestmark = pytest.mark.interface  # the ledger itself is tested on every database

WORDS = "第三项请写明谁负责。"
HIGHLIGHT = "家门口的板凳会"
ITEMS = [
    (
        "lectures",
        HIGHLIGHT,
        "每月到一个小区开板凳会，讲法律、讲政策。",
        "全年 12 场，听众 600 人次。",
        "社区妇联主席",
    ),
    ("committee", "名牌轮值", "副主席、执委每月轮值，交接登记。", "全年 12 个月不断档。", "社区妇联副主席"),
    ("volunteering", "搭把手服务队", "每周六上午在妇女之家值班。", "全年服务 48 次。", ""),
]


@pytest.fixture
def sample(tmp_path):
    return samples.read("valid", tmp_path)


def test_a_whole_year(visit, people, sample):
    year = timezone.localdate().year
    site = content.published_site(people)
    ReportingYear.objects.all().delete()
    city = visit(user=people.moderator("zulianbu")).page
    desk = visit(user=people.editor(content.COUNTY)).page
    lead = visit(user=people.lead(content.COUNTY)).page

    open_year(city, year)
    assert ReportingSite.objects.get(site=site).plan

    title = write_plan(desk, year)
    staff.open_review(go_home(lead), title)
    expect(lead.frame_locator("iframe").get_by_text(HIGHLIGHT)).to_be_visible()
    staff.send_back(lead, WORDS)
    expect(lead.get_by_text("已退回编辑修改")).to_be_visible()
    mend_plan(desk)
    staff.decide(lead, title, "转市妇联组联部审核")
    staff.decide(city, title, "已审核通过并发布")

    publish_lecture_for_highlight(desk, lead, city, site)
    reader = visit().page
    reader.goto(site.url)
    plan = reader.get_by_role("table").filter(has_text=HIGHLIGHT)
    expect(plan.get_by_role("row").filter(has_text=HIGHLIGHT)).to_contain_text("板凳会开讲")
    expect(plan).to_contain_text("社区妇联执委")

    link = remind(people.editor(content.COUNTY).email, site)
    desk.goto(link)
    summary = write_summary(desk, year, sample)
    staff.decide(lead, summary, "转市妇联组联部审核")
    staff.decide(city, summary, "已审核通过并发布")

    ledger_is_complete(city, site)
    points = adopt(city, summary)
    ranking = city.get_by_role("row").filter(has_text="城中区")
    expect(ranking).to_contain_text(points)


def go_home(page: Page) -> Page:
    page.goto("/admin/")
    return page


def open_year(page: Page, year: int) -> None:
    """Open the year by its button, then set days that lie ahead."""
    page.goto("/admin/ledger/")
    page.get_by_role("button", name=f"开启 {year} 年度").click()
    expect(page.get_by_text(f"{year} 年度已开启")).to_be_visible()
    page.get_by_role("link", name="截止日期和延期").click()
    today = timezone.localdate()
    page.locator("#id_plan_deadline").fill(f"{today:%Y-%m-%d}")
    page.locator("#id_summary_deadline").fill(f"{today + timedelta(days=7):%Y-%m-%d}")
    page.keyboard.press("Escape")  # the calendar lies over the button
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".messages")).to_contain_text(str(year))


def write_plan(page: Page, year: int) -> str:
    """From the home into the plan's form; the third item lacks who is responsible, so the first try is refused."""
    go_home(page)
    expect(page.get_by_role("region", name=f"{year} 年度报送")).to_contain_text("今天截止")
    staff.begin_report(page, content.PLACE, "计划表")
    expect(page.locator("#id_year")).to_have_value(str(year))
    title = page.locator("#id_title").input_value()
    assert str(year) in title
    for number, item in enumerate(ITEMS):
        add_row(page, number)
        fill_item(page, number, *item, due=f"{year}-12-31")
    editor = SummaryEditor(page)
    editor.press_submit()
    expect(editor.messages).to_contain_text("亮点第 3 行，责任人（职务）：还没有填写。")
    assert page.locator("#id_items-0-name").input_value() == HIGHLIGHT
    page.locator("#id_items-2-responsible").fill("社区妇联")
    editor.press_submit()
    expect(editor.messages).to_contain_text("提交")
    return title


def add_row(page: Page, number: int) -> None:
    """Press the button; once more if the checklist's line pushed it away under the pointer, as a person would."""
    button, row = page.get_by_role("button", name="添加亮点"), page.locator(f"#id_items-{number}-name")
    button.click()
    try:
        expect(row).to_be_visible(timeout=2_000)
    except AssertionError:
        button.click()
        expect(row).to_be_visible()


def fill_item(
    page: Page, number: int, work: str, name: str, measures: str, target: str, who: str, due: str
) -> None:
    page.locator(f"#id_items-{number}-work").select_option(work)
    values = {"name": name, "measures": measures, "target": target, "due_on": due, "responsible": who}
    for field, value in values.items():
        page.locator(f"#id_items-{number}-{field}").fill(value)
        if field == "due_on":
            page.keyboard.press("Escape")  # the calendar lies over what is below


def mend_plan(page: Page) -> None:
    returned = staff.work_list(go_home(page), "退回修改")
    expect(returned).to_contain_text(WORDS)
    returned.get_by_role("link", name="去修改").click()
    page.locator("#id_items-2-responsible").fill("社区妇联执委")
    SummaryEditor(page).press_submit("重新提交审核")


def publish_lecture_for_highlight(desk: Page, lead: Page, city: Page, site) -> None:
    """A lecture that somebody has begun: the editor says for which highlight it was, and hands it in."""
    today = timezone.now()
    ends = today + timedelta(hours=1)
    lecture = make_lecture(site, title="板凳会开讲", starts_at=today, ends_at=ends, owner=site.owner)
    desk.goto(f"/admin/pages/{lecture.pk}/edit/")
    desk.locator("#id_highlight").select_option(HIGHLIGHT)
    editor = SummaryEditor(desk)
    editor.press_submit()
    expect(editor.messages).to_contain_text("提交")
    expect(editor.messages).not_to_contain_text("还不能")
    staff.decide(lead, lecture.title, "转市妇联组联部审核")
    staff.decide(city, lecture.title, "已审核通过并发布")


def remind(address: str, site) -> str:
    """Send the day's reminders, twice; return the address in the editor's mail where the summary is begun."""
    work()  # what the review has to say
    mail.outbox.clear()
    for _ in range(2):
        call_command("send_reminders", verbosity=0)
        work()
    [message] = [one for one in mail.outbox if address in one.to]
    assert "7 天" in message.subject
    assert content.PLACE in message.body
    links = re.findall(r"https?://\S+", message.body)
    [link] = {urlsplit(one).path for one in links if f"/add/reports/yearendsummarypage/{site.pk}/" in one}
    return link


def write_summary(page: Page, year: int, sample) -> str:
    editor = SummaryEditor(page)
    expect(page.locator("#id_year")).to_have_value(str(year))
    title = page.locator("#id_title").input_value()
    editor.paste(sample.clipboard, sample.plain)
    for number, (caption, file) in enumerate(sample.photos, start=1):
        editor.add_photo(file, caption, f"照片{number}：{caption}")
    editor.press_submit()
    expect(editor.messages).to_contain_text("提交")
    return title


def ledger_is_complete(page: Page, site) -> None:
    page.goto("/admin/ledger/")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name=site.title, exact=True))
    expect(row.get_by_text("已通过")).to_have_count(2)
    expect(row.get_by_text("按时")).to_have_count(2)
    expect(row).to_contain_text("1 篇")
    county = page.get_by_role("region", name="各县区进度").get_by_role("row").filter(has_text="城中区")
    expect(county.get_by_text("1/1")).to_have_count(2)


def adopt(page: Page, title: str) -> str:
    """Record that the region's federation took the summary over; end on the ranking and return the points."""
    page.goto("/admin/adoptions/create/")
    page.locator("#id_title").fill(title)
    page.locator("#id_county").select_option(label="城中区")
    channel = page.locator("#id_channel option").nth(2).inner_text()
    page.locator("#id_channel").select_option(label=channel)
    page.locator("#id_adopted_on").fill(f"{timezone.localdate():%Y-%m-%d}")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="保存").click()
    row = page.get_by_role("row").filter(has_text=title)
    expect(row).to_contain_text("城中区")
    points = row.get_by_role("cell").last.inner_text().strip()
    assert re.fullmatch(r"\d+", points)
    assert int(points) > 0
    page.get_by_role("link", name="积分排名").click()
    return points
