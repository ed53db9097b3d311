"""What is typed wrong into the forms of the eight works, and the words that refuse it: every rule of every kind.

``UNTOUCHED`` goes into a form with nothing in it, ``WRONG`` into one that is filled in, where a row can be wrong in
several ways at once and each row in another way. The rules themselves are held in ``tests/pages/works/bad_input.py``.
"""

from pages.models.works import WorkPage
from pages.works.rules import label

MISSING = "还没有填写。"
UNFINISHED = "归档的记录要写全，请填写。"
BLANK = "---------"
Wrong = tuple[str, int, str, str, str]  # relation or "", row, field, what is typed, words of the refusal


def negative(number: int) -> str:
    return f"不能是负数（现在是 {number}）。"


def absurd(number: int) -> str:
    return f"{number:,} 大得不合常理"


def stranger(name: str) -> str:
    return f"“{name}”不在示范点登记的副主席、执委中，请核对姓名，或先到示范点页面登记。"


NOTHING = ("", 0, "body", "", "还没有内容：请填写上面的具体情况，或者写一写做法。")

UNTOUCHED: dict[str, list[Wrong]] = {
    "committee": [],
    "council": [("", 0, "council_size", "-1", negative(-1))],
    "lights": [("lights", row, "state", BLANK, MISSING) for row in range(5)],
    "lectures": [("", 0, "team_size", "-12", negative(-12))],
    "green": [("", 0, "team_size", "-1", negative(-1)), ("", 0, "strand", BLANK, MISSING)],
    "housekeeping": [],
    "resettlement": [
        ("", 0, "chairs", "-1", negative(-1)),
        ("", 0, "full_time_vice_chairs", "-2", negative(-2)),
        ("", 0, "part_time_vice_chairs", "-3", negative(-3)),
        ("", 0, "minority_members", "-4", negative(-4)),
        ("", 0, "women", "-5", negative(-5)),
    ],
    "volunteering": [],
}

# Two digits changed places: no such year, all days lie outside it, and somebody has written the page of that year.
WRONG_YEAR = 2002
IN_ALL: list[Wrong] = [
    ("", 0, "year", str(WRONG_YEAR), f"{WRONG_YEAR} 年不对，应在 2010 年到"),
    ("", 0, "year", str(WRONG_YEAR), f"这个示范点已有 {WRONG_YEAR} 年的"),
]
OUTSIDE = "2019 年 12 月 31 日不在 2002 年内，请核对日期或页面的年份。"
LAST_YEAR = "2019-12-31"

WRONG: dict[str, list[Wrong]] = {
    "committee": [
        ("meetings", 0, "held_on", "", MISSING),
        ("meetings", 0, "kind", BLANK, MISSING),
        ("meetings", 1, "held_on", LAST_YEAR, OUTSIDE),
        ("meetings", 1, "matters", "", MISSING),
        ("terms", 0, "name", "", MISSING),
        ("terms", 0, "starts_on", "", MISSING),
        ("terms", 0, "ends_on", LAST_YEAR, OUTSIDE),
        ("terms", 1, "name", "不认识的人", stranger("不认识的人")),
        ("terms", 1, "ends_on", "2020-04-30", "结束日期早于开始日期。"),
        ("terms", 2, "name", "韦主席", stranger("韦主席")),
        ("terms", 2, "starts_on", LAST_YEAR, OUTSIDE),
        ("terms", 2, "ends_on", "", MISSING),
        ("contacts", 0, "name", "", MISSING),
        ("contacts", 0, "women", "-1", negative(-1)),
        ("contacts", 1, "women", "5001", absurd(5_001)),
        ("contacts", 2, "women", "", MISSING),
    ],
    "council": [
        ("", 0, "council_size", "501", absurd(501)),
        ("records", 0, "held_on", "", MISSING),
        ("records", 0, "matter", "", MISSING),
        ("records", 0, "participants", "-3", negative(-3)),
        ("records", 1, "participants", "", UNFINISHED),
        ("records", 1, "method", BLANK, UNFINISHED),
        ("records", 1, "outcome", "", UNFINISHED),
        ("records", 1, "archive_number", "", UNFINISHED),
        ("records", 2, "held_on", LAST_YEAR, OUTSIDE),
        ("records", 2, "participants", "2001", absurd(2_001)),
    ],
    "lights": [
        ("lights", 0, "light", BLANK, MISSING),
        ("lights", 1, "light", "亮工作职责", ""),
        ("lights", 2, "light", "亮工作职责", "“亮工作职责”填了两次，请删去一行。"),
        ("lights", 4, "state", BLANK, MISSING),
    ],
    "lectures": [("", 0, "team_size", "1001", absurd(1_001))],
    "green": [
        ("", 0, "team_size", "2001", absurd(2_001)),
        ("actions", 0, "held_on", "", MISSING),
        ("actions", 0, "households", "-1", negative(-1)),
        ("actions", 0, "participants", "50001", absurd(50_001)),
        ("actions", 1, "held_on", LAST_YEAR, OUTSIDE),
        ("actions", 1, "kind", BLANK, MISSING),
        ("actions", 1, "households", "20001", absurd(20_001)),
        ("actions", 1, "participants", "-5", negative(-5)),
        ("families", 0, "level", BLANK, MISSING),
        ("families", 0, "chosen_year", "2003", "填的年份晚于页面的 2002 年，请核对。"),
        ("families", 0, "number", "-2", negative(-2)),
        ("families", 1, "chosen_year", "", MISSING),
        ("families", 1, "number", "2001", absurd(2_001)),
        ("families", 2, "chosen_year", "-20", "填的年份早于 2010 年，请核对。"),
        ("families", 2, "number", "", MISSING),
    ],
    "housekeeping": [
        ("classes", 0, "held_on", "", MISSING),
        ("classes", 0, "poor_rural", "-1", negative(-1)),
        ("classes", 0, "transferred_rural", "2001", absurd(2_001)),
        ("classes", 0, "unemployed_urban", "-2", negative(-2)),
        ("classes", 0, "others", "2002", absurd(2_002)),
        ("classes", 0, "employed", "-3", negative(-3)),
        ("classes", 1, "held_on", LAST_YEAR, OUTSIDE),
        ("classes", 1, "course", "", MISSING),
        ("classes", 1, "poor_rural", "2003", absurd(2_003)),
        ("classes", 1, "transferred_rural", "-4", negative(-4)),
        ("classes", 1, "unemployed_urban", "2004", absurd(2_004)),
        ("classes", 1, "others", "-5", negative(-5)),
        ("classes", 1, "employed", "2005", absurd(2_005)),
        ("classes", 2, "poor_rural", "", "还没有填培训人数。"),
        ("classes", 2, "transferred_rural", "0", ""),
        ("classes", 2, "unemployed_urban", "", ""),
        ("classes", 2, "others", "", ""),
        ("classes", 3, "employed", "26", "就业 26 人，多于培训的 25 人，请核对。"),
    ],
    "resettlement": [
        ("", 0, "executives", "-1", negative(-1)),
        ("", 0, "chairs", "6", absurd(6)),
        ("", 0, "full_time_vice_chairs", "51", absurd(51)),
        ("", 0, "part_time_vice_chairs", "52", absurd(52)),
        ("", 0, "minority_members", "301", absurd(301)),
        ("", 0, "minority_members", "301", "少数民族妇女 301 人，多于执委和小组成员合计的 216 人，请核对。"),
        ("", 0, "women", "100001", absurd(100_001)),
        ("groups", 0, "name", "", MISSING),
        ("groups", 0, "leaders", "-1", negative(-1)),
        ("groups", 0, "members", "201", absurd(201)),
        ("groups", 1, "leaders", "21", absurd(21)),
        ("groups", 1, "members", "", MISSING),
        ("groups", 2, "leaders", "", MISSING),
        ("groups", 2, "members", "-4", negative(-4)),
    ],
    "volunteering": [
        ("teams", 0, "name", "", MISSING),
        ("teams", 0, "volunteers", "-1", negative(-1)),
        ("teams", 1, "kind", BLANK, MISSING),
        ("teams", 1, "volunteers", "10001", absurd(10_001)),
        ("teams", 2, "volunteers", "", MISSING),
    ],
}

# Findings that belong to no single field, or to one that is not typed into.
PHOTO = [
    "照片：第 1 张照片缺少图片说明，请填写后再提交。",
    "照片：第 1 张照片缺少图片描述，请填写后再提交。",
]
BESIDES: dict[str, list[str]] = {
    "lights": [
        "五亮：还缺亮妇联标识、亮组织架构，五项都要有，没做到的写“还没有”。",
        "亮牌第 4 行，图片描述：放了照片，请填写图片描述后再提交。",
    ],
}

# What only a third submission can show: a number that is too large where an earlier one was too small or missing.
STILL_WRONG: dict[str, list[Wrong]] = {
    "resettlement": [("", 0, "executives", "201", absurd(201))],
}


def values(wrongs: list[Wrong]) -> dict[tuple[str, int, str], str]:
    """What is typed where."""
    return {(relation, row, name): value for relation, row, name, value, _words in wrongs}


def lines(model: type[WorkPage], wrongs: list[Wrong]) -> list[str]:
    """How the refusal of a page of *model* begins to speak of each of *wrongs*: the place, and the words."""
    found = []
    for relation, row, name, _value, words in wrongs:
        if relation:
            rows = model._meta.get_field(relation).related_model
            place = f"{rows._meta.verbose_name}第 {row + 1} 行，{label(rows, name)}"
        else:
            place = label(model, name)
        found += [f"{place}：{words}"] if words else []
    return found
