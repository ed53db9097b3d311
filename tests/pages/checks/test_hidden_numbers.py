"""Numbers hidden in any text and written in any way are found at their place, and masked ones no more."""

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pages.checks.detectors.cards import bank_cards
from pages.checks.detectors.identity import resident_ids
from pages.checks.detectors.masking import masked
from pages.checks.detectors.match import fold
from pages.checks.detectors.phones import mobile_numbers

from .made import CHINESE, found, resident_id, with_luhn_digit, written
from .test_innocent import DETECTORS

same_every_time = settings(derandomize=True, deadline=None, max_examples=150)
NUMBERS = [
    detector for detector in DETECTORS if detector.__module__.endswith(("identity", "cards", "phones"))
]

RESIDENT_IDS = st.builds(
    resident_id,
    st.sampled_from(["450205", "110101", "659001", "820000"]),
    st.dates(date(1900, 1, 1), date(2020, 12, 31)),
    st.integers(0, 999),
)
CARDS = st.one_of(
    [
        st.text("0123456789", min_size=length, max_size=length).map(
            lambda rest, head=head: with_luhn_digit(head + rest)
        )
        for head, length in [("62", 13), ("62", 16), ("4", 14), ("55", 13), ("2221", 11), ("3530", 11)]
    ]
)
MOBILES = st.text("0123456789", min_size=8, max_size=8).map("138".__add__)


@same_every_time
@given(CHINESE, CHINESE, RESIDENT_IDS, st.data())
def test_resident_ids(before, after, number, data):
    text = data.draw(written(number))
    assert [(match.start, match.text) for match in resident_ids(before + text + after)] == [
        (len(before), text)
    ]
    assert masked(text) == f"{number[:6]}********{number[14:]}"


@same_every_time
@given(CHINESE, CHINESE, CARDS, st.data())
def test_bank_cards(before, after, number, data):
    text = data.draw(written(number))
    assume(sum(not sign.isalnum() for sign in fold(text)) != 1)  # with one dot it may be a decimal number
    assert [(match.start, match.text) for match in bank_cards(before + text + after)] == [(len(before), text)]
    assert masked(text) == number[:4] + "*" * (len(number) - 8) + number[-4:]


@same_every_time
@given(CHINESE, CHINESE, MOBILES)
def test_mobile_numbers(before, after, number):
    assert [(m.start, m.text) for m in mobile_numbers(before + number + after)] == [(len(before), number)]


@same_every_time
@given(st.one_of(RESIDENT_IDS, CARDS, MOBILES), CHINESE)
def test_masked_numbers_are_found_no_more(number, around):
    text = around + masked(number) + around
    assert [found(detector, text) for detector in NUMBERS] == [[]] * len(NUMBERS)


@same_every_time
@given(st.one_of(st.text(), st.text("0123456789１２Xx -.+()（）@号路村栋单元室转，。,.:!ab\n"), CHINESE))
def test_no_text_raises(text):
    for detector in DETECTORS:
        found(detector, text)
    masked(text)
