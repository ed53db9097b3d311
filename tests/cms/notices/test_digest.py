"""Choices of when, and the digest of a day."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.models import MailChoice, ReviewDigest, TransitionMail
from cms.notices.digest import promise_digests
from tests.background import make_due, work
from tests.factories.pages import make_site, make_summary
from tests.factories.smtp_server import parts, subject
from tests.flow import decide, fresh, submit

pytestmark = pytest.mark.django_db
TODAY = timezone.now()
TOMORROW = TODAY + timedelta(days=1)


def chooses(user, to_do="now", to_know="now") -> None:
    MailChoice.objects.update_or_create(user=user, defaults={"to_do": to_do, "to_know": to_know})


def in_time() -> None:
    for _ in range(5):
        make_due()
        work()


@pytest.fixture
def daily(staff):
    """The lead has chosen one mail a day."""
    chooses(staff.lead, "daily", "daily")
    staff.deputy.groups.clear()
    return staff.lead


def test_information_can_be_left_out_but_not_what_waits(summary, staff, box):
    chooses(staff.editor, "now", "none")
    chooses(staff.lead, "now", "none")
    submit(summary, staff.editor)
    decide(summary, staff.lead)
    decide(summary, staff.moderator, "reject", "请改。")
    assert set(TransitionMail.objects.values_list("user__username", "concern")) == {
        ("lead-450202", "decide"), ("deputy", "decide"),
        ("zulianbu", "decide"), ("zulianbu2", "decide"),
        ("editor-450202", "revise"), ("deputy", "know"),
    }  # fmt: skip
    assert "none" not in dict(MailChoice._meta.get_field("to_do").choices)


def test_one_mail_with_all_since_the_last_by_what_is_to_do(summary, staff, box, daily, city_centre):
    site = make_site(city_centre, title="静兰社区")
    second = make_summary(site, title="静兰总结")
    third = make_summary(make_site(city_centre, title="潭中社区"), title="潭中总结")
    submit(summary, staff.editor)
    submit(second, staff.editor)
    submit(third, staff.editor)
    decide(third, daily)
    decide(third, staff.moderator, "reject", "缺<b>数据</b>。")
    work()
    assert box.to(daily.email) == []
    assert [number for _, number in promise_digests(TODAY)] == [3]
    work()
    (message,) = box.to(daily.email)
    assert subject(message).endswith("每日汇总：等您审核 2 份，供您知晓 1 份")
    text, html = parts(message)
    assert text.index("等您审核：2 份") < text.index("全年工作总结") < text.index("静兰总结")
    assert text.index("静兰总结") < text.index("供您知晓：1 份") < text.index("潭中总结")
    assert "缺&lt;b&gt;数据&lt;/b&gt;" in html
    for page, address in ((summary, "review"), (second, "review")):
        assert f"/admin/{address}/{page.pk}/" in text
        assert f"/admin/{address}/{page.pk}/" in html
    assert TransitionMail.objects.filter(user=daily, sent_at=None, moot_at=None).count() == 0


def test_never_twice_on_a_day_and_never_the_same_again(summary, staff, box, daily):
    submit(summary, staff.editor)
    assert len(promise_digests(TODAY)) == 1
    assert promise_digests(TODAY) == []
    work()
    decide(summary, daily, "reject", "请改。")
    submit(summary, staff.editor)
    assert promise_digests(TODAY) == [], "the rest waits for tomorrow"
    work()
    assert len(box.to(daily.email)) == 1
    assert [number for _, number in promise_digests(TOMORROW)] == [1]
    in_time()
    assert len(box.to(daily.email)) == 2
    assert promise_digests(TOMORROW + timedelta(days=1)) == []


def test_what_was_taken_back_or_decided_is_not_in_it(summary, staff, box, daily):
    submit(summary, staff.editor)
    fresh(summary).current_workflow_state.cancel(user=staff.editor)
    assert promise_digests(TODAY) == []
    submit(summary, staff.editor)
    assert len(promise_digests(TODAY)) == 1
    fresh(summary).current_workflow_state.cancel(user=staff.editor)
    in_time()
    assert box.to(daily.email) == []
    assert not ReviewDigest.objects.exists()


def test_a_digest_that_could_not_go_is_part_of_the_next(summary, staff, box, daily):
    box.turns_away = 100
    submit(summary, staff.editor)
    promise_digests(TODAY)
    in_time()
    box.turns_away = 0
    assert box.to(daily.email) == []
    assert len(promise_digests(TOMORROW)) == 1
    in_time()
    assert len(box.to(daily.email)) == 1


def test_a_failed_try_leads_to_one_mail(summary, staff, box, daily):
    box.turns_away = 1
    submit(summary, staff.editor)
    promise_digests(TODAY)
    in_time()
    assert len(box.to(daily.email)) == 1
    assert ReviewDigest.objects.get().sent_at


def test_who_moved_to_another_county_reads_nothing_of_the_old_one(summary, staff, box, daily, sanjiang):
    submit(summary, staff.editor)
    daily.groups.set([sanjiang.leads])
    assert promise_digests(TODAY) == []


def test_as_many_queries_for_ten_items_as_for_one(summary, staff, box, daily, city_centre):
    costs = []
    for page_of in ([summary], [make_summary(make_site(city_centre)) for _ in range(10)]):
        for page in page_of:
            submit(page, staff.editor)
        work()
        day = TODAY + timedelta(days=len(costs))
        with CaptureQueriesContext(connection) as found:
            (one,) = promise_digests(day)
            assert one[1] == len(page_of)
        costs.append(len(found))
        work()
    assert costs[0] == costs[1]


def test_the_command(summary, staff, box, daily):
    submit(summary, staff.editor)
    said = StringIO()
    call_command("send_digests", stdout=said)
    call_command("send_digests", stdout=said)
    assert said.getvalue().splitlines() == [
        f"  {daily.email}：1 份",
        "每日汇总：已排入后台发送 1 封。",
        "每日汇总：已排入后台发送 0 封。",
    ]
