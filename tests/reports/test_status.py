"""How a report stands, day by day with the clock set: no database, no other clock than the one that is passed in."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reports.status import LIUZHOU, WITH_EDITOR, Duty, Standing, State, Timing, in_force

PLANS, SUMMARIES = date(2028, 3, 25), date(2028, 10, 30)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=LIUZHOU)


def standing(deadline: date, now: datetime, approved: datetime | None = None, state=State.DRAFT) -> Standing:
    return Standing(state, deadline, approved, now)


@pytest.mark.parametrize("deadline", [PLANS, SUMMARIES, date(2028, 2, 29)])
def test_every_day_of_a_leap_year_without_an_approval(deadline):
    """Counted independently: by walking, not by subtracting."""
    day, before = date(2028, 1, 1), 0
    while day + timedelta(days=before) != deadline:
        before += 1
    for number in range(366):
        today = day + timedelta(days=number)
        found = standing(deadline, noon(today))
        left = before - number
        assert found.days_left == left
        if left > 0:
            expected = (Timing.DUE, 0, f"还有 {left} 天")
        elif left == 0:
            expected = (Timing.DUE_TODAY, 0, "今天截止")
        else:
            expected = (Timing.OVERDUE, -left, f"已逾期 {-left} 天")
        assert (found.timing, found.days_late, found.timing_words) == expected, today


@pytest.mark.parametrize("deadline", [PLANS, SUMMARIES, date(2028, 2, 29)])
def test_approved_on_every_day_of_a_leap_year(deadline):
    now = noon(date(2029, 1, 15))
    for number in range(366):
        day = date(2028, 1, 1) + timedelta(days=number)
        found = standing(deadline, now, noon(day), State.ACCEPTED)
        if day <= deadline:
            assert (found.timing, found.days_late, found.timing_words) == (Timing.ON_TIME, 0, "按时"), day
        else:
            late = sum(1 for n in range(1, 400) if deadline + timedelta(days=n) <= day)
            assert (found.timing, found.days_late) == (Timing.LATE, late), day
            assert found.timing_words == f"迟报 {late} 天"


@pytest.mark.parametrize(
    ("moment", "timing", "late"),
    [
        (datetime(2028, 3, 25, 15, 59, 59, tzinfo=UTC), Timing.ON_TIME, 0),
        (datetime(2028, 3, 25, 16, 0, 0, tzinfo=UTC), Timing.ON_TIME, 0),  # 24:00 of the day itself
        (datetime(2028, 3, 25, 16, 0, 1, tzinfo=UTC), Timing.LATE, 1),
        (datetime(2028, 3, 25, 23, 30, tzinfo=UTC), Timing.LATE, 1),
        (datetime(2028, 3, 26, 16, 0, 1, tzinfo=UTC), Timing.LATE, 2),
    ],
)
def test_the_day_ends_at_midnight_in_liuzhou(moment, timing, late):
    found = standing(PLANS, noon(date(2028, 6, 1)), moment, State.WITH_CITY)
    assert (found.timing, found.days_late) == (timing, late)


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (datetime(2028, 3, 24, 15, 59, 59, tzinfo=UTC), 1),
        (datetime(2028, 3, 24, 16, 0, tzinfo=UTC), 0),
        (datetime(2028, 3, 25, 15, 59, 59, tzinfo=UTC), 0),
        (datetime(2028, 3, 25, 16, 0, tzinfo=UTC), -1),
    ],
)
def test_days_change_at_midnight_in_liuzhou(now, left):
    assert standing(PLANS, now).days_left == left


def test_a_later_return_does_not_make_it_late():
    found = standing(PLANS, noon(date(2028, 5, 1)), noon(date(2028, 3, 20)), State.RETURNED)
    assert found.timing is Timing.ON_TIME


def test_an_extension_only_ever_gives_more_time():
    later = date(2028, 4, 10)
    assert in_force(PLANS, later) == later
    assert in_force(PLANS, date(2028, 3, 1)) == PLANS
    assert in_force(PLANS, None) == PLANS
    assert standing(in_force(PLANS, later), noon(date(2028, 4, 10))).timing is Timing.DUE_TODAY
    assert standing(in_force(PLANS, later), noon(date(2028, 4, 11))).days_late == 1


def test_the_words_are_those_of_the_notice_and_the_ledger():
    assert [state.label for state in State] == [
        "未开始", "草稿", "待县区审定", "待市级审核", "已退回", "已通过", "已撤下",
    ]  # fmt: skip
    assert [duty.label for duty in Duty] == ["计划表", "总结"]
    assert {State.NOT_BEGUN, State.DRAFT, State.RETURNED, State.WITHDRAWN} == WITH_EDITOR
