"""An archived record that was published stays as it is, also in the form that its editor sees."""

import pytest
from playwright.sync_api import expect

from cms.county import County
from pages.models import DeliberationCouncilPage
from tests.factories.works import make_work, make_work_site
from tests.flow import publish

from . import content
from .editor import SummaryEditor
from .work_forms import WorkForm

KEPT = "4 月 8 日“楼道照明”已归档发布，不能修改、取消归档或删除"
WRITTEN = ("", 0, "council_name")


@pytest.fixture
def desk(visit, people, site):
    """The form of a published council page whose one record is archived."""
    content.open_year()
    content.published_site(people)  # whose county page is then published, too
    place = publish(make_work_site("council", County.objects.get(code=content.COUNTY)), people)
    page = publish(make_work("council", place), people)
    window = visit(user=people.editor(content.COUNTY)).page
    window.goto(f"/admin/pages/{page.pk}/edit/")
    return window


def test_a_change_is_refused_and_so_is_a_removal(desk):
    form, editor = WorkForm(desk), SummaryEditor(desk)
    outcome = ("records", 0, "outcome")
    form.fill("council_name", "文昌姐妹议事会")
    form.change("records", 0, outcome="不装了")
    for press in (editor.press_submit, editor.press_save):
        with desk.expect_navigation():  # what is looked for stands there from the press before, too
            press()
        expect(desk.get_by_text(KEPT).first).to_be_visible()
        assert form.typed([WRITTEN, outcome]) == ["文昌姐妹议事会", "不装了"]
    form.change("records", 0, outcome="加装声控灯")
    desk.locator("#id_records-0-DELETE-button").click()
    editor.press_submit()
    expect(desk.get_by_text(KEPT).first).to_be_visible()
    assert form.typed([WRITTEN]) == ["文昌姐妹议事会"]
    page = DeliberationCouncilPage.objects.get()
    assert not page.workflow_in_progress
    assert [record.outcome for record in page.get_latest_revision_as_object().records.all()] == ["加装声控灯"]
