"""Numbers made for the tests, with arithmetic of their own, and ways to write them."""

from hypothesis import strategies as st

DASHES = "-‐‑‒–—―−－"
SEPARATORS = " \u3000\u00a0\t" + DASHES + "._·•．・＿\u200b\u2060\ufeff"
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
CHINESE = st.text("柳州市妇联在社区开展活动，姐妹们说：“好”。（一）、；\n", max_size=30)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def with_check_digit(seventeen: str) -> str:
    """Return the resident ID number of the 17 digits, as GB 11643 prints its table."""
    total = sum(int(digit) * weight for digit, weight in zip(seventeen, WEIGHTS, strict=True))
    return seventeen + "10X98765432"[total % 11]


def with_luhn_digit(digits: str) -> str:
    """Return *digits* with the digit behind them that makes them a card number."""
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in reversed(digits)][::2]
    single = [int(digit) for digit in reversed(digits)][1::2]
    return digits + str(-(sum(doubled) + sum(single)) % 10)


def resident_id(area: str, day, order: int) -> str:
    return with_check_digit(f"{area}{day:%Y%m%d}{order:03}")


@st.composite
def written(draw, number: str) -> str:
    """One way to write *number*: up to two separators in each gap, some digits full-width."""
    gaps = st.text(SEPARATORS, max_size=draw(st.sampled_from([0, 1, 2])))
    parts = [draw(st.sampled_from([sign, sign.translate(FULL_WIDTH)])) + draw(gaps) for sign in number[:-1]]
    return "".join(parts) + number[-1]


def found(detector, text: str) -> list[str]:
    """Return the texts of the matches, each of which must stand where it says."""
    matches = detector(text)
    assert all(match.text == text[match.start : match.end] for match in matches)
    assert [match.start for match in matches] == sorted(match.start for match in matches)
    return [match.text for match in matches]
