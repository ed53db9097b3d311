"""What is kept, and for how long, after the regular work that the deployment describes."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from axes.models import AccessFailureLog, AccessLog
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.workflow.ledger import Action, LedgerEntry
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db
HALF_A_YEAR = 180  # days
CRON = Path(settings.BASE_DIR) / "docs" / "operations" / "deployment.md"
COMMAND = re.compile(
    r"^    \S+ +\S+ +\S+ +\S+ +\S+ +demosites  \S+/demosites-manage (.+?)(?: >/dev/null)?$", re.M
)
NOT_HERE = {"prune_db_task_results"}  # asks for the other database of tasks; its rows are no acts


def old_rows(site, user, days: int) -> None:
    """A row in each table, *days* old."""
    then = timezone.now() - timedelta(days=days)
    LedgerEntry(action=Action.SUBMITTED, page_id=site.pk, page_title="x", created_at=then).save()
    log(instance=site, action="wagtail.edit", user=user, timestamp=then)
    log(instance=user, action="wagtail.edit", user=user, timestamp=then)
    for model in (AccessLog, AccessFailureLog):
        row = model.objects.create(username=user.username, path_info="/", user_agent="x")
        model.objects.filter(pk=row.pk).update(attempt_time=then)


def kept(days: int) -> list[int]:
    """How many rows there are in each table that are at least so old."""
    limit = timezone.now() - timedelta(days=days - 1)
    times = {LedgerEntry: "created_at", PageLogEntry: "timestamp", ModelLogEntry: "timestamp",
             AccessLog: "attempt_time", AccessFailureLog: "attempt_time"}  # fmt: skip
    return [model.objects.filter(**{f"{time}__lt": limit}).count() for model, time in times.items()]


def test_regular_work_keeps_half_a_year_of_everything(city_centre, people, capsys):
    site, user = make_site(city_centre), people.editor("450202")
    old_rows(site, user, HALF_A_YEAR)
    old_rows(site, user, 1000)
    commands = [line.split() for line in COMMAND.findall(CRON.read_text())]
    assert {"clearsessions", "expire_exports", "axes_reset_logs"} <= {command[0] for command in commands}
    for name, *arguments in commands:
        if name not in NOT_HERE:
            call_command(name, *arguments)
    assert kept(HALF_A_YEAR) == [2, 2, 2, 1, 1]
    assert kept(1000) == [1, 1, 1, 0, 0], "logins go in the end"


def test_deleting_a_page_or_an_account_deletes_no_row(city_centre, people):
    site, user = make_site(city_centre), people.editor("450202", "leaver")
    old_rows(site, user, 1)
    before = kept(1)
    site.delete()
    user.delete()
    assert min(before) == 1
    assert all(now >= then for now, then in zip(kept(1), before, strict=True))


def test_failures_of_one_name_push_out_no_older_ones(client, settings, people):
    settings.AXES_ENABLED = True
    for _ in range(3):
        client.post("/admin/login/", {"username": "zulianbu", "password": "x"})
    assert settings.AXES_ENABLE_ACCESS_FAILURE_LOG
    assert settings.AXES_ACCESS_FAILURE_LOG_PER_USER_LIMIT >= 1_000_000
    assert AccessFailureLog.objects.count() == 3
