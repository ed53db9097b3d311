"""Mobile and landline numbers."""

import pytest

from pages.checks.detectors.phones import landlines, mobile_numbers

from .made import found, with_luhn_digit


@pytest.mark.parametrize(
    "text",
    [
        "13877212345",
        "138 7721 2345",
        "138-7721-2345",
        "138 - 7721 - 2345",
        "１３８\u3000７７２１\u3000２３４５",
        "1387721 2345",
        "1 3 8 7 7 2 1 2 3 4 5",
        "138\u200b77212345",
        "+8613877212345",
        "+86 138 7721 2345",
        "＋86-13877212345",
        "0086 13877212345",
        "8613877212345",
        "19277212345",
        "16577212345",
    ],
)
def test_mobile(text):
    assert found(mobile_numbers, f"联系电话：{text}。") == [text]
    assert landlines(text) == []


def test_mobiles_in_a_row():
    row = "13877212345 13977212345/13677212345"
    assert found(mobile_numbers, row) == ["13877212345", "13977212345", "13677212345"]
    assert found(mobile_numbers, "(+86)13877212345") == ["13877212345"]


@pytest.mark.parametrize(
    "text",
    [
        "12877212345",
        "1387721234",
        "138772123456",
        "20201013877212345",
        "45022319780512124X",
        "6222021387721234512",
        "6222 0213 8772 1234 5",
        "15 32 44 120 36",
        "13877212345元",
        "193.160.120.25",
        "138,772,123,45",
        "138****2345",
    ],
)
def test_no_mobile(text):
    assert mobile_numbers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "0772-2821234",
        "07722821234",
        "0772 282 1234",
        "(0772)2821234",
        "（０７７２）２８２　１２３４",
        "0772—2821234转801",
        "0772-2821234-8001",
        "+86 772 2821234",
        "+86 (0772) 2821234",
        "010-62821234",
    ],
)
def test_landline(text):
    assert found(landlines, f"电话：{text}，") == [text]
    assert mobile_numbers(text) == []


@pytest.mark.parametrize(
    "text",
    ["12338", "12345", "110", "0772-12338", "400-123-4567", "4001234567", "2821234", "0.7722821234", "0101"],
)
def test_no_landline(text):
    assert landlines(text) == []
    assert mobile_numbers(text) == []


def test_no_mobile_inside_a_card_number_in_pieces():
    card = with_luhn_digit("622202138772123451")
    assert mobile_numbers(f"卡号{card[:6]} {card[6:17]} {card[17:]}") == []
