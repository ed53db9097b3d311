"""The inbox of the department, what a county sees of it, and the mail about it."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from pages.models import Correction
from tests.background import make_due, work
from tests.factories.pages import make_notice
from tests.flow import publish
from tests.pages.corrections.sending import TEXT, send

pytestmark = pytest.mark.django_db
INBOX, FORWARDED = "/admin/corrections/", "/admin/forwarded/"
CONTACT = "0772-0000000"


@pytest.fixture
def report(story) -> Correction:
    send(story, contact=CONTACT)
    return Correction.objects.get()


@pytest.fixture
def desk(people):
    """A browser of the department."""
    return people.client(people.moderator())


def answer(client, report: Correction, state: str, words: str = "") -> str:
    response = client.post(f"{INBOX}edit/{report.pk}/", {"state": state, "answer": words})
    report.refresh_from_db()
    return "" if response.status_code == 302 else response.content.decode()


def test_a_report_arrives_with_all_that_the_reader_said(desk, report, story):
    assert report.number in desk.get(INBOX).content.decode()
    for address in ("edit", "inspect"):
        said = desk.get(f"{INBOX}{address}/{report.pk}/").content.decode()
        for word in (report.number, TEXT, CONTACT, "错别字", "城中区", story.title, story.url):
            assert word in said, (address, word)


def test_an_answer_is_signed_and_in_the_record(desk, people, report):
    assert answer(desk, report, "corrected", "已请文昌社区改好。") == ""
    assert (report.state, report.answer) == ("corrected", "已请文昌社区改好。")
    assert report.handled_by == people.moderator()
    assert report.handled_at is not None
    entry = ModelLogEntry.objects.get(content_type__model="correction", action="wagtail.edit")
    assert (entry.user, entry.label) == (people.moderator(), str(report))
    assert report.number in desk.get("/admin/audit/").content.decode()
    answer(desk, report, "open")
    assert (report.handled_by, report.handled_at) == (None, None)


def test_what_the_reader_wrote_stays(desk, report):
    changed = {
        "state": "corrected",
        "answer": "",
        "text": "别的话别的话别的话别的话",
        "contact": "",
        "kind": "fact",
    }
    desk.post(f"{INBOX}edit/{report.pk}/", changed)
    report.refresh_from_db()
    assert (report.state, report.text, report.contact, report.kind) == ("corrected", TEXT, CONTACT, "typo")


def test_a_reason_is_demanded_where_somebody_will_ask(desk, report, people):
    assert "为什么不采纳" in answer(desk, report, "rejected", "  ")
    assert "请县区做什么" in answer(desk, report, "forwarded")
    send(publish(make_notice(), people), text=f"{TEXT}通知")
    of_city = Correction.objects.get(county=None)
    assert "没有县区可以转办" in answer(desk, of_city, "forwarded", "请改。")
    assert {report.state, of_city.state} == {"open"}


def test_filters_by_state_county_and_kind(desk, report, city_centre, sanjiang):
    for query, found in {
        "state=open": True,
        "state=corrected": False,
        f"county={city_centre.page_id}": True,
        f"county={sanjiang.page_id}": False,
        "kind=typo": True,
        "kind=personal": False,
        "q=再在": True,
    }.items():
        assert (report.number in desk.get(f"{INBOX}?{query}").content.decode()) is found, query


def test_nobody_makes_or_deletes_reports_and_counties_have_no_inbox(desk, people, report):
    for client in (desk, people.client(people.admin())):
        for address in (f"{INBOX}create/", f"{INBOX}delete/{report.pk}/"):
            assert client.post(address).status_code in (302, 403)
        assert "/delete/" not in client.get(f"{INBOX}edit/{report.pk}/").content.decode()
    assert Correction.objects.exists()
    for user in (people.editor("450202"), people.lead("450202")):
        client = people.client(user)
        for address in (INBOX, f"{INBOX}edit/{report.pk}/", f"{INBOX}inspect/{report.pk}/"):
            response = client.get(address)
            assert response.status_code in (302, 403)
            assert TEXT not in client.get(address, follow=True).content.decode()


def test_a_county_reads_what_was_forwarded_to_it_without_the_contact(desk, people, report):
    own, other = people.client(people.editor("450202")), people.client(people.editor("450226"))
    assert TEXT not in own.get(FORWARDED).content.decode()
    answer(desk, report, "forwarded", "请核对第二段。")
    said = own.get(FORWARDED).content.decode()
    assert TEXT in said
    assert "请核对第二段。" in said
    assert CONTACT not in said
    assert TEXT not in other.get(FORWARDED).content.decode()
    assert own.post(FORWARDED).status_code == 405
    assert "1 条请本县区改" in own.get("/admin/").content.decode()
    assert f'"{FORWARDED}"' in other.get("/admin/").content.decode()  # the menu
    assert f'"{FORWARDED}"' not in desk.get("/admin/").content.decode()
    assert "条请本县区改" not in other.get("/admin/").content.decode()
    answer(desk, report, "corrected")
    assert TEXT not in own.get(FORWARDED).content.decode()


def test_the_departments_home_counts_what_is_open(desk, report):
    assert "1 条未处理" in desk.get("/admin/").content.decode()
    answer(desk, report, "corrected")
    assert "条未处理" not in desk.get("/admin/").content.decode()


def test_one_mail_for_all_that_comes_within_an_hour(people, story):
    people.moderator("zulianbu")
    for number in range(3):
        send(story, text=f"{TEXT}{number}")
    work()
    mail.outbox.clear()  # those of the review
    make_due()
    work()
    assert {one.subject for one in mail.outbox} == {"【柳州市基层妇联改革示范点】读者纠错 3 条未处理"}
    assert sorted(one.to[0] for one in mail.outbox) == ["zulianbu2@example.org", "zulianbu@example.org"]
    assert TEXT not in mail.outbox[0].body
    assert "/admin/corrections/?state=open" in mail.outbox[0].body


def test_no_mail_when_all_was_handled_meanwhile(people, desk, report):
    answer(desk, report, "corrected")
    make_due()
    work()
    assert [one.subject for one in mail.outbox if "纠错" in one.subject] == []


def test_queries_are_equal_at_1_and_at_12_reports(desk, people, report, story):
    client = people.client(people.editor("450202"))

    def counts() -> dict[str, int]:
        found = {}
        for one, address in [(desk, INBOX), (client, FORWARDED), (desk, "/admin/"), (client, "/admin/")]:
            one.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert one.get(address).status_code == 200
            found[f"{address} {one is desk}"] = len(queries)
        return found

    answer(desk, report, "forwarded", "请核对。")
    Correction.objects.create(page=story, page_title="x", page_url="/", kind="typo", text=TEXT)
    few = counts()
    for number in range(11):
        for state in ("open", "forwarded"):
            Correction.objects.create(
                page=story, page_title="x", page_url="/", kind="typo", text=f"{TEXT}{number}", state=state,
                county_id=report.county_id, handled_at=report.handled_at,
            )  # fmt: skip
    assert counts() == few
