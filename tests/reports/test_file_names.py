"""Names of files in packages: every system opens them, and no two are the same."""

import pytest

from reports.exports.file_names import Names, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("融水苗族自治县", "融水苗族自治县"),
        ('a<b>c:d"e/f\\g|h?i*j', "a_b_c_d_e_f_g_h_i_j"),
        ("  两  边\t空白\n", "两 边 空白"),
        ("句号结尾. . ", "句号结尾"),
        ("..", "未命名"),
        ("", "未命名"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("COM1", "_COM1"),
        ("COMMON", "COMMON"),
        ("反\u202e转\u200b零宽", "反_转_零宽"),
        ("字" * 80, "字" * 60),
    ],
)
def test_a_name_is_one_part_of_a_path_on_windows(text, name):
    assert safe_name(text) == name


def test_no_name_is_given_twice_whatever_its_case():
    names = Names()
    given = [names.free(stem, "jpg") for stem in ("甲", "甲", "甲（2）", "A", "a", "甲")]
    assert given == ["甲.jpg", "甲（2）.jpg", "甲（2）（2）.jpg", "A.jpg", "a（2）.jpg", "甲（3）.jpg"]
