"""What is typed into the forms of lectures, activities, meetings and stories: wrong at first, then mended."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from pages.models import (
    IllustratedPage,
    LecturePage,
    OnSiteMeetingPage,
    StoryPage,
    VolunteerActivityPage,
)

MISSING = "还没有填写。"
NO_PLACE = "具体地点：请选择场所类型，或者写明具体地点。"
PLAIN = "还没有说明的照片"
GALLERY = ("宣讲开场", "山歌对唱", "姐妹提问", "发放资料", "合影留念")
TIMES = 2  # that many times each: one more than there may be


@dataclass(frozen=True)
class Round:
    """What is typed before the form is submitted, and what the refusal says; nothing if there is none."""

    typed: dict[str, str]
    said: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()  # of the library, with all their words
    plain_photo: bool = False
    text: str = ""


@dataclass(frozen=True)
class Case:
    """A page of *model*, made under *parent* ("site", "county" or "city"), and where readers find it."""

    model: type[IllustratedPage]
    parent: str
    rounds: tuple[Round, ...]
    listed: tuple[str, ...]
    link: str = ""  # the board's link to its form; none: through the list of all pages

    def __str__(self) -> str:
        return f"{self.model._meta.model_name}-{self.parent}"


def negative(number: int) -> str:
    return f"不能是负数（现在是 {number}）。"


def too_early(label: str) -> str:
    return f"{label}：活动还没有举行，“{label.split('（')[0]}"


TODAY = timezone.localdate()
TOMORROW, FAR, MUCH_LATER = (str(TODAY + timedelta(days=days)) for days in (1, 400, 440))
EARLY = "日期早于 2010 年，请核对。"
LATE = "日期在一年以后，请核对。"
ENDS_FIRST = "结束时间：结束时间要晚于开始时间，请核对。"
UNDESCRIBED = ("照片：第 1 张照片缺少图片说明", "照片：第 1 张照片缺少图片描述")

LECTURE = (
    Round(
        {"starts_at": "", "audience": "-5"},
        (
            f"开始时间：{MISSING}",
            f"宣讲人：{MISSING}",
            f"宣讲形式：{MISSING}",
            "宣讲主题：请至少选一个主题。",
            f"听众人数：{negative(-5)}",
            NO_PLACE,
        ),
    ),
    Round(
        {
            "starts_at": "2009-12-31 09:00",
            "ends_at": "2009-12-31 08:00",
            "audience": "20001",
            "place": "妇女之家",
            "place_name": "三楼会议室",
            "lecturers": "桂姐姐宣讲队",
            "form": "山歌",
            "language": "壮语",
        },
        (
            f"开始时间：{EARLY}",
            ENDS_FIRST,
            "听众人数：20,001 大得不合常理",
            f"照片：照片最多 9 张，现在有 {TIMES * len(GALLERY)} 张，请删去几张。",
        ),
        topics=("妇联章程", "男女平等基本国策"),
        photos=GALLERY,
    ),
    Round(
        {"starts_at": f"{FAR} 09:00", "ends_at": f"{FAR} 22:00", "audience": "86"},
        (
            f"开始时间：{LATE}",
            "结束时间：从开始到结束超过 12 小时，请核对日期和时间。",
            too_early("听众人数"),
        ),
    ),
    Round({"starts_at": f"{TOMORROW} 15:00", "ends_at": f"{TOMORROW} 17:00", "audience": ""}),
)

NUMBERS = ("参加志愿者（人）", "服务时长（小时）", "服务群众（人次）")
ACTIVITY = (
    Round(
        {"starts_at": "", "volunteers": "-1", "hours": "-2", "people_served": "-3"},
        (
            f"开始时间：{MISSING}",
            f"志愿服务队：{MISSING}",
            f"服务类别：{MISSING}",
            f"参加志愿者（人）：{negative(-1)}",
            "服务时长（小时）：不能是负数",
            f"服务群众（人次）：{negative(-3)}",
            NO_PLACE,
        ),
    ),
    Round(
        {
            "starts_at": "2009-12-31 09:00",
            "ends_at": "2009-12-31 09:00",
            "volunteers": "5001",
            "hours": "120025",
            "people_served": "50001",
            "team": "木棉花志愿服务队",
            "kind": "环保",
            "place_name": "文昌路口",
        },
        (
            f"开始时间：{EARLY}",
            ENDS_FIRST,
            "参加志愿者（人）：5,001 大得不合常理",
            "服务时长（小时）：120,025 小时多于 5,001 名志愿者 1 天里可能服务的时间，请核对。",
            "服务群众（人次）：50,001 大得不合常理",
            *UNDESCRIBED,
        ),
        plain_photo=True,
    ),
    Round(
        {"starts_at": "2020-05-06 09:00", "ends_at": "2020-06-06 09:01", "volunteers": "", "hours": "36"},
        (
            "结束时间：从开始到结束超过 31 天，请核对日期和时间。",
            "服务时长（小时）：填了服务时长，请同时填参加的志愿者人数。",
        ),
    ),
    Round(
        {"starts_at": f"{FAR} 09:00", "ends_at": f"{MUCH_LATER} 09:00", "volunteers": "12"},
        (f"开始时间：{LATE}", *map(too_early, NUMBERS)),
    ),
    Round(
        {"starts_at": "2020-05-06 09:00", "ends_at": "2020-05-06 12:00", "people_served": "140"},
    ),
)

MEETING = (
    Round(
        {"host": "", "units": "鱼峰区妇联\n柳南区妇联"},
        (f"日期：{MISSING}", f"主办单位：{MISSING}", f"看了什么、学了什么：{MISSING}", NO_PLACE),
    ),
    Round(
        {"held_on": "2009-12-31", "host": "城中区妇联", "place_name": "文昌社区", "learnt": "学了轮值制度。"},
        (f"日期：{EARLY}", *UNDESCRIBED),
        plain_photo=True,
    ),
    Round({"held_on": "2020-06-10"}),
)

MEETING_AT_SITE = (
    Round({"held_on": FAR, "place_name": "文昌社区", "learnt": "看了亮牌服务。"}, (f"日期：{LATE}",)),
    Round({"held_on": "2020-06-11"}),
)

STORY = (
    Round(
        {},
        (
            f"类型：{MISSING}",
            f"属于哪一项工作：{MISSING}",
            f"导语：{MISSING}",
            f"正文：{MISSING}",
        ),
    ),
    Round(
        {"kind": "典型故事", "work": "妇女议事会", "lead": "灯" * 161},
        ("导语：导语 161 字，请缩短到 160 字以内。", *UNDESCRIBED),
        plain_photo=True,
        text="一盏路灯的故事。",
    ),
    Round({"lead": "小院里坐下来，路灯就亮起来。"}),
)

# The same forms elsewhere: by option, since the server's tests know the difference.
LONG = partial(pytest.param, marks=pytest.mark.long)
CASES = [
    Case(LecturePage, "site", LECTURE, ("/lectures/", f"/calendar/{TOMORROW[:4]}/{int(TOMORROW[5:7])}/")),
    LONG(Case(VolunteerActivityPage, "site", ACTIVITY, ("/activities/", "/calendar/2020/5/"))),
    LONG(Case(OnSiteMeetingPage, "county", MEETING, ("/meetings/",))),
    LONG(Case(OnSiteMeetingPage, "site", MEETING_AT_SITE, ("/meetings/",), "记一次现场推进会")),
    LONG(Case(StoryPage, "site", STORY, ("/stories/",), "写一篇经验故事")),
    LONG(Case(StoryPage, "city", STORY, ("/stories/",))),
]
