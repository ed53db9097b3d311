"""The script that counts 字数 in the browser, held against the server's count."""

import json
import random
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from pages.text import count_characters

pytestmark = pytest.mark.interface

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "static_src" / "admin" / "count.js"
VECTORS = json.loads((ROOT / "tests" / "vectors" / "characters.json").read_text())
COUNT_ALL = "texts => texts.map(window.countCharacters)"
# The characters that count nothing. Half of a pair of surrogates is no character: it cannot be saved.
COUNT_OTHERS = """() => [...Array(0x110000).keys()].filter(code => !(code >= 0xD800 && code < 0xE000))
  .filter(code => window.countCharacters(String.fromCodePoint(code)) !== 1)"""
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
    others = counter.evaluate(COUNT_OTHERS)
    surrogates = range(0xD800, 0xE000)
    alone = (code for code in range(sys.maxunicode + 1) if code not in surrogates)
    assert others == [code for code in alone if count_characters(chr(code)) == 0]


def test_numbers_are_counted_as_the_server_keeps_them(counter):
    dice = random.Random(2020)  # noqa: S311
    typed = [random_number(dice) for _ in range(3000)]
    kept = counter.evaluate("numbers => numbers.map(window.countCharacters.decimal)", typed)
    assert kept == [str(Decimal(number)) for number in typed]


def random_number(dice: random.Random) -> str:
    """Something that may be typed into a field for numbers."""
    digits = "".join(dice.choices("0012345", k=dice.randrange(1, 12)))
    point = dice.randrange(-5, len(digits))
    number = digits if point < 0 else f"{digits[:point]}.{digits[point:]}"
    power = dice.choice(["", "", f"e{dice.randrange(-12, 12)}", f"E+{dice.randrange(12)}"])
    return f"{dice.choice(['', '', '-'])}{number}{power}"
