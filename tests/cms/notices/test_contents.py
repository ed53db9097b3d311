"""What the mails say, read back from the mail server, and that every link leads where something is to be done."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.utils import timezone

from pages.checks.runner import run
from tests.background import work
from tests.factories.smtp_server import parts, subject
from tests.flow import decide, fresh, submit

pytestmark = pytest.mark.django_db
SITE = "【柳州市基层妇联改革示范点】"
LINK = re.compile(r"https?://[^\s\"<>）]+")
NASTY = "照片<b>太暗</b>\n<script>alert(1)</script> & 请换"


def only(box, user):
    """Subject, text and HTML of the only mail that *user* has got."""
    work()
    (message,) = box.to(user.email)
    box.forget()
    return subject(message), *parts(message)


def links(words: str) -> list[str]:
    found = [unescape(link) for link in LINK.findall(words)]
    assert all(link.startswith(settings.WAGTAILADMIN_BASE_URL + "/") for link in found)
    return [urlsplit(link).path + (f"?{query}" if (query := urlsplit(link).query) else "") for link in found]


def ticks(page) -> list[str]:
    return [finding.key for finding in run(fresh(page).get_latest_revision_as_object()).warnings]


def named(user, name):
    user.first_name = name
    user.save()


def test_the_lead_reads_what_whose_when_and_goes_to_the_review(summary, staff, box, people):
    named(staff.editor, "韦敏")
    named(staff.lead, "覃芳")
    submit(summary, staff.editor)
    day = timezone.localtime()
    head, text, html = only(box, staff.lead)
    assert head == f"{SITE}等您审核：《全年工作总结》"
    for said in (text, html):
        assert "覃芳，您好！" in said
        assert "年度总结" in said
        assert "全年工作总结" in said
        assert "城中区 · 文昌社区" in said
        assert "城中区 韦敏" in said
        assert f"{day.year}年{day.month}月{day.day}日" in said
        assert links(said)[0] == f"/admin/review/{summary.pk}/"
        assert "执委会议六次" not in said, "nothing of the content"
    desk = people.client(staff.lead)
    assert all(desk.get(link).status_code == 200 for link in links(text) + links(html))


@pytest.mark.parametrize(("by", "who"), [("lead", "城中区审定领导 覃芳"), ("moderator", "市妇联组联部 覃芳")])
def test_the_editor_reads_the_reason_and_goes_to_the_form(summary, staff, box, people, by, who):
    submit(summary, staff.editor)
    if by == "moderator":
        decide(summary, staff.lead)
    work()
    box.forget()
    named(getattr(staff, by), "覃芳")
    decide(summary, getattr(staff, by), "reject", NASTY)
    head, text, html = only(box, staff.editor)
    assert head == f"{SITE}{'县区' if by == 'lead' else '市级'}退回，请修改：《全年工作总结》"
    assert f"退回理由：\n{NASTY}\n" in text
    assert "照片&lt;b&gt;太暗&lt;/b&gt;<br>&lt;script&gt;alert(1)&lt;/script&gt; &amp; 请换" in html
    assert "<script" not in html
    assert "<b>" not in html
    assert who in text
    assert who in html
    assert links(text)[0] == links(html)[0] == f"/admin/pages/{summary.pk}/edit/"
    assert people.client(staff.editor).get(links(text)[0]).status_code == 200


def test_the_department_goes_to_the_review_and_the_county_to_what_readers_see(
    summary, staff, box, people, client
):
    county = summary.get_parent().get_parent().specific
    county.introduction = "<p>县区简介。</p>"
    county.save_revision()
    for page in (county, summary.get_parent().specific, summary):
        submit(page, staff.editor)
        decide(page, staff.lead, confirmed=ticks(page))
        work()
        review = links(parts(box.to(staff.moderator.email)[-1])[0])[0]
        assert review == f"/admin/review/{page.pk}/"
        assert people.client(staff.moderator).get(review).status_code == 200
        decide(page, staff.moderator, comment="写得好", confirmed=ticks(page))
        work()
        published = box.to(staff.editor.email)[-1]
        box.forget()
    text, html = parts(published)
    assert subject(published) == f"{SITE}已审核通过并发布：《全年工作总结》"
    assert "审核意见：\n写得好" in text
    assert links(text)[0] == links(html)[0] == fresh(summary).get_url_parts()[-1]
    assert client.get(links(text)[0]).status_code == 200


def test_withdrawn_leads_everybody_to_what_she_may_open(summary, staff, box, people):
    submit(summary, staff.editor)
    decide(summary, staff.lead)
    decide(summary, staff.moderator)
    work()
    box.forget()
    fresh(summary).unpublish()
    work()
    for user in (staff.editor, staff.lead, staff.second):
        text, _ = parts(box.to(user.email)[0])
        assert "经办：系统\n" in text
        assert all(people.client(user).get(link).status_code == 200 for link in links(text))


def test_a_title_cannot_write_headers_or_markup(summary, staff, box):
    content = fresh(summary).get_latest_revision_as_object()
    content.title = "总结\nBcc: a@example.org <i>x</i>"
    content.save_revision(user=staff.editor)
    submit(summary, staff.editor)
    head, _, html = only(box, staff.lead)
    assert head == f"{SITE}等您审核：《总结 Bcc: a@example.org <i>x</i>》"
    assert "<i>" not in html
    assert box.addresses == []


def test_wagtail_itself_writes_to_nobody(summary, staff, box):
    submit(summary, staff.editor)
    decide(summary, staff.lead, "reject", "请改。")
    assert box.taken == [], "nothing goes within a request"
    work()
    assert box.addresses == [staff.editor.email]
