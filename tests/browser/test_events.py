"""Lectures, activities, meetings and stories: begun in the admin, refused, mended, approved, read by anybody."""

import pytest
from playwright.sync_api import Page, expect

from cms.county import County
from pages.models import StoryIndexPage
from tests.factories.pictures import make_picture

from . import content, staff
from .axe import violations
from .choosers import choose_photos
from .editor import SummaryEditor
from .event_forms import CASES, PLAIN, TIMES, Case, Round
from .visits import DESKTOP, PHONE
from .work_forms import WorkForm

pytestmark = pytest.mark.interface

LONG = "在柳江边的小院里坐下来，把姐妹们的事一件一件商量好、一件一件办下去"


@pytest.fixture
def place(people, site):
    """A published site."""
    content.open_year()
    return content.published_site(people)


def fill_library(collection, case: Case) -> None:
    """A picture that nobody has said anything about, and those with all their words that *case* needs."""
    make_picture(collection, title=PLAIN, description="")
    for title in {title for turn in case.rounds for title in turn.photos}:
        make_picture(collection, title=title, caption="宣讲现场", description="姐妹们围坐一圈")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_from_the_admin_home_to_the_reader(visit, people, place, case):
    title = f"{case.model._meta.verbose_name}：{LONG}"
    of_city = case.parent == "city"
    writer = people.moderator() if of_city else people.editor(content.COUNTY)
    fill_library(None if of_city else County.of(place).collection, case)
    desk = visit(user=writer).page
    begin(desk, case, place)
    form = WorkForm(desk)
    form.fill("title", title)
    for turn in case.rounds:
        write(desk, form, turn)
        SummaryEditor(desk).press_submit()
        if turn.said:
            expect_refused(desk, form, case, turn)
    expect(SummaryEditor(desk).messages).to_contain_text("提交")

    lead = [] if of_city else [(people.lead(content.COUNTY), "转市妇联组联部审核")]
    for reviewer, outcome in [*lead, (people.moderator("zulianbu2"), "已审核通过并发布")]:
        staff.decide(visit(user=reviewer).page, title, outcome)

    page = case.model.objects.get()
    for width in (PHONE, DESKTOP):
        reader = visit(width)
        reader.page.goto(page.url)
        expect(reader.page.get_by_role("heading", level=1)).to_have_text(title)
        expect_sound(reader)
        for address in case.listed:
            reader.page.goto(address)
            expect(reader.page.get_by_role("link", name=title)).to_be_visible()
            expect_sound(reader)


def begin(desk: Page, case: Case, place) -> None:
    """From the home to the form: over the site's board, or down the tree for what stands elsewhere."""
    desk.goto("/admin/")
    if case.parent == "site":
        desk.get_by_role("navigation", name="八项工作").get_by_role("link").first.click()
        desk.get_by_role("link", name=case.link or "全部页面", exact=True).click()
        if case.link:
            return
    else:
        parent = StoryIndexPage.objects.get() if case.parent == "city" else place.get_parent()
        desk.get_by_role("button", name="页面", exact=True).click()
        desk.get_by_role("dialog", name="页面管理").get_by_role("link", name=parent.title).first.click()
    desk.get_by_role("link", name="添加子页面").first.click()
    if case.parent != "city":  # whose section takes one type only
        desk.get_by_role("link", name=case.model._meta.verbose_name, exact=True).click()


def write(desk: Page, form: WorkForm, turn: Round) -> None:
    """Type what *turn* says, and mend the photos that the one before was refused for."""
    rows = desk.locator("#id_photos-FORMS > [data-inline-panel-child]")
    if rows.count() > 1:
        desk.locator("#id_photos-0-DELETE-button").click()
        expect(rows.first).to_be_hidden()
    elif rows.count() == 1:
        form.change("photos", 0, caption="小院里", description="姐妹们围坐在灯下")
    for name, value in turn.typed.items():
        form.fill(name, value)
    for topic in turn.topics:
        desk.get_by_label(topic).check()
    if turn.text:
        desk.get_by_role("button", name="插入内容块").click()
        desk.get_by_role("option", name="正文段落").click()
        SummaryEditor(desk).type_at_end(turn.text)
    if turn.plain_photo:
        choose_photos(desk, PLAIN)
    for _ in range(TIMES if turn.photos else 0):
        choose_photos(desk, *turn.photos)


def expect_refused(desk: Page, form: WorkForm, case: Case, turn: Round) -> None:
    """The page is a draft, all is said, and what was typed is there."""
    lines = desk.locator(".messages li li")
    expect(lines.first).to_be_visible()
    found = [line.strip() for line in lines.all_text_contents()]
    assert [words for words in turn.said if not any(line.startswith(words) for line in found)] == []
    assert form.typed([("", 0, name) for name in turn.typed]) == list(turn.typed.values())
    for topic in turn.topics:
        expect(desk.get_by_label(topic)).to_be_checked()
    if turn.text:
        expect(SummaryEditor(desk).text).to_contain_text(turn.text)
    page = case.model.objects.get()
    assert not page.live
    assert not page.workflow_in_progress


def expect_sound(reader) -> None:
    """Nothing sticks out, nothing is wrong for those who cannot see, the console is silent."""
    assert reader.overflow() <= 0
    assert violations(reader.page) == []
    assert reader.complaints == []
