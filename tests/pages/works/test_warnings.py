"""What editor and reviewers are told about the other works, though it keeps nothing from being submitted."""

import pytest

from pages.models import Term
from tests.factories.works import RULES, fill, rows

from .conftest import said

pytestmark = pytest.mark.django_db

NOT_WRITTEN = "还没有写，通知要求制度包括这五部分。"
RULE_NAMES = dict(zip(RULES, ("议事人员", "议事内容", "议事方式", "议事流程", "保障措施"), strict=True))
NOT_POSTED = "制度已贴在“妇女之家”墙上：制度还没有上墙或上网，妇女群众不便了解。"
NO_TOPIC = "宣讲主题：还没有选宣讲主题，通知列出了重点内容。"


@pytest.fixture
def judge(draft):
    """Judges a complete page of *kind* with *facts*: it can be submitted, and these are its warnings."""

    def judged(kind: str, **facts) -> list[str]:
        page = draft(kind)
        if kind == "lectures":
            page.topics = [Term.objects.filter(vocabulary="lecture_topic").first()]
        fill(page, facts)
        assert page.submission_problems() == []
        return said(page.warnings())

    return judged


def test_each_part_of_the_councils_rules_that_is_missing(judge):
    assert judge("council", methods_rule=" ") == [f"议事方式：{NOT_WRITTEN}"]
    missing = [f"{name}：{NOT_WRITTEN}" for name in RULE_NAMES.values()]
    assert judge("council", **dict.fromkeys(RULES, "")) == missing


@pytest.mark.parametrize(
    ("wall", "online", "words"),
    [
        (False, False, [NOT_POSTED]),
        (None, None, [NOT_POSTED]),
        (True, False, []),
        (None, True, []),
    ],
)
def test_rules_that_nobody_can_read_anywhere(judge, wall, online, words):
    assert judge("council", posted_on_wall=wall, posted_online=online) == words


def test_a_record_that_is_not_archived(judge):
    two = [*rows("council", "records"), *rows("council", "records", archived=False, participants=None)]
    assert judge("council", records=two) == ["议事记录第 2 行，已归档：还没有归档。"]


def test_a_light_without_a_picture(judge):
    found = judge("lights", lights=rows("lights", "lights"))
    assert found[:1] == ["亮牌第 1 行，照片：亮妇联标识还没有照片。"]
    assert len(found) == 5


def test_lights_that_are_not_lit(judge, picture):
    lights = rows("lights", "lights", at=1, state="not_yet")
    lights[2]["state"] = "under_way"
    lights = [row | {"image": picture, "description": "牌子"} for row in lights]
    assert judge("lights", lights=lights) == [
        "亮牌第 2 行，进展：亮组织架构：还没有。",
        "亮牌第 3 行，进展：亮工作职责：正在落实。",
    ]


def test_team_and_topics_of_the_lectures(judge):
    assert judge("lectures", team_size=None) == ["宣讲队员（人）：还没有填宣讲队员人数。"]
    assert judge("lectures", topics=[]) == [NO_TOPIC]


def test_no_volunteers_for_the_environment(judge):
    words = ["队员（人）：还没有填队员人数，通知要求组织“环保妈妈志愿服务队”。"]
    assert judge("green", team_size=None) == words
    assert judge("green", team_size=0) == words


def test_a_class_of_which_nobody_knows_who_found_work(judge):
    classes = [*rows("housekeeping", "classes"), *rows("housekeeping", "classes", employed=None)]
    assert judge("housekeeping", classes=classes) == [
        "培训班第 2 行，培训后就业（人）：还没有填培训后就业人数。"
    ]
    assert judge("housekeeping", classes=rows("housekeeping", "classes", employed=0)) == []


def test_no_volunteer_teams(judge):
    assert judge("volunteering", teams=[]) == ["志愿服务队：还没有填志愿服务队，通知要求不断发展壮大队伍。"]
