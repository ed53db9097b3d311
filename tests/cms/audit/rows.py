"""Rows in the tables that the list reads, at any time."""

from datetime import datetime
from zoneinfo import ZoneInfo

from axes.models import AccessLog

from cms.workflow.ledger import Action, LedgerEntry

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2020, 5, 1, 8, 0, tzinfo=SHANGHAI)


def entry(title: str, at: datetime, action: Action = Action.SUBMITTED, **fields) -> LedgerEntry:
    values = {"county_code": "450202", "page_id": 1} | fields
    row = LedgerEntry(action=action, page_title=title, created_at=at, **values)
    row.save()
    return row


def login(name: str, at: datetime) -> None:
    row = AccessLog.objects.create(
        username=name, path_info="/admin/login/", user_agent="x", ip_address="192.0.2.1"
    )
    AccessLog.objects.filter(pk=row.pk).update(attempt_time=at)
