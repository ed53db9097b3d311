"""Any ID or card number hidden in Chinese text, with any separators, is found; nothing raises."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.iso7064 import mod_11_2

from pages.checks.detectors import cards, contacts, identity, phones
from pages.checks.detectors.masking import masked
from pages.checks.detectors.match import SEPARATORS
from pages.checks.detectors.punctuation import punctuation_faults

settings.register_profile("checks", derandomize=True, deadline=None, max_examples=150)
PROFILE = settings.get_profile("checks")

chinese = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF) | st.sampled_from("，。、；：“”（）\n"),
    max_size=40,
)
gaps = st.text(st.sampled_from(SEPARATORS), max_size=2)


@st.composite
def ids(draw) -> str:
    """A resident ID number that somebody could have."""
    province = draw(st.sampled_from(sorted(identity.PROVINCES)))
    born = date(1900, 1, 1) + timedelta(days=draw(st.integers(0, (date.today() - date(1900, 1, 1)).days)))
    number = f"{province}{draw(st.integers(0, 9999)):04}{born:%Y%m%d}{draw(st.integers(0, 999)):03}"
    return number + mod_11_2.calc_check_digit(number)


@st.composite
def card_numbers(draw) -> str:
    """A card number of a known range."""
    start, length = draw(
        st.sampled_from(
            [("62", 16), ("62", 17), ("62", 18), ("62", 19), ("4", 13), ("4", 16), ("4", 19), ("51", 16), ("55", 16),
             ("2221", 16), ("2720", 16), ("34", 15), ("37", 15), ("3528", 16), ("9558", 19)]
        )
    )  # fmt: skip
    number = start + "".join(
        draw(
            st.lists(
                st.sampled_from("0123456789"),
                min_size=length - len(start) - 1,
                max_size=length - len(start) - 1,
            )
        )
    )
    return number + luhn.calc_check_digit(number)


@st.composite
def written(draw, numbers) -> tuple[str, str]:
    """A number, and how somebody wrote it."""
    number = draw(numbers)
    full = draw(st.booleans())
    places = [chr(ord(one) + 0xFEE0) if full else one for one in number]
    out = places[0] + "".join(draw(gaps) + one for one in places[1:])
    return number, out


@PROFILE
@given(chinese, written(ids()), chinese)
def test_any_id_number_is_found(before, number, after):
    text = before + number[1] + after
    found = identity.resident_ids(text)
    assert [match.text for match in found] == [number[1]]
    assert found[0].start == len(before)
    assert identity.resident_ids(before + masked(number[1]) + after) == []


@PROFILE
@given(chinese, written(card_numbers()), chinese)
def test_any_card_number_is_found(before, number, after):
    text = before + number[1] + after
    found = cards.bank_cards(text) or identity.resident_ids(text)
    assert [match.text for match in found] == [number[1]]
    assert cards.bank_cards(before + masked(number[1]) + after) == []


@PROFILE
@given(
    st.text()
    | st.text(st.sampled_from("0123456789Xx @.-()（）号栋室路街，。,") | st.characters(), max_size=200)
)
def test_random_text_raises_nothing_and_places_are_right(text):
    for detect in (
        identity.resident_ids,
        cards.bank_cards,
        phones.mobile_numbers,
        phones.landlines,
        contacts.emails,
        contacts.addresses,
        punctuation_faults,
    ):
        for match in detect(text):
            assert text[match.start : match.end] == match.text
            if detect is not contacts.addresses and detect is not punctuation_faults:
                assert masked(match.text)
