"""字数 beside the text while it is written: the server's number, whatever is typed, added, deleted."""

import re

import pytest
from playwright.sync_api import expect

from pages.fields import CharacterCountField
from pages.models import LecturePage
from pages.text import count_characters
from reports.models import YearEndSummaryPage
from reports.rules import MAX_CHARACTERS
from tests.factories.pages import make_site, make_summary
from tests.flow import fresh
from tests.reports.bodies import text_blocks

from .axe import violations
from .body_form import BodyForm
from .editor import SummaryEditor
from .visits import DESKTOP, PHONE

pytestmark = pytest.mark.interface

COLUMNS = {"项目": "文字", "场次": "数字"}
# Within the window, and not behind the buttons that float at its bottom.
IN_SIGHT = """line => {
  const box = line.getBoundingClientRect();
  const bars = [...document.querySelectorAll("footer, .quick__buttons")].map((bar) => bar.getBoundingClientRect());
  return box.width > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
    && bars.every((bar) => box.bottom <= bar.top || box.top >= bar.bottom || box.right <= bar.left);
}"""


@pytest.fixture
def writing(visit, people, city_centre):
    """The form of a summary with every kind of text, and its page."""
    page = make_summary(make_site(city_centre))
    page.body = YearEndSummaryPage.body.field.stream_block.to_python(text_blocks())
    page.save_revision()
    window = visit(user=people.editor("450202")).page
    window.goto(f"/admin/pages/{page.pk}/edit/")
    return SummaryEditor(window), page


def shown(number: int) -> re.Pattern:
    return re.compile(rf"^字数 {number:,} / {MAX_CHARACTERS:,}$")


def test_what_is_shown_is_what_the_server_stores(writing):
    editor, page = writing
    line = editor.page.locator(".character-count")
    before = page.count_characters()
    expect(line).to_have_text(shown(before))
    editor.page.locator("#body-0-value").fill("二、阵地 ABC 12")
    after = before - count_characters("一、阵地建设") + count_characters("二、阵地 ABC 12")
    expect(line).to_have_text(shown(after))
    editor.page.locator("[data-contentpath=body] [contenteditable=true]").first.click()
    editor.page.keyboard.press("Control+End")
    editor.page.keyboard.type("新写的一句，共 10 字。")
    after += count_characters("新写的一句，共 10 字。")
    expect(line).to_have_text(shown(after))
    editor.save()
    expect(line).to_have_text(shown(after))
    assert fresh(page).get_latest_revision_as_object().count_characters() == after


def test_blocks_that_are_added_moved_and_deleted(writing):
    editor, page = writing
    line = editor.page.locator(".character-count")
    form = BodyForm(editor.page)
    number = page.count_characters()
    for add, words in (
        (lambda: form.add_heading("三、工作 ABC 12"), 6),
        (lambda: form.add_paragraph("新写的一段，共 10 字。"), 10),
        (lambda: form.add_quotation("有事找妇联", "居民 2 人"), 5 + 4),
        # The server keeps ".5" as "0.5", "1e3" as "1E+3".
        (
            lambda: form.add_table("不算的表题", COLUMNS, ["讲座 ABC", ".5"], ["议事", "1e3"]),
            4 + 3 + 3 + 2 + 3,
        ),
    ):
        add()
        number += words
        expect(line).to_have_text(shown(number))

    table = form.block(int(editor.page.locator("[name=body-count]").input_value()) - 1)
    table.get_by_role("button", name="上移").click()
    table.get_by_role("button", name="删除列").last.click()
    number -= 2 + 3 + 3
    expect(line).to_have_text(shown(number))
    table.get_by_role("button", name="删除行").first.click()
    number -= 3
    expect(line).to_have_text(shown(number))
    form.delete(form.block(0))
    number -= count_characters("一、阵地建设")
    expect(line).to_have_text(shown(number))
    assert violations(editor.page, ".character-count") == []

    editor.save()
    kept = fresh(page).get_latest_revision_as_object()
    assert kept.character_count == number
    expect(line).to_have_text(shown(number))
    editor.page.reload()
    expect(line).to_have_text(shown(number))


def test_too_much_is_said_in_colour_and_aloud(writing):
    editor, page = writing
    line, said = (
        editor.page.locator(".character-count"),
        editor.page.locator(".character-count + [role=status]"),
    )
    expect(line).to_have_text(shown(page.count_characters()))
    expect(said).to_be_empty()
    editor.page.locator("#body-0-value").fill("字" * MAX_CHARACTERS)
    over = page.count_characters() - count_characters("一、阵地建设")
    expect(line).to_have_text(f"字数 {MAX_CHARACTERS + over:,} / {MAX_CHARACTERS:,}，超出 {over:,} 字")
    expect(line).to_have_class(re.compile("character-count--over"))
    expect(said).to_contain_text(f"超出 {over:,} 字")
    editor.page.locator("#body-0-value").fill("短")
    expect(said).to_contain_text("没有超出")


@pytest.mark.parametrize("width", [PHONE, 820, 1100, DESKTOP])
def test_it_stays_in_sight_and_beside_the_buttons(visit, people, city_centre, width):
    page = make_summary(make_site(city_centre), text="字" * (MAX_CHARACTERS * 6))
    window = visit(width, people.editor("450202"))
    window.page.goto(f"/admin/pages/{page.pk}/edit/")
    line = window.page.locator(".character-count")
    expect(line).to_have_text("字数 12,000 / 2,000，超出 10,000 字")
    window.page.locator("[data-contentpath=body]").evaluate("body => body.scrollIntoView()")
    assert line.evaluate(IN_SIGHT)
    assert violations(window.page, ".character-count") == []
    assert window.overflow() <= 0


def test_the_quick_form_counts_what_becomes_the_body(visit, people, city_centre):
    site = make_site(city_centre)
    window = visit(PHONE, people.editor("450202")).page
    window.goto(f"/admin/quick/{site.pk}/lecture/")
    line = window.locator(".character-count")
    expect(line).to_have_text("字数 0")
    window.get_by_label("经过").fill("讲了 ABC\n\n12 人，a<b\u3000😀")
    expect(line).to_have_text("字数 10")
    window.get_by_label("经过").evaluate("field => field.scrollIntoView()")
    assert line.evaluate(IN_SIGHT)
    window.get_by_role("button", name="保存草稿").tap()
    window.wait_for_url("**/quick/saved/**")
    body = LecturePage.objects.get().get_latest_revision_as_object().body
    assert CharacterCountField.count(body) == 10
