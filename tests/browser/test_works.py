"""Each featured work's whole way: begun from the editor's home, refused, mended, approved twice, read by anybody."""

import re

import pytest
from playwright.sync_api import expect

from cms.county import County
from pages.models.works import MODELS
from tests.factories.pages import make_site
from tests.factories.pictures import make_picture
from tests.factories.works import make_members, make_work
from tests.flow import publish

from . import content, staff, work_wrongs
from .axe import violations
from .choosers import choose_photos, choose_picture
from .editor import SummaryEditor
from .visits import DESKTOP, PHONE
from .work_forms import FILL, YEAR, WorkForm

pytestmark = pytest.mark.interface

BY_SLUG = {model.kind.slug: model for model in MODELS}
PHOTO = "妇女之家门前"
EDITED = re.compile(r"/admin/pages/(\d+)/edit/")
LONG_NAME = "融水苗族自治县易地扶贫搬迁示例安置点社区"


@pytest.fixture
def place(people, site):
    content.open_year(YEAR)
    county = County.objects.get(code="450225")
    draft = make_site(county, LONG_NAME, kind="resettlement", home_established=True, home_stars=5)
    make_members(draft)
    make_picture(county.collection, title=PHOTO, description="")
    return publish(draft, people)


# One of the eight each time, the one with members and the most kinds of rows; all of them with ``-m long``.
EACH_TIME = {"committee"}


@pytest.mark.parametrize(
    "kind", [kind if kind in EACH_TIME else pytest.param(kind, marks=pytest.mark.long) for kind in FILL]
)
def test_from_the_editors_home_to_the_reader(visit, people, place, kind):
    editor, lead = people.editor("450225"), people.lead("450225")
    model, title = BY_SLUG[kind], f"{LONG_NAME}的{BY_SLUG[kind].kind.short_name}：一件一件做到家门口"
    desk = visit(user=editor).page
    begin(desk, model)
    submit_untouched(desk, model)
    make_work(kind, place, work_wrongs.WRONG_YEAR)
    submit_wrong(desk, model, title)
    expect(SummaryEditor(desk).messages).to_contain_text("提交")

    for reviewer, outcome in ((lead, "转市妇联组联部审核"), (people.moderator(), "已审核通过并发布")):
        staff.decide(visit(user=reviewer).page, title, outcome)

    page = model.objects.get(live=True)
    for width in (PHONE, DESKTOP):
        reader = visit(width)
        reader.page.goto(page.url)
        expect(reader.page.get_by_role("heading", level=1)).to_have_text(title)
        expect(reader.page.get_by_text(model.kind.demand)).to_be_visible()
        assert reader.overflow() <= 0
        assert violations(reader.page) == []
        assert reader.complaints == []
    reader.page.goto(f"/works/{kind}/")
    expect(reader.page.get_by_role("link", name=title)).to_be_visible()


def begin(desk, model) -> None:
    """Two taps from the home: the site's board, the work."""
    desk.goto("/admin/")
    desk.get_by_role("navigation", name="八项工作").get_by_role("link").first.click()
    item = desk.locator(".board-item").filter(has_text=model.kind.short_name).first
    item.get_by_role("link", name="开始写").click()
    expect(desk.locator("#id_year")).to_have_value(str(YEAR))


def submit_untouched(desk, model) -> None:
    """Submit the form with nothing in it but numbers that cannot be."""
    wrongs = [work_wrongs.NOTHING, *work_wrongs.UNTOUCHED[model.kind.slug]]
    form = WorkForm(desk)
    for (relation, row, name), value in work_wrongs.values(wrongs).items():
        if name != "body":
            form.change(relation, row, **{name: value}) if relation else form.fill(name, value)
    SummaryEditor(desk).press_submit()
    expect_refused(desk, model, form, work_wrongs.lines(model, wrongs))


def submit_wrong(desk, model, title: str) -> None:
    """Break every other rule at once, see all that is said about it, mend it and submit."""
    kind = model.kind.slug
    wrongs = [*work_wrongs.IN_ALL, *work_wrongs.WRONG[kind]]
    form = WorkForm(desk, work_wrongs.values(wrongs))
    form.fill("title", title)
    form.fill("year", str(YEAR))
    FILL[kind](form)
    choose_photos(desk, PHOTO)
    if kind == "lights":
        choose_picture(desk, "#id_lights-3-image", PHOTO)
    editor = SummaryEditor(desk)
    editor.press_submit()
    said = work_wrongs.lines(model, wrongs) + work_wrongs.PHOTO + work_wrongs.BESIDES.get(kind, [])
    expect_refused(desk, model, form, said)
    expect(desk.locator("#id_title")).to_have_value(title)
    form.mend()
    for name in ("caption", "description"):
        form.change("photos", 0, **{name: "妇女之家门前"})
    if kind == "lights":
        form.change("lights", 3, description="门口的牌子")
    for still in work_wrongs.STILL_WRONG.get(kind, []):
        form.wrong = work_wrongs.values([still])
        form.fill(still[2], form.right[still[:3]])
        editor.press_submit()
        expect_refused(desk, model, form, work_wrongs.lines(model, [still]))
        form.mend()
    editor.press_submit()


def expect_refused(desk, model, form: WorkForm, said: list[str]) -> None:
    """The page is a draft, all of *said* is said, and what was typed is there."""
    lines = desk.locator(".messages li li")
    expect(lines.first).to_be_visible()
    found = [line.strip() for line in lines.all_text_contents()]
    assert [words for words in said if not any(line.startswith(words) for line in found)] == []
    assert form.typed(list(form.wrong)) == list(form.wrong.values())
    page = model.objects.get(pk=EDITED.search(desk.url)[1])
    assert not page.live
    assert not page.workflow_in_progress


def test_warnings_are_seen_by_editor_and_reviewer(visit, people, place):
    editor, lead = people.editor("450225"), people.lead("450225")
    desk = visit(PHONE, editor).page
    begin(desk, BY_SLUG["resettlement"])
    form = WorkForm(desk)
    FILL["resettlement"](form)
    form.fill("executives", "9")
    SummaryEditor(desk).press_submit()
    expect(SummaryEditor(desk).messages).to_contain_text("提交")
    office = visit(PHONE, lead).page
    office.goto("/admin/")
    office.get_by_role("link", name="审核").last.click()
    expect(office.get_by_text("执委不少于 11 人，现有 9 人")).to_be_visible()


def test_board_is_usable_on_a_phone(visit, people, place):
    phone = visit(PHONE, people.editor("450225"))
    phone.page.goto(f"/admin/sites/{place.pk}/")
    expect(phone.page.get_by_role("heading", name="特色亮点工作")).to_be_visible()
    assert phone.overflow() <= 0
    assert violations(phone.page) == []


def test_what_no_draft_can_hold_is_refused_and_stays_typed(visit, people, place):
    """The browser's own checks of numbers and addresses are off: the server answers, in Chinese."""
    desk = visit(user=people.editor("450225")).page
    model = BY_SLUG["volunteering"]
    begin(desk, model)
    editor, form = SummaryEditor(desk), WorkForm(desk)
    form.fill("year", "")
    editor.press_submit()
    expect(editor.messages).to_contain_text("年份：此项为必填项。")
    FILL["volunteering"](form)
    form.fill("year", "-2020")
    form.fill("online_address", "柳州妇联网")
    editor.press_submit()
    expect(desk.get_by_text("数值不能小于 0。").first).to_be_visible()
    expect(desk.get_by_text("请输入有效的网址。").first).to_be_visible()
    assert form.typed(list(form.right)) == list(form.right.values())
    page = model.objects.get()
    assert not page.workflow_in_progress
    assert page.get_latest_revision_as_object().year is None
