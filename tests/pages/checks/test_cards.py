"""Bank card numbers."""

from datetime import date
from itertools import count

import pytest
from stdnum import luhn

from pages.checks.detectors.cards import bank_cards

from .made import found, resident_id, with_luhn_digit

CARD = "6222021234567890128"
ID_AND_LUHN = next(
    number
    for order in count()
    if luhn.is_valid(number := resident_id("621202", date(1990, 1, 1), order).replace("X", "0"))
    and number == resident_id("621202", date(1990, 1, 1), order)
)


@pytest.mark.parametrize(
    "text",
    [
        CARD,
        "6222 0212 3456 7890 128",
        "622202 1234567890128",
        "６２２２－０２１２－３４５６－７８９０－１２８",
        "6 2 2 2 0 2 1 2 3 4 5 6 7 8 9 0 1 2 8",
        "62220 21234\u3000567\u200b890 128",
        *map(with_luhn_digit, ["622848123456789", "6222021234567890", "62220212345678901"]),
        *map(with_luhn_digit, ["955880123456789012", "955991234567890123", "60138212345678901"]),
        "4111111111111111",
        "4222222222222",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "3782 822463 10005",
        "3530111333300000",
    ],
)
def test_found(text):
    assert found(bank_cards, text) == [text]
    assert found(bank_cards, f"工资发到{text}。") == [text]


def test_found_among_other_numbers():
    assert found(bank_cards, f"1 {CARD} 13877212345") == [CARD]
    assert found(bank_cards, "1 6222 0212 3456 7890 128") == ["6222 0212 3456 7890 128"]
    assert found(bank_cards, f"{CARD} {CARD}") == [CARD, CARD]


@pytest.mark.parametrize(
    "text",
    [
        "6222021234567890127",
        "7222021234567890121",
        "6901234567892",
        f"{CARD}0",
        f"0{CARD}",
        "411111111111",
        "4.111111111111111",
        "62 2202 1234567890128 45 6",
        "411 1111 111 111 111 12",
        ID_AND_LUHN,
    ],
)
def test_not_found(text):
    assert bank_cards(text) == []
