"""Work that no request waits for: it is written down in the database and done by ``manage.py work``."""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial, wraps
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

BACKEND = "background"
# Work that takes minutes has a queue of its own, which a second worker can be given.
QUICK, LONG = "default", "exports"
# How long after a failure the same is tried again; after the last it stays failed, for the administrator to see.
DELAYS = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=2))
STUCK_AFTER = timedelta(minutes=30)

logger = logging.getLogger(__name__)


def background_task(
    function: Callable[..., Any] | None = None, *, priority: int = 0, queue: str = QUICK
) -> Task | Callable[..., Task]:
    """Make *function* a task: ``function.enqueue(…)`` writes it down, within the caller's transaction.

    Of what waits, higher *priority* is done first; ``@background_task(priority=…)`` sets another one than 0.
    *queue* is ``QUICK``, or ``LONG`` for what takes minutes.

    Arguments are what JSON can hold. It may be run more than once and must bear it. If it raises, it is tried again
    after each of ``DELAYS``.
    """

    if function is None:
        return partial(background_task, priority=priority, queue=queue)

    @task(backend=BACKEND, priority=priority, queue_name=queue)
    @wraps(function)
    def run(*args: Any, attempt: int = 1, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except Exception:
            if attempt > len(DELAYS):
                raise
            logger.exception("Attempt %d of %s%r failed.", attempt, function.__qualname__, args)
            later = run.using(run_after=timezone.now() + DELAYS[attempt - 1])
            later.enqueue(*args, attempt=attempt + 1, **kwargs)
            return None

    return run


def again(failed: QuerySet) -> int:
    """Put the *failed* tasks back as new ones, to be tried as often as those; return how many there were.

    Rows are changed and not made anew, so that two clicks do not double anything.
    """
    number = 0
    for row in failed:
        row.args_kwargs["kwargs"].pop("attempt", None)
        number += type(row).objects.filter(pk=row.pk, status=row.status).update(
            status="READY", run_after=timezone.now(), args_kwargs=row.args_kwargs, traceback="",
            exception_class_path="", finished_at=None,
        )  # fmt: skip
    return number


def free_stuck() -> int:
    """Put back what a worker that died had begun; return how many there were."""
    from django_tasks_db.models import DBTaskResult, TaskResultStatus

    begun = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - STUCK_AFTER)
    return begun.update(status=TaskResultStatus.READY)
