"""The drawn QR code against a reader that shares nothing with the library that makes it."""

import re

import pytest

from pages.qr import svg
from tests.factories.qr_reader import drawn_modules, read

ADDRESS = "https://sites.example.org/chengzhong/wen-chang-shi-li-she-qu/zongjie-2020/"


@pytest.mark.parametrize("text", [ADDRESS, "A", "柳州市妇联", f"{ADDRESS}?from={'x' * 120}"])
def test_what_is_drawn_is_read_back(text):
    assert read(drawn_modules(svg(text, "二维码")))[0] == text


def test_the_quiet_zone_is_empty():
    drawn = str(svg(ADDRESS, "二维码"))
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', drawn)[1])
    runs = [tuple(map(int, run)) for run in re.findall(r"M(\d+) (\d+)h(\d+)v1", drawn)]
    assert min(left for left, _, _ in runs) == min(top for _, top, _ in runs) == 4
    assert max(left + width for left, _, width in runs) == max(top + 1 for _, top, _ in runs) == side - 4


def test_its_name_is_escaped():
    assert 'aria-label="&lt;a&gt;"' in svg(ADDRESS, "<a>")


def test_what_fits_into_no_code_gives_none():
    assert svg("x" * 3000, "二维码") == ""
