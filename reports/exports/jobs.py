"""Making one export in the background: claimed by one worker, ended in words that its user understands."""

import logging
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from media.background import LONG, background_task

from ..models import Export
from ..models.export import DEAD_AFTER, GOOD_FOR, State, private_storage, random_name
from .notice import tell
from .papers import PAPERS
from .progress import Cancelled, Reporter, run_of
from .scope import PaperUnavailable, Scope

AFTER_ALL = -50  # pictures, mails and links come first
MOST_ATTEMPTS = 2
RETRY_AFTER = timedelta(minutes=1)
BROKEN = "制作时出错，已记录，请稍后重试；仍不行请联系管理员。"
GONE = "这种材料现在不能制作了。"

logger = logging.getLogger(__name__)


@background_task(priority=AFTER_ALL, queue=LONG)
def make_export(export_id: int) -> str:
    """Make the file of an export and return the state that it ended in; nothing if it was not this run's to make."""
    export = claim(export_id)
    if export is None:
        return ""
    try:
        _make(export)
    except Cancelled as reason:
        _end(export, State.CANCELLED, str(reason))
    except PaperUnavailable as reason:
        _end(export, State.FAILED, str(reason))
    except Exception:
        logger.exception("Attempt %d of export %d (%s) failed.", export.attempts, export.pk, export.paper)
        _try_again_or_end(export)
    return Export.objects.filter(pk=export_id).values_list("state", flat=True).first() or ""


def claim(export_id: int) -> Export | None:
    """Take the export on for this run; ``None`` if another one has it or it is not wanted any more.

    A run that has given no sign of life for ``DEAD_AFTER`` is taken over, which counts as the second attempt: what kills
    its worker each time must not come back for ever. One that lives is looked after later.
    """
    now = timezone.now()
    dead = Q(state=State.RUNNING, heartbeat_at__lt=now - DEAD_AFTER)
    wanted = Export.objects.filter(pk=export_id, attempts__lt=MOST_ATTEMPTS)
    free = wanted.filter(Q(state=State.WAITING) | dead)
    if free.update(
        state=State.RUNNING, attempts=F("attempts") + 1, started_at=now, heartbeat_at=now, done=0, total=0
    ):
        return Export.objects.select_related("user", "county").get(pk=export_id)
    if wanted.filter(state=State.RUNNING).exists():
        make_export.using(run_after=now + DEAD_AFTER).enqueue(export_id)
    return None


def _make(export: Export) -> None:
    reporter = Reporter(export)
    reporter.check()
    paper = PAPERS.get(export.paper)
    if paper is None:
        raise PaperUnavailable(GONE)
    with TemporaryDirectory(prefix="export-") as folder:
        target = Path(folder) / f"paper.{paper.extension}"
        build = paper.import_builder()
        build(Scope(export.year, export.county), target, reporter)
        reporter.check()
        hand_over(export, target)


def hand_over(export: Export, target: Path) -> None:
    """Store the file at *target* as that of *export*, which is ready then. Raises ``Cancelled``, and keeps nothing."""
    storage, now = private_storage(), timezone.now()
    with target.open("rb") as content:
        name = storage.save(random_name(export, target.name), File(content))
    try:
        with transaction.atomic():
            if not run_of(export).update(
                state=State.READY, file=name, size=target.stat().st_size, message="",
                finished_at=now, expires_at=now + GOOD_FOR,
            ):  # fmt: skip
                raise Cancelled
            if export.user.email:
                tell.enqueue(export.pk)
    except BaseException:
        storage.delete(name)
        raise


def _end(export: Export, state: State, message: str) -> None:
    longest = Export._meta.get_field("message").max_length
    run_of(export).update(state=state, message=message[:longest], finished_at=timezone.now())


def _try_again_or_end(export: Export) -> None:
    if export.attempts >= MOST_ATTEMPTS:
        _end(export, State.FAILED, BROKEN)
        return
    with transaction.atomic():
        if run_of(export).update(state=State.WAITING, heartbeat_at=None):
            make_export.using(run_after=timezone.now() + RETRY_AFTER).enqueue(export.pk)
