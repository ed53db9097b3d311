"""Each featured work's whole way: begun from the editor's home, refused, mended, approved twice, read by anybody."""

import pytest
from playwright.sync_api import expect

from cms.county import County
from pages.models.works import MODELS
from tests.factories.pages import make_site
from tests.factories.works import make_members
from tests.flow import publish

from . import content, staff
from .axe import violations
from .editor import SummaryEditor
from .visits import DESKTOP, PHONE
from .work_forms import FILL, WRONG, YEAR, WorkForm

BY_SLUG = {model.kind.slug: model for model in MODELS}
LONG_NAME = "融水苗族自治县易地扶贫搬迁示例安置点社区"


@pytest.fixture
def place(people, site):
    content.open_year(YEAR)
    county = County.objects.get(code="450225")
    draft = make_site(county, LONG_NAME, kind="resettlement", home_established=True, home_stars=5)
    make_members(draft)
    return publish(draft, people)


@pytest.mark.parametrize("kind", FILL)
def test_from_the_editors_home_to_the_reader(visit, people, place, kind):
    editor, lead = people.editor("450225"), people.lead("450225")
    model, title = BY_SLUG[kind], f"{LONG_NAME}的{BY_SLUG[kind].kind.short_name}：一件一件做到家门口"
    desk = visit(user=editor).page
    begin(desk, model)
    form = WorkForm(desk)
    form.fill("title", title)
    FILL[kind](form)
    for wrong in WRONG[kind]:
        type_into(form, *wrong[:4])
    refused = SummaryEditor(desk)
    refused.press_submit()
    for *_where, words, _good in WRONG[kind]:
        expect(refused.messages).to_contain_text(words)
    page = model.objects.get()
    assert not page.workflow_in_progress
    expect(desk.locator("#id_title")).to_have_value(title)
    for wrong in WRONG[kind]:
        type_into(form, *wrong[:3], wrong[5])
    refused.press_submit()
    expect(refused.messages).to_contain_text("提交")

    for reviewer, outcome in ((lead, "转市妇联组联部审核"), (people.moderator(), "已审核通过并发布")):
        office = visit(user=reviewer).page
        office.goto("/admin/")
        staff.open_review(office, title)
        expect(office.frame_locator("iframe").get_by_role("heading", name=title)).to_be_visible()
        staff.approve(office, "通过")
        expect(office.get_by_text(outcome)).to_be_visible()

    page = model.objects.get()
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
        assert reader.overflow() <= 0
        assert violations(reader.page) == []


def begin(desk, model) -> None:
    """Two taps from the home: the site's board, the work."""
    desk.goto("/admin/")
    desk.get_by_role("link", name="八项工作").first.click()
    item = desk.locator(".board-item").filter(has_text=model.kind.short_name).first
    item.get_by_role("link", name="开始写").click()
    expect(desk.locator("#id_year")).to_have_value(str(YEAR))


def type_into(form: WorkForm, relation: str, row: int, name: str, value: str) -> None:
    if relation:
        form.change(relation, row, **{name: value})
    else:
        form.fill(name, value)


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
