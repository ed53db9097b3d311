"""The QR code against the standard's own example and against a reader that shares nothing with it."""

import re

import pytest

from cms.sheets.qr import TooLong, matrix, svg
from cms.sheets.qr.codewords import correction
from cms.sheets.qr.matrix import penalty

from .qr_reader import format_bits, read, version_bits

ADDRESS = "https://sites.example.org/chengzhong/wen-chang-shi-li-she-qu/zongjie-2020/"
LARGEST = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)  # bytes that versions 1 to 10 hold at level M


def test_error_correction_is_that_of_the_standards_example():
    data = bytes.fromhex("10200C566180EC11EC11EC11EC11EC11")
    assert bytes(correction(list(data), 10)).hex() == "a524d4c1ed36c7872c55"


def test_format_and_version_information_are_those_of_the_standards_examples():
    assert format_bits(matrix("A", mask=5)) == ("100000011001110",) * 2
    assert version_bits(matrix("A" * 122)) == ("000111110010010100",) * 2


@pytest.mark.parametrize("mask", range(8))
def test_every_mask_is_read_back(mask):
    assert read(matrix(ADDRESS, mask)) == (ADDRESS, 5, mask)


@pytest.mark.parametrize(("version", "most"), list(enumerate(LARGEST, start=1)))
def test_every_version_is_read_back_when_full_and_the_next_is_taken_for_more(version, most):
    full = "".join(chr(33 + place % 90) for place in range(most))
    assert read(matrix(full))[:2] == (full, version)
    if version < 10:
        assert read(matrix(f"{full}x"))[:2] == (f"{full}x", version + 1)


def test_chinese_is_read_back_as_utf_8():
    assert read(matrix("柳州市妇联"))[0] == "柳州市妇联"


def test_what_does_not_fit_is_refused():
    with pytest.raises(TooLong):
        matrix("x" * 214)


def test_the_mask_is_the_one_with_the_least_penalty():
    penalties = [penalty(matrix(ADDRESS, mask)) for mask in range(8)]
    assert penalty(matrix(ADDRESS)) == min(penalties)
    assert len(set(penalties)) > 1


def test_penalties_of_simple_patterns():
    size = 21
    chess = [[(row + column) % 2 == 0 for column in range(size)] for row in range(size)]
    assert penalty(chess) == 0
    white = [[False] * size for _ in range(size)]
    assert penalty(white) == 2 * size * (size - 2) + 3 * (size - 1) ** 2 + 100


def test_the_picture_has_the_same_modules_and_a_quiet_zone():
    rows = matrix(ADDRESS)
    drawn = str(svg(ADDRESS, "二维码"))
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', drawn)[1])
    assert side == len(rows) + 8
    found = [[False] * side for _ in range(side)]
    for left, top, width in re.findall(r"M(\d+) (\d+)h(\d+)v1", drawn):
        for column in range(int(left), int(left) + int(width)):
            found[int(top)][column] = True
    assert [row[4:-4] for row in found[4:-4]] == rows
    assert sum(map(sum, found)) == sum(map(sum, rows)), "nothing in the quiet zone"
