"""Resident ID numbers."""

from datetime import date, timedelta

import pytest

from pages.checks.detectors.identity import resident_ids

from .made import found, resident_id, with_check_digit

NUMBER = "45022319780512124X"
OTHER = resident_id("450205", date(1990, 1, 1), 123)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"身份证号{NUMBER}，", [NUMBER]),
        (f"身份证号{NUMBER.lower()}", [NUMBER.lower()]),
        ("４５０２２３１９７８０５１２１２４Ｘ", ["４５０２２３１９７８０５１２１２４Ｘ"]),
        ("450223 19780512 124X", ["450223 19780512 124X"]),
        (f"ID{NUMBER}tel", [NUMBER]),
        (f"{NUMBER}13877212345", [NUMBER]),
        ("450223－1978·05·12—124 - X", ["450223－1978·05·12—124 - X"]),
        ("45022319780512124×。", ["45022319780512124×"]),
        ("4502\u200b2319780512\u200b124X", ["4502\u200b2319780512\u200b124X"]),
        (f"1 {OTHER} 2", [OTHER]),
        (f"{OTHER} {NUMBER}", [OTHER, NUMBER]),
        (f"13877212345-{NUMBER}", [NUMBER]),
        (f"序号1 {OTHER} 13877212345", [OTHER]),
    ],
)
def test_found(text, numbers):
    assert found(resident_ids, text) == numbers


@pytest.mark.parametrize("area", ["110101", "460400", "659001", "710000", "810000", "830000", "910000"])
def test_every_province_has_numbers(area):
    assert resident_ids(resident_id(area, date(2001, 2, 3), 5))


@pytest.mark.parametrize(
    "text",
    [
        "450223197805121241",
        "45022319780512124",
        with_check_digit("45022319780231124"),
        with_check_digit("45022318990512124"),
        with_check_digit("10022319780512124"),
        with_check_digit("56022319780512124"),
        resident_id("450205", date.today() + timedelta(days=1), 123),
        f"{OTHER}1",
        f"1{OTHER}",
        "45022319780512\n124X",
        "450223,19780512,124X",
    ],
)
def test_not_found(text):
    assert resident_ids(text) == []


def test_a_child_born_today_has_one():
    assert resident_ids(resident_id("450205", date.today(), 123))
