"""字数 beside the text while it is written: the server's number, whatever is typed, added, deleted."""

import json
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from pages.text import count_characters
from reports.models import YearEndSummaryPage
from reports.rules import MAX_CHARACTERS
from tests.factories.pages import make_site, make_summary
from tests.flow import fresh
from tests.reports.bodies import text_blocks

from .editor import SummaryEditor

pytestmark = pytest.mark.interface

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "static_src" / "admin" / "count.js"
VECTORS = json.loads((ROOT / "tests" / "vectors" / "characters.json").read_text())
COUNT_ALL = "texts => texts.map(window.countCharacters)"
# What the two languages might see differently: white space, controls, signs without width, beyond 16 bits.
PIECES = ["a", "Z", "9", "字", "，", " ", "\u3000", "\u00a0", "\u0085", "\u001c", "\u200b", "\ufeff", "\u180e", "_", ".",
          "😀", "\u200d", "𠮷", "é", "\u0301", "１", "²", "\n", "\u2028"]  # fmt: skip


@pytest.fixture
def counter(visit):
    """A page that has nothing but the script."""
    page = visit().page
    page.goto("about:blank")
    page.add_script_tag(content=SCRIPT.read_text())
    return page


def test_the_browser_counts_the_vectors_as_the_server_does(counter):
    texts, counts = zip(*VECTORS, strict=True)
    assert counter.evaluate(COUNT_ALL, list(texts)) == list(counts)


def test_the_browser_counts_anything_as_the_server_does(counter):
    dice = random.Random(2020)  # noqa: S311
    texts = ["".join(dice.choices(PIECES, k=dice.randrange(40))) for _ in range(3000)]
    assert counter.evaluate(COUNT_ALL, texts) == [count_characters(text) for text in texts]


def test_no_character_alone_is_counted_differently(counter):
    surrogates = range(0xD800, 0xE000)
    texts = [chr(code) for code in range(0x30000) if code not in surrogates]
    assert counter.evaluate(COUNT_ALL, texts) == [count_characters(text) for text in texts]


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


def test_a_block_that_is_deleted_does_not_count(writing):
    editor, page = writing
    line = editor.page.locator(".character-count")
    expect(line).to_have_text(shown(page.count_characters()))
    editor.page.locator("#body-0-value").locator("xpath=ancestor::*[@data-streamfield-child][1]").get_by_role(
        "button", name="删除"
    ).click()
    expect(line).to_have_text(shown(page.count_characters() - count_characters("一、阵地建设")))


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
