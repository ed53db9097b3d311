"""What the notice asks of a federation at a resettlement site: each demand, met and not met."""

import pytest

from tests.factories.works import fill

from .conftest import said

pytestmark = pytest.mark.django_db

NOT_MET = [
    ("executives", 10, "执委：执委不少于 11 人，现有 10 人。"),
    ("executives", None, "执委：执委不少于 11 人，现有：没有填。"),
    ("chairs", 0, "主席：设主席 1 人，现有 0 人。"),
    ("chairs", 2, "主席：设主席 1 人，现有 2 人。"),
    ("part_time_vice_chairs", 3, "副主席：副主席（含专兼职）不少于 5 人，现有 4 人。"),
    ("full_time_vice_chairs", None, "副主席：副主席（含专兼职）不少于 5 人，现有 4 人。"),
    ("chair_from_committees", False, "主席人选：提倡由“两委”女性成员担任主席，现有：否。"),
    ("chair_by_due_procedure", None, "主席产生：主席经法定程序产生，现有：没有填。"),
    ("minority_members", 0, "少数民族妇女：妇联组织中有一定比例的少数民族妇女，现有 0 人。"),
    ("home_established", False, "妇女之家：成立“妇女之家”，现有：否。"),
    ("women", 0, "妇女人数：摸清妇女人数，现有 0 人。"),
    ("women", None, "妇女人数：摸清妇女人数，现有：没有填。"),
    ("roster_kept", False, "花名册：建立花名册，现有：否。"),
    ("ledger_kept", None, "工作台账：建立工作台账，现有：没有填。"),
    ("planned_together", False, "同部署：与星级“妇女之家”同部署，现有：否。"),
    ("managed_together", False, "同管理：与星级“妇女之家”同管理，现有：否。"),
    ("assessed_together", False, "同考核：与星级“妇女之家”同考核，现有：否。"),
    ("groups", [], "妇女小组：设妇女小组，现有：没有。"),
]
GROUP = "1 栋妇女小组：每组组长 1 名、组员 3—5 名，现有组长 {} 名、组员 {} 名。"


@pytest.fixture
def page(draft):
    return draft("resettlement")


def test_all_demands_of_the_notice_are_looked_at(page):
    assert [one.label for one in page.requirements()] == [
        "执委", "主席", "副主席", "1 栋妇女小组", "主席人选", "主席产生", "少数民族妇女", "妇女之家", "妇女人数",
        "花名册", "工作台账", "同部署", "同管理", "同考核",
    ]  # fmt: skip
    assert all(one.met for one in page.requirements())


@pytest.mark.parametrize(("name", "value", "words"), NOT_MET)
def test_what_is_not_met_is_said_with_its_number_and_refuses_nothing(page, name, value, words):
    fill(page, {name: value})
    assert said(page.warnings()) == [words]
    assert page.submission_problems() == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("executives", 11), ("women", 1), ("minority_members", 1), ("part_time_vice_chairs", 9)],
)
def test_just_enough_is_enough(page, name, value):
    fill(page, {name: value})
    assert page.warnings() == []


@pytest.mark.parametrize(
    ("leaders", "members", "met"),
    [(1, 3, True), (1, 5, True), (1, 2, False), (1, 6, False), (0, 4, False), (2, 4, False)],
)
def test_a_group_has_one_leader_and_three_to_five_members(page, leaders, members, met):
    fill(page, {"groups": [{"name": "1 栋妇女小组", "leaders": leaders, "members": members}]})
    assert said(page.warnings()) == ([] if met else [GROUP.format(leaders, members)])
    assert page.submission_problems() == []


def test_each_group_is_looked_at_by_itself(page):
    groups = [{"name": "", "leaders": 1, "members": n} for n in (4, 9)]
    fill(page, {"groups": groups})
    assert "第 2 个妇女小组：每组组长 1 名、组员 3—5 名，现有组长 1 名、组员 9 名。" in said(page.warnings())


@pytest.mark.parametrize("answer", [False, None])
def test_minority_members_are_asked_about_only_where_the_population_is_concentrated(page, answer):
    fill(page, {"minority_area": answer, "minority_members": None})
    assert page.warnings() == []
