"""Warnings about the committee's work: overlapping terms, months without a chair, too few contacts."""

from datetime import date

import pytest

from tests.factories.works import fill, make_members, make_work_site, rows

from .conftest import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(draft):
    return draft("committee")


def term(name: str, start: tuple[int, int], end: tuple[int, int]) -> dict:
    return {"name": name, "starts_on": date(2020, *start), "ends_on": date(2020, *end)}


def test_a_name_counts_once_the_site_has_it_in_a_draft(draft, city_centre):
    site = make_work_site("committee", city_centre)
    page = draft("committee", site=site, terms=rows("committee", "terms", name="石执委"))
    assert "“石执委”不在示范点登记的副主席、执委中" in said(page.submission_problems())[0]
    make_members(site, {"vice_chair": ["覃副主席"], "executive": ["石执委", "黄执委"]})
    assert page.submission_problems() == []


def test_leader_of_a_womens_group_is_no_rotating_chair(draft, city_centre):
    site = make_work_site("committee", city_centre)
    make_members(site, {"group_leader": ["覃副主席"], "executive": ["黄执委"]})
    page = draft("committee", site=site)
    assert len(page.submission_problems()) == 1


def test_terms_that_overlap_are_named(page):
    fill(page, {"terms": [term("覃副主席", (1, 1), (6, 30)), term("黄执委", (6, 30), (12, 31))]})
    words = "轮值主席第 2 行，起：与“覃副主席”的轮值时间重叠（1 月 1 日至6 月 30 日）。"
    assert said(page.warnings()) == [words]
    assert page.submission_problems() == []


def test_a_long_term_overlaps_all_that_begin_in_it(page):
    fill(
        page,
        {
            "terms": [
                term("黄执委", (5, 1), (6, 30)),
                term("莫执委", (2, 1), (3, 31)),
                term("覃副主席", (1, 1), (12, 31)),
            ]
        },
    )
    words = "与“覃副主席”的轮值时间重叠（1 月 1 日至12 月 31 日）。"
    assert said(page.warnings()) == [f"轮值主席第 2 行，起：{words}", f"轮值主席第 1 行，起：{words}"]


def test_terms_that_follow_each_other_do_not_overlap(page):
    fill(page, {"terms": [term("黄执委", (7, 1), (12, 31)), term("覃副主席", (1, 1), (6, 30))]})
    assert page.warnings() == []


def test_months_of_a_past_year_without_a_chair_are_named(page):
    fill(page, {"terms": [term("覃副主席", (2, 29), (4, 1)), term("黄执委", (8, 31), (11, 30))]})
    assert said(page.warnings()) == ["轮值安排：1 月、5—7 月、12 月没有轮值主席。"]
    assert page.submission_problems() == []


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2020, 6, 30), []),
        (date(2020, 7, 1), ["轮值安排：7 月没有轮值主席。"]),
        (date(2020, 9, 15), ["轮值安排：7—9 月没有轮值主席。"]),
        (date(2019, 12, 31), []),
    ],
)
def test_of_the_current_year_only_the_months_that_have_begun_count(page, monkeypatch, today, words):
    monkeypatch.setattr("pages.works.rotation.timezone.localdate", lambda: today)
    fill(page, {"terms": [term("覃副主席", (1, 1), (6, 30))]})
    assert said(page.warnings()) == words


def test_no_terms_at_all_is_no_gap(page):
    fill(page, {"terms": []})
    assert page.warnings() == []


@pytest.mark.parametrize(
    ("women", "words"),
    [
        (0, ["执委联系情况第 1 行，微信经常联系的妇女（名）：黄执委联系 0 名，通知要求 10 名以上。"]),
        (9, ["执委联系情况第 1 行，微信经常联系的妇女（名）：黄执委联系 9 名，通知要求 10 名以上。"]),
        (10, []),
        (None, []),
    ],
)
def test_fewer_contacts_than_the_notice_asks(page, women, words):
    fill(page, {"contacts": [{"name": "黄执委", "women": women}]})
    assert said(page.warnings()) == words


def test_contacts_of_somebody_who_is_not_named_yet(page):
    fill(page, {"contacts": [{"name": "", "women": 3}]})
    assert "这位执委联系 3 名" in said(page.warnings())[0]


@pytest.mark.parametrize(("answer", "asked"), [(True, False), (None, False), (False, True)])
def test_no_chat_group(page, answer, asked):
    fill(page, {"wechat_group": answer})
    assert said(page.warnings()) == (["建立了执委工作群：通知要求完善建立执委工作群。"] if asked else [])


def test_no_meetings(page):
    fill(page, {"meetings": []})
    assert said(page.warnings()) == ["执委会议：还没有填写执委会议，通知要求坚持执委会议事制度。"]
    assert page.submission_problems() == []


def test_opinions_alone_are_something_to_read(page):
    fill(page, {"body": [], "meetings": [], "terms": [], "contacts": []})
    assert page.submission_problems() == []
