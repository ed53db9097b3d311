"""Exports in any state, and papers with builders of the tests' own."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from reports.exports.papers import PAPERS, Paper
from reports.models import Export
from reports.models.export import State

DAY = timedelta(days=1)
CONTENT = b"what only its user may read"


def make_export_row(user, county=None, **fields) -> Export:
    """An export of *user*'s as it is after the click, without a task."""
    values = {"paper": "statistics", "year": 2020, "file_name": "年度统计表.xlsx"}
    return Export.objects.create(user=user, county=county, **(values | fields))


def make_ready(user, county=None, days_left: float = 7, content: bytes = CONTENT, **fields) -> Export:
    """An export with its file, which is given out for another *days_left*."""
    now = timezone.now()
    export = make_export_row(
        user, county, state=State.READY, finished_at=now, expires_at=now + days_left * DAY, **fields
    )
    export.file.save("x", ContentFile(content))
    Export.objects.filter(pk=export.pk).update(size=len(content))
    return export


def make_running(user, county=None, minutes_silent: float = 0, **fields) -> Export:
    """An export that a worker has begun, and that was silent for so long."""
    then = timezone.now() - timedelta(minutes=minutes_silent)
    values = {"state": State.RUNNING, "attempts": 1, "started_at": then, "heartbeat_at": then}
    return make_export_row(user, county, **(values | fields))


def paper_of_tests(key: str, builder: str, **fields) -> Paper:
    """A paper whose builder is *builder* of ``tests.reports.builders``."""
    values = {
        "title": "试验汇编（Word）",
        "description": "试验",
        "extension": "docx",
        "media_type": "text/x-test",
    }
    return Paper(key=key, builder=f"tests.reports.builders.{builder}", **(values | fields))


def register(monkeypatch, key: str, builder: str, **fields) -> Paper:
    """Put a paper with a builder of the tests' into the registry until the test ends."""
    paper = paper_of_tests(key, builder, **fields)
    monkeypatch.setitem(PAPERS, key, paper)
    return paper
