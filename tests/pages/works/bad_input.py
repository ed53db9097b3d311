"""Input that keeps a work from being submitted, with the words that say so. All of it can be saved as a draft."""

from dataclasses import dataclass, field
from datetime import date

from tests.factories.works import SLUGS, Facts, rows

MISSING = "还没有填写。"


@dataclass
class Bad:
    """Facts that replace the complete ones of *kind*, and everything that is said about them."""

    kind: str
    facts: Facts
    messages: list[str]
    name: str = field(default="")

    def __str__(self) -> str:
        return f"{self.kind} {self.name or ', '.join(self.facts)}"


def row(kind: str, relation: str, message: str, /, *more: str, at: int = 0, **changes) -> Bad:
    """The row *at* this place of *relation* with *changes*, about which *message* is said."""
    name = f"{relation} " + ", ".join(f"{key}={value}" for key, value in changes.items())
    return Bad(kind, {relation: rows(kind, relation, at=at, **changes)}, [message, *more], name)


def negative(value: int = -1) -> str:
    return f"不能是负数（现在是 {value}）。"


def absurd(most: int) -> str:
    return f"{most + 1:,} 大得不合常理（一般不超过 {most:,}），请核对是不是多打了数字。"


# -- required -------------------------------------------------------------------------------------------

REQUIRED = [
    *(Bad(kind, {"year": None}, [f"年份：{MISSING}"]) for kind in SLUGS),
    Bad("green", {"strand": ""}, [f"在农村还是城市：{MISSING}"]),
    row("committee", "meetings", f"执委会议第 1 行，日期：{MISSING}", held_on=None),
    row("committee", "meetings", f"执委会议第 1 行，类型：{MISSING}", kind=""),
    row("committee", "meetings", f"执委会议第 1 行，议题：{MISSING}", matters=""),
    row("committee", "terms", f"轮值主席第 1 行，轮值主席：{MISSING}", name=""),
    row("committee", "terms", f"轮值主席第 1 行，起：{MISSING}", starts_on=None),
    row("committee", "terms", f"轮值主席第 1 行，止：{MISSING}", ends_on=None),
    row("committee", "contacts", f"执委联系情况第 1 行，执委：{MISSING}", name=""),
    row("committee", "contacts", f"执委联系情况第 1 行，微信经常联系的妇女（名）：{MISSING}", women=None),
    row("council", "records", f"议事记录第 1 行，日期：{MISSING}", held_on=None),
    row("council", "records", f"议事记录第 1 行，议题：{MISSING}", matter=""),
    row("lights", "lights", f"亮牌第 1 行，进展：{MISSING}", state=""),
    row(
        "lights", "lights", f"亮牌第 1 行，哪一亮：{MISSING}",
        "五亮：还缺亮妇联标识，五项都要有，没做到的写“还没有”。", light="",
    ),
    row("green", "actions", f"环保活动第 1 行，日期：{MISSING}", held_on=None),
    row("green", "actions", f"环保活动第 1 行，类型：{MISSING}", kind=""),
    row("green", "families", f"最美家庭第 1 行，级别：{MISSING}", level=""),
    row("green", "families", f"最美家庭第 1 行，评选年份：{MISSING}", chosen_year=None),
    row("green", "families", f"最美家庭第 1 行，户数：{MISSING}", number=None),
    row("housekeeping", "classes", f"培训班第 1 行，开班日期：{MISSING}", held_on=None),
    row("housekeeping", "classes", f"培训班第 1 行，课程：{MISSING}", course=""),
    row("resettlement", "groups", f"妇女小组第 1 行，小组名称：{MISSING}", name=""),
    row("resettlement", "groups", f"妇女小组第 1 行，组长（人）：{MISSING}", leaders=None),
    row("resettlement", "groups", f"妇女小组第 1 行，组员（人）：{MISSING}", members=None),
    row("volunteering", "teams", f"志愿服务队第 1 行，队伍名称：{MISSING}", name=""),
    row("volunteering", "teams", f"志愿服务队第 1 行，类别：{MISSING}", kind=""),
    row("volunteering", "teams", f"志愿服务队第 1 行，志愿者（名）：{MISSING}", volunteers=None),
]  # fmt: skip

# -- numbers: (kind, relation or "", field, place, most) ----------------------------------------------------

NUMBERS = [
    ("committee", "contacts", "women", "执委联系情况第 1 行，微信经常联系的妇女（名）", 5_000),
    ("council", "", "council_size", "议事会成员（人）", 500),
    ("council", "records", "participants", "议事记录第 1 行，参加人数", 2_000),
    ("lectures", "", "team_size", "宣讲队员（人）", 1_000),
    ("green", "", "team_size", "队员（人）", 2_000),
    ("green", "actions", "households", "环保活动第 1 行，参与家庭（户）", 20_000),
    ("green", "actions", "participants", "环保活动第 1 行，参加人数", 50_000),
    ("green", "families", "number", "最美家庭第 1 行，户数", 2_000),
    ("housekeeping", "classes", "poor_rural", "培训班第 1 行，农村贫困家庭妇女", 2_000),
    ("housekeeping", "classes", "transferred_rural", "培训班第 1 行，农村女性转移就业劳动者", 2_000),
    ("housekeeping", "classes", "unemployed_urban", "培训班第 1 行，城镇登记失业妇女", 2_000),
    ("housekeeping", "classes", "others", "培训班第 1 行，其他妇女", 2_000),
    ("housekeeping", "classes", "employed", "培训班第 1 行，培训后就业（人）", 2_000),
    ("resettlement", "", "executives", "执委（人）", 200),
    ("resettlement", "", "chairs", "主席（人）", 5),
    ("resettlement", "", "full_time_vice_chairs", "专职副主席（人）", 50),
    ("resettlement", "", "part_time_vice_chairs", "兼职副主席（人）", 50),
    ("resettlement", "", "minority_members", "妇联组织中的少数民族妇女（人）", 300),
    ("resettlement", "", "women", "摸清的妇女人数（人）", 100_000),
    ("resettlement", "groups", "leaders", "妇女小组第 1 行，组长（人）", 20),
    ("resettlement", "groups", "members", "妇女小组第 1 行，组员（人）", 200),
    ("volunteering", "teams", "volunteers", "志愿服务队第 1 行，志愿者（名）", 10_000),
]
EMPLOYED = "培训班第 1 行，培训后就业（人）：就业 {} 人，多于培训的 {} 人，请核对。"
MINORITY = "妇联组织中的少数民族妇女（人）：少数民族妇女 {} 人，多于执委和小组成员合计的 {} 人，请核对。"
FOLLOWING = {
    ("employed", 2_001): [EMPLOYED.format(2001, 25)],
    ("poor_rural", -1): [EMPLOYED.format(20, 14)],
    ("transferred_rural", -1): [EMPLOYED.format(20, 16)],
    ("unemployed_urban", -1): [EMPLOYED.format(20, 19)],
    ("minority_members", 301): [MINORITY.format(301, 18)],
    ("executives", -1): [MINORITY.format(6, 4)],
}


def _number(kind: str, relation: str, name: str, place: str, value: int, words: str) -> Bad:
    messages = [f"{place}：{words}", *FOLLOWING.get((name, value), [])]
    if relation:
        return row(kind, relation, *messages, **{name: value})
    return Bad(kind, {name: value}, messages, f"{name}={value}")


NEGATIVE = [_number(*where, -1, negative()) for *where, _most in NUMBERS]
ABSURD = [_number(*where, most + 1, absurd(most)) for *where, most in NUMBERS]

# -- dates: outside the page's year -------------------------------------------------------------------------

NEW_YEARS_EVE, NEW_YEAR = date(2019, 12, 31), date(2021, 1, 1)
BEFORE = "2019 年 12 月 31 日不在 2020 年内，请核对日期或页面的年份。"
AFTER = "2021 年 1 月 1 日不在 2020 年内，请核对日期或页面的年份。"

DATES = [
    row("committee", "meetings", f"执委会议第 1 行，日期：{BEFORE}", held_on=NEW_YEARS_EVE),
    row("committee", "meetings", f"执委会议第 1 行，日期：{AFTER}", held_on=NEW_YEAR),
    row("committee", "terms", f"轮值主席第 1 行，起：{BEFORE}", starts_on=NEW_YEARS_EVE),
    row("committee", "terms", f"轮值主席第 1 行，止：{AFTER}", ends_on=NEW_YEAR),
    row("council", "records", f"议事记录第 1 行，日期：{AFTER}", held_on=NEW_YEAR),
    row("green", "actions", f"环保活动第 1 行，日期：{BEFORE}", held_on=NEW_YEARS_EVE),
    row("housekeeping", "classes", f"培训班第 1 行，开班日期：{AFTER}", held_on=NEW_YEAR),
]

# -- each type's own ------------------------------------------------------------------------------------------

STRANGER = "“{}”不在示范点登记的副主席、执委中，请核对姓名，或先到示范点页面登记。"
COMPLETE_RECORD = "归档的记录要写全，请填写。"
TOO_LATE, TOO_EARLY = "填的年份晚于页面的 2020 年，请核对。", "填的年份早于 2010 年，请核对。"

OWN = [
    row(
        "committee", "terms", "轮值主席第 1 行，止：结束日期早于开始日期。",
        starts_on=date(2020, 5, 2), ends_on=date(2020, 5, 1),
    ),
    row("committee", "terms", "轮值主席第 1 行，轮值主席：" + STRANGER.format("外人"), name="外人"),
    row("committee", "terms", "轮值主席第 1 行，轮值主席：" + STRANGER.format("韦主席"), name="韦主席"),
    row("council", "records", f"议事记录第 1 行，参加人数：{COMPLETE_RECORD}", participants=None),
    row("council", "records", f"议事记录第 1 行，方式：{COMPLETE_RECORD}", method=""),
    row("council", "records", f"议事记录第 1 行，议定结果：{COMPLETE_RECORD}", outcome=""),
    row("council", "records", f"议事记录第 1 行，档案编号：{COMPLETE_RECORD}", archive_number=""),
    row(
        "lights", "lights", "亮牌第 2 行，哪一亮：“亮妇联标识”填了两次，请删去一行。",
        "五亮：还缺亮组织架构，五项都要有，没做到的写“还没有”。", at=1, light="emblem",
    ),
    Bad(
        "lights", {"lights": rows("lights", "lights")[:3]},
        ["五亮：还缺亮执委身份、亮活动内容，五项都要有，没做到的写“还没有”。"], "two lights missing",
    ),
    row("green", "families", f"最美家庭第 1 行，评选年份：{TOO_LATE}", chosen_year=2021),
    row("green", "families", f"最美家庭第 1 行，评选年份：{TOO_EARLY}", chosen_year=-20),
    row(
        "housekeeping", "classes", "培训班第 1 行，农村贫困家庭妇女：还没有填培训人数。",
        poor_rural=None, transferred_rural=0, unemployed_urban=None, others=None, employed=None,
    ),
    row(
        "housekeeping", "classes",
        EMPLOYED.format(26, 25), employed=26,
    ),
    Bad(
        "resettlement", {"minority_members": 19},
        [MINORITY.format(19, 18)],
        "more minority members than members",
    ),
]  # fmt: skip

# -- nothing in it, photos --------------------------------------------------------------------------------------

EMPTY = {
    "committee": {"opinions": [], "meetings": [], "terms": [], "contacts": []},
    "council": {"records": []} | dict.fromkeys(
        ("participants_rule", "matters_rule", "methods_rule", "process_rule", "safeguards_rule"), ""
    ),
    "lights": {"lights": rows("lights", "lights")},
    "lectures": {"team_name": ""},
    "green": {"actions": [], "families": []},
    "housekeeping": {"classes": []},
    "resettlement": {"executives": None, "groups": []},
    "volunteering": {"teams": []},
}  # fmt: skip
NOTHING = "做法和成效：还没有内容：请填写上面的具体情况，或者写一写做法。"
WITHOUT_WORDS = {"caption": "说明", "description": ""}

NOTHING_IN_IT = [
    Bad(kind, facts | {"body": []}, [NOTHING], "nothing in it")
    for kind, facts in EMPTY.items()
    if kind != "lights"  # where five lights are asked for, see test_lights.py
]
NO_PHOTO = [
    Bad(kind, {"photos": [{"image": None}]}, ["照片：第 1 行还没有选择照片，请选择或删去这一行。"])
    for kind in SLUGS
]

BAD = [*REQUIRED, *NEGATIVE, *ABSURD, *DATES, *OWN, *NOTHING_IN_IT, *NO_PHOTO]


def of_kind(kind: str) -> list[Bad]:
    """All bad input of one kind of work."""
    return [bad for bad in BAD if bad.kind == kind]
