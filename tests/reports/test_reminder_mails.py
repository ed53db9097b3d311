"""The mails as they arrive: read back from the mail server's side, every link followed."""

import re
from datetime import date, timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core import mail
from django.urls import resolve
from django.utils import timezone

from cms.county import County
from reports.reminders.run import remind
from tests.background import work
from tests.factories.pages import make_site, make_summary
from tests.flow import decide

from .reminder_world import (
    CITY_CENTRE,
    SANJIANG,
    THREE_LEFT,
    eight,
    make_plan,
    open_year,
    returned,
    with_city,
    with_lead,
)

pytestmark = pytest.mark.django_db
SITE = "【柳州市基层妇联改革示范点】"
LINK = re.compile(r"https?://[^\s\"<>）]+")


def sent(day: date) -> dict[str, mail.EmailMultiAlternatives]:
    """The mails of *day* by address, through the worker."""
    work()  # what the review has to say
    mail.outbox.clear()
    remind(eight(day))
    work()
    assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox)
    return {message.to[0]: message for message in mail.outbox}


def html_of(message) -> str:
    ((content, kind),) = message.alternatives
    assert kind == "text/html"
    return content


def paths(words: str) -> list[str]:
    """Where the links in *words* lead, without the host, which is the site's."""
    links = [unescape(link) for link in LINK.findall(words)]
    assert all(link.startswith(settings.WAGTAILADMIN_BASE_URL + "/") for link in links)
    return [urlsplit(link).path for link in links]


@pytest.fixture
def plans(people, city_centre):
    """A site of each state that somebody is reminded of."""
    for user, name in ((people.editor(CITY_CENTRE), "韦敏"), (people.lead(CITY_CENTRE), "覃芳")):
        user.first_name = name
        user.save()
    sites = {
        name: make_site(city_centre, title=name) for name in ("文昌社区", "静兰社区", "潭中社区", "河东社区")
    }
    open_year(2028)
    made = {name: make_plan(sites[name]) for name in list(sites)[1:]}
    returned(made["潭中社区"], people, CITY_CENTRE)
    with_lead(made["河东社区"], people, CITY_CENTRE)
    return sites, made


def test_the_editors_mail(plans, people):
    sites, made = plans
    message = sent(THREE_LEFT)[people.editor(CITY_CENTRE).email]
    assert message.subject == f"{SITE}2028 年计划表还有 3 天截止：3 个示范点未报"
    assert message.from_email == settings.DEFAULT_FROM_EMAIL
    assert message.extra_headers == {"Auto-Submitted": "auto-generated"}
    base = settings.WAGTAILADMIN_BASE_URL
    assert (
        message.body
        == f"""韦敏，您好！

■ 2028 年计划表还有 3 天截止
截止日期：2028年3月25日。县区主要领导在这一天 24:00 以前审定通过，才算按时。写好以后请早点提交，给审定留出时间。

还没有报送：3 个示范点

· 文昌社区：未开始
  开始写：{base}/admin/pages/add/reports/workplanpage/{sites["文昌社区"].pk}/

· 静兰社区：草稿
  继续写：{base}/admin/pages/{made["静兰社区"].pk}/edit/

· 潭中社区：已退回
  去修改：{base}/admin/pages/{made["潭中社区"].pk}/edit/

请您这样做：
· 没有报送的：打开链接接着写，写好以后点“提交审核”，由县区主要领导审定。

您是城中区的编辑，所以收到这封邮件。截止前 14、7、3、1 天和当天各提醒一次，过期以后每周提醒一次；都报送、审定了，就不再提醒。
以上是 2028年3月22日 08:00 的情况。邮件由系统自动发出，请不要直接回复。
打开报送台账：{base}/admin/ledger/

柳州市基层妇联改革示范点
"""
    )


def test_the_leads_mail_has_what_waits_for_her_too(plans, people):
    _, made = plans
    message = sent(THREE_LEFT)[people.lead(CITY_CENTRE).email]
    assert message.subject == f"{SITE}2028 年计划表还有 3 天截止：3 个示范点未报，1 份待您审定"
    assert "等您审定：1 份\n\n· 河东社区：待县区审定\n  去审定：" in message.body
    assert f"/admin/review/{made['河东社区'].pk}/" in paths(message.body)
    assert "您是城中区的审定领导，所以收到这封邮件。" in message.body


def test_both_forms_say_the_same_and_their_links_lead_on(plans, people):
    for user in (people.editor(CITY_CENTRE), people.lead(CITY_CENTRE)):
        message = sent(THREE_LEFT if user.first_name == "韦敏" else date(2028, 3, 24))[user.email]
        html = html_of(message)
        in_text, in_html = paths(message.body), paths(html)
        assert in_text == in_html
        assert len(in_text) == (4 if user.first_name == "韦敏" else 5)
        client = people.client(user)
        for path in in_text:
            assert resolve(path)
            assert client.get(path).status_code == 200, path
        words = re.sub(r"\s", "", unescape(re.sub(r"<[^>]+>", "", html)))
        for line in ("文昌社区未开始", "静兰社区草稿", "潭中社区已退回", f"{user.first_name}，您好！"):
            assert line in words


def test_nothing_is_fetched_when_it_is_opened(plans, people):
    for message in sent(THREE_LEFT).values():
        html = html_of(message)
        assert not re.search(r"<(img|link|script|iframe|object|svg)\b|\bsrc=|url\(|@import", html)


def test_several_reasons_are_one_mail(people, city_centre):
    make_site(city_centre, title="文昌社区")
    open_year(2028, summary_deadline=date(2028, 4, 8))
    editor = people.editor(CITY_CENTRE).email
    assert {editor} == sent(date(2028, 4, 1)).keys()
    (message,) = mail.outbox
    assert message.subject == f"{SITE}2028 年计划表已逾期 7 天，2028 年总结还有 7 天截止：2 项未报"
    assert "■ 2028 年计划表已逾期 7 天" in message.body
    assert "现在仍可报送，会标为迟报。" in message.body
    assert "■ 2028 年总结还有 7 天截止" in message.body
    assert any(
        path.startswith("/admin/pages/add/reports/yearendsummarypage/") for path in paths(message.body)
    )


def test_more_than_two_reasons_are_counted_in_the_subject(people, city_centre):
    make_site(city_centre)
    earlier = open_year(2027)
    type(earlier).open(2028)
    type(earlier).objects.update(summary_deadline=date(2028, 4, 8))
    people.editor(CITY_CENTRE)
    sent(date(2028, 4, 1))
    assert mail.outbox[0].subject.startswith(f"{SITE}年度报送有 3 项提醒：")


def test_a_summary_of_the_county_names_its_sites_and_a_person_of_two_counties_reads_which(
    people, city_centre, sanjiang
):
    sites = [make_site(city_centre, title=title) for title in ("甲村", "乙村")]
    make_site(sanjiang, title="冠洞村")
    open_year(2028)
    both = people.editor(CITY_CENTRE)
    both.groups.add(County.objects.get(code=SANJIANG).editors)
    summary = make_summary(city_centre.page, year=2028, covers=sites)
    body = sent(date(2028, 10, 30))[both.email].body
    assert mail.outbox[0].subject == f"{SITE}2028 年总结今天截止：3 个示范点未报"
    assert "· 城中区 · 县区合写的总结（甲村、乙村）：草稿" in body
    assert "· 三江侗族自治县 · 冠洞村：未开始" in body
    assert f"/admin/pages/{summary.pk}/edit/" in paths(body)
    assert "您是城中区、三江侗族自治县的编辑，" in body


def test_names_are_escaped_in_html_alone(people, city_centre):
    make_site(city_centre, title="一村 <b>&“二”")
    open_year(2028)
    (message,) = sent_to(people.editor(CITY_CENTRE))
    assert "一村 <b>&“二”：未开始" in message.body
    assert "一村 &lt;b&gt;&amp;“二”" in html_of(message)


def sent_to(user) -> list:
    """The mails of a day to *user*."""
    return [message for address, message in sent(THREE_LEFT).items() if address == user.email]


def test_what_a_lead_had_approved_in_time_is_not_called_late(people, city_centre):
    today = timezone.localdate()
    site = make_site(city_centre)
    open_year(today.year, plan_deadline=today, summary_deadline=date(today.year + 1, 12, 30))
    plan = make_plan(site, today.year)
    decide(with_city(plan, people, CITY_CENTRE), people.moderator(), "reject", comment="请改。")
    body = sent(today + timedelta(days=7))[people.editor(CITY_CENTRE).email].body
    assert "已退回（以前已按时审定，修改后不算迟报）" in body
