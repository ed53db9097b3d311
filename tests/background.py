"""Doing what was put into the background, as the worker does it."""

from unittest.mock import patch

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult


def work(**options: bool) -> None:
    """Do all tasks that are due, as ``manage.py work --batch`` with *options*.

    A worker closes connections that are not in autocommit, which is the one that this test's transaction is on.
    """
    with patch("django_tasks_db.management.commands.db_worker.close_old_connections"):
        call_command("work", batch=True, verbosity=0, **options)


def make_due() -> None:
    """Let the time come for what waits to be tried again."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
