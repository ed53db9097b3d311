"""The organisation department's weekly mail: numbers, names, and who gets it."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.core import mail
from django.utils import timezone

from reports.models import Reminder
from reports.reminders.run import remind
from reports.status import Duty
from tests.background import work
from tests.factories.pages import make_site
from tests.flow import decide, publish

from .reminder_world import (
    CITY_CENTRE,
    SANJIANG,
    eight,
    extend,
    make_plan,
    open_year,
    returned,
    with_city,
    with_lead,
)

pytestmark = pytest.mark.django_db
MONDAY = date(2028, 3, 27)


def digest(people, day: date) -> mail.EmailMultiAlternatives:
    """What the department gets on *day*."""
    user = people.moderator()
    remind(eight(day))
    work()
    (message,) = [one for one in mail.outbox if one.to == [user.email]]
    return message


def table(html: str, heading: str) -> list[list[str]]:
    """The rows of the table below *heading*."""
    found = html.partition(f">{heading}</h2>")[2].partition("</table>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", found, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[unescape(cell) for cell in row] for row in cells]


def monday_after(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())


def test_totals_of_each_county(people, city_centre, sanjiang):
    year = timezone.localdate().year
    names = ("未开始", "草稿", "待审定", "待市级", "退回", "通过")
    sites = {name: make_site(city_centre, title=name) for name in names}
    make_site(sanjiang, title="冠洞村")
    deadline = timezone.localdate()
    opened = open_year(year)
    opened.plan_deadline, opened.summary_deadline = deadline, deadline + timedelta(days=300)
    opened.save()
    extend(opened, sanjiang, Duty.PLAN, deadline + timedelta(days=60))
    plans = {name: make_plan(sites[name], year) for name in names[1:]}
    with_lead(plans["待审定"], people, CITY_CENTRE)
    with_city(plans["待市级"], people, CITY_CENTRE)
    returned(plans["退回"], people, CITY_CENTRE)
    publish(plans["通过"], people)
    message = digest(people, monday_after(deadline))
    html = message.alternatives[0][0]
    assert table(html, f"{year} 年计划表") == [
        ["县区", "应报", "已通过", "待县区审定", "待市级审核", "已退回", "未开始", "逾期"],
        ["城中区", "6", "1", "1", "1", "1", "1", "4"],
        ["三江侗族自治县", "1", "0", "0", "0", "0", "1", "0"],
        ["合计", "7", "1", "1", "1", "1", "2", "4"],
    ]
    assert table(html, f"{year} 年总结")[-1] == ["合计", "7", "0", "0", "0", "0", "7", "0"]
    words = "应报 6，已通过 1，待县区审定 1，待市级审核 1，已退回 1，未开始 1，逾期 4"
    assert f"· 城中区：{words}\n" in message.body
    plan, summary = message.body.split("■ ")[1:3]
    assert "一份也没有开始：三江侗族自治县\n" in plan
    assert "逾期未报：\n· 城中区（未开始、草稿、待审定、退回）\n" in plan
    assert "一份也没有开始：城中区、三江侗族自治县\n" in summary
    assert "逾期未报" not in summary


def test_of_many_late_sites_a_county_s_first_are_named(people, city_centre):
    for title in "甲乙丙丁戊己庚辛":
        make_site(city_centre, title=title)
    open_year(2028)
    assert "· 城中区（甲、乙、丙、丁、戊、己 等 8 个）\n" in digest(people, MONDAY).body


def test_who_cannot_be_reached_is_told(people, city_centre, sanjiang):
    for county in (city_centre, sanjiang):
        make_site(county)
    open_year(2028)
    silent = people.lead(CITY_CENTRE)
    silent.first_name, silent.email = "覃芳", ""
    silent.save()
    people.editor(CITY_CENTRE)
    Reminder.objects.create(
        user=silent, address="old@example.org", day=date(2028, 3, 25), reason="2028:plan:+0"
    )
    Reminder.objects.create(
        user=silent, address="older@example.org", day=date(2028, 3, 18), reason="2028:plan:-7"
    )
    body = digest(people, MONDAY).body
    assert "■ 提醒不到的" in body
    assert "· 没有可用的审定账号：三江侗族自治县\n" in body
    assert "· 没有可用的编辑账号：三江侗族自治县\n" in body
    assert "· 没有填写邮箱：覃芳（城中区）\n" in body
    assert "· 一周内没有发出的提醒：old@example.org（03-25）\n" in body


def test_nothing_to_complain_of_is_not_mentioned(people, city_centre):
    plan = make_plan(make_site(city_centre), timezone.localdate().year)
    open_year(
        timezone.localdate().year,
        plan_deadline=timezone.localdate(),
        summary_deadline=date(timezone.localdate().year + 1, 12, 31),
    )
    people.editor(CITY_CENTRE)
    decide(with_city(plan, people, CITY_CENTRE), people.moderator("zulianbu2"))
    body = digest(people, monday_after(timezone.localdate())).body
    assert "提醒不到的" not in body
    assert "逾期未报" not in body


def test_it_goes_to_the_department_and_to_nobody_else(people, city_centre):
    make_site(city_centre)
    open_year(2028)
    for make in (people.editor, people.lead):
        make(CITY_CENTRE)
    people.editor(SANJIANG)
    people.admin()
    departed = people.moderator("departed")
    departed.is_active = False
    departed.save()
    message = digest(people, MONDAY)
    assert message.subject == "【柳州市基层妇联改革示范点】报送进展周报（2028年3月27日）"
    assert [one.to for one in mail.outbox] == [message.to], "nothing else is due on that day"
