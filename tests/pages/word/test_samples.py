"""The three sample summaries come through complete, compared with what python-docx reads by itself."""

import hashlib

import pytest
from docx import Document

from pages.blocks import BodyBlock, counted_text
from pages.text import count_characters, plain_text
from pages.word import read
from reports.rules import MAX_CHARACTERS, summary_problems
from tests.conftest import SAMPLES

NAMES = ("valid", "too-long", "with-personal-data")


def opened(name):
    path = SAMPLES / f"summary-{name}.docx"
    with path.open("rb") as file:
        return Document(path), read(file, path.name)


def lines_of(text):
    """Title, headings and paragraphs in their order, as plain lines."""
    lines = [text.title]
    for block in text.blocks:
        lines += plain_text(block["value"]).split("\n") if block["type"] == "paragraph" else [block["value"]]
    return lines


@pytest.mark.parametrize("name", NAMES)
def test_every_paragraph_comes_through_in_its_order(name):
    document, text = opened(name)
    expected = [line for p in document.paragraphs if (line := p.text.strip()) and not line.startswith("图")]
    assert lines_of(text) == expected
    assert text.left_out == []


@pytest.mark.parametrize("name", NAMES)
def test_title_and_headings_are_told_from_the_text(name):
    document, text = opened(name)
    styled = {
        style: [p.text for p in document.paragraphs if p.style.name == style]
        for style in ("Heading 1", "Heading 2")
    }
    assert [text.title] == styled["Heading 1"]
    assert [block["value"] for block in text.blocks if block["type"] == "heading"] == styled["Heading 2"]


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_comes_with_its_bytes_and_its_caption(name):
    document, text = opened(name)
    ids = [shape._inline.graphic.graphicData.pic.blipFill.blip.embed for shape in document.inline_shapes]
    expected = [hashlib.sha256(document.part.related_parts[id].blob).hexdigest() for id in ids]
    assert [hashlib.sha256(picture.content).hexdigest() for picture in text.pictures] == expected
    captions = [p.text.partition("：")[2] for p in document.paragraphs if p.text.startswith("图")]
    assert [picture.caption for picture in text.pictures] == captions
    assert {picture.media_type for picture in text.pictures} == {"image/jpeg"}
    assert {picture.place for picture in text.pictures} == {len(text.blocks)}


@pytest.mark.parametrize("name", NAMES)
def test_the_count_is_the_rules_own(name):
    document, text = opened(name)
    lines = [
        p.text for p in document.paragraphs if p.style.name != "Heading 1" and not p.text.startswith("图")
    ]
    assert text.characters == count_characters("\n".join(lines))
    assert text.characters == count_characters(counted_text(BodyBlock().to_python(text.blocks)))


def test_the_sample_that_is_too_long_is_found_too_long():
    assert opened("too-long")[1].characters > MAX_CHARACTERS
    assert opened("valid")[1].characters <= MAX_CHARACTERS
    problems = [str(problem) for problem in summary_problems(opened("too-long")[1].characters, [])]
    assert any("超过 2,000 字的上限" in problem for problem in problems)
