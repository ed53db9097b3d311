"""字数 as Chinese offices count it, and plain text out of rich text."""

import doctest
import json
from pathlib import Path

import pytest

from pages import slugs, text
from pages.text import count_characters, plain_text

# One file for the server and for the editor, which counts in JavaScript (tests/browser/test_count.py).
VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "characters.json").read_text())


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("　　 \n\t", 0),
        ("妇联", 2),
        ("2020年", 2),
        ("1,860人次", 5),
        ("WeChat群", 2),
        ("“柳女性”，好。", 8),
        ("A B", 2),
        ("全角２０２０", 6),
        ("𠮷", 1),
    ],
)
def test_count(words, count):
    assert count_characters(words) == count


@pytest.mark.parametrize(("words", "count"), VECTORS)
def test_count_of_the_vectors_that_the_editor_shares(words, count):
    assert count_characters(words) == count


def test_blocks_part_runs_of_letters():
    assert count_characters(plain_text("<p>abc</p><p>def</p>")) == 2
    assert count_characters(plain_text("<p>a<b>b</b>c</p>")) == 1


def test_entities_and_tags_are_not_counted():
    assert plain_text('<p>男女&amp;平等<br/>基本<a href="x">国策</a></p>') == "男女&平等\n基本国策"


@pytest.mark.parametrize("module", [text, slugs])
def test_examples_in_docstrings(module):
    assert doctest.testmod(module).failed == 0
