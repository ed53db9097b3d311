"""A submission that breaks a rule is refused in words that help, and nothing that was written is lost."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.models import WorkflowState

from reports.models import YearEndSummaryPage

from . import content, samples, staff
from .editor import SummaryEditor

pytestmark = pytest.mark.interface

TOO_LONG = re.compile(r"现有 2,\d{3} 字，超过 2,000 字的上限")
TOO_FEW = "需要 3 至 5 张照片"


@pytest.fixture
def editor(visit, people):
    """A writer's empty form of a new summary."""
    content.open_year()
    site = content.published_site(people)
    page = visit(user=people.editor(content.COUNTY)).page
    page.goto(f"/admin/pages/add/reports/yearendsummarypage/{site.pk}/")
    return SummaryEditor(page)


def only_draft() -> YearEndSummaryPage:
    """The one summary that there is: a draft outside the workflow, as its latest revision has it."""
    page = YearEndSummaryPage.objects.get()
    assert not page.live
    assert not WorkflowState.objects.active().filter(object_id=str(page.pk)).exists()
    return page.get_latest_revision_as_object()


def test_too_long_a_text(editor, tmp_path):
    sample = samples.read("too-long", tmp_path)
    editor.paste(sample.clipboard, sample.plain)
    for caption, file in sample.photos:
        editor.add_photo(file, caption, f"照片：{caption}")
    editor.save()
    editor.press_submit()
    expect(editor.messages).to_contain_text(TOO_LONG)
    draft = only_draft()
    assert draft.character_count > 2000
    assert draft.photos.count() == len(sample.photos)
    editor.page.reload()
    expect(editor.text).to_contain_text(sample.blocks[-1][1].strip())
    expect(editor.photo_rows).to_have_count(len(sample.photos))
    editor.page.goto("/admin/")
    expect(staff.work_list(editor.page, "草稿")).to_contain_text(draft.title)


def test_two_photos(editor, tmp_path):
    sample = samples.read("valid", tmp_path)
    editor.paste(sample.clipboard, sample.plain)
    for caption, file in sample.photos[:2]:
        editor.add_photo(file, caption, f"照片：{caption}")
    editor.save()
    editor.press_submit()
    expect(editor.messages).to_contain_text(TOO_FEW)
    assert only_draft().photos.count() == 2
    editor.add_photo(sample.photos[2][1], sample.photos[2][0], "照片：补上的一张")
    editor.press_submit()
    expect(editor.messages).to_contain_text("已提交")
    assert WorkflowState.objects.active().count() == 1


def test_straight_from_the_form_of_a_new_page(editor, tmp_path):
    sample = samples.read("valid", tmp_path)
    editor.paste(sample.clipboard, sample.plain)
    editor.press_submit()
    expect(editor.messages).to_contain_text(TOO_FEW)
    assert only_draft().character_count > 0
    editor.page.reload()
    expect(editor.text).to_contain_text(sample.blocks[-1][1].strip())
