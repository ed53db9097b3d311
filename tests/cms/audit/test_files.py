"""The list as a file: what is filtered, all of it up to a limit, and nothing that runs."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.audit import export
from cms.workflow.ledger import Action
from tests.reports.spreadsheets import rows_of

from .rows import START, entry, login

pytestmark = pytest.mark.django_db


@pytest.fixture
def dangerous():
    """Rows whose words would be formulas."""
    entry('=HYPERLINK("http://127.0.0.1")', START, Action.LEAD_RETURNED, user_name="@lead", comment="+1")
    entry("从别处粘贴\x0b来的", START - timedelta(hours=1), Action.LEAD_RETURNED, user_name="lead")


HEADINGS = ["时间", "人员", "县区", "操作", "内容", "说明"]


def test_xlsx_is_read_back_and_runs_nothing(dangerous, people):
    login("zulianbu", START)
    url = reverse("cms_audit_export", args=["xlsx"])
    answer = people.client(people.moderator()).get(url, {"kind": "return"})
    heading, *rows = rows_of(b"".join(answer.streaming_content))
    assert heading == HEADINGS
    assert [row[1:] for row in rows] == [
        ["@lead", "城中区", "县区退回", '=HYPERLINK("http://127.0.0.1")', "+1"],
        ["lead", "城中区", "县区退回", "从别处粘贴来的", ""],
    ]
    day = rows[0][0] - 43952  # the serial number of 2020-05-01
    assert round(day * 24, 3) == 8
    assert f"{timezone.localdate():%Y-%m-%d}.xlsx" in answer["Content-Disposition"]


def test_csv_is_read_back_and_runs_nothing(dangerous, people):
    url = reverse("cms_audit_export", args=["csv"])
    content = b"".join(people.client(people.moderator()).get(url, {"kind": "return"}).streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    heading, first, _second = csv.reader(StringIO(content.decode("utf-8-sig")))
    assert heading == HEADINGS
    assert first == [
        "2020-05-01 08:00",
        "'@lead",
        "城中区",
        "县区退回",
        '\'=HYPERLINK("http://127.0.0.1")',
        "'+1",
    ]


def test_a_file_holds_all_pages_and_says_where_it_was_cut(people, monkeypatch):
    monkeypatch.setattr("cms.audit.listing.AT_ONCE", 7)
    for number in range(30):
        entry(f"页面{number}", START + timedelta(seconds=number), Action.TAKEN_BACK)
    url, client = reverse("cms_audit_export", args=["csv"]), people.client(people.moderator())

    def lines() -> list[list[str]]:
        content = b"".join(client.get(url, {"until": "2020-05-01"}).streaming_content)
        return list(csv.reader(StringIO(content.decode("utf-8-sig"))))[1:]

    assert [line[4] for line in lines()] == [f"页面{number}" for number in range(29, -1, -1)]
    monkeypatch.setattr(export, "MOST", 20)
    assert [len(line) for line in lines()] == [6] * 20 + [1]
    monkeypatch.setattr(export, "MOST", 30)
    assert len(lines()) == 30, "nothing was cut"
