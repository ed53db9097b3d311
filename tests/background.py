"""Doing what was put into the background, as the worker does it."""

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult


def work() -> None:
    """Do all tasks that are due, as ``manage.py work --batch``."""
    call_command("work", batch=True, verbosity=0)


def make_due() -> None:
    """Let the time come for what waits to be tried again."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
