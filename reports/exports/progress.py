"""How a builder's progress comes to be seen, and how it learns that nobody wants its file any more."""

import time
from collections.abc import Callable

from django.utils import timezone

from ..models import Export
from ..models.export import State
from ..views.access import may_see

EVERY = 1.0  # seconds between two writes
NO_RIGHT = "您现在没有查看这个范围报送材料的权限，已停止制作。"


class Cancelled(Exception):
    """The file is not wanted any more, or must not be had; the message may say so to its user."""


class Reporter:
    """The ``progress`` of one run of *export*: what is shown only ever grows."""

    def __init__(self, export: Export, clock: Callable[[], float] = time.monotonic) -> None:
        self.export, self.clock = export, clock
        self._written_at: float | None = None
        self._done = self._total = 0

    def __call__(self, done: int, total: int) -> None:
        """Write it down, at most once in ``EVERY`` seconds. Raises ``Cancelled``."""
        now = self.clock()
        if self._written_at is not None and now - self._written_at < EVERY:
            return
        self._written_at = now
        done = min(max(done, 0), total)
        if total > 0 and done * self._total >= self._done * total:
            self._done, self._total = done, total
        self.check()

    def check(self) -> None:
        """Give a sign of life. Raises ``Cancelled`` if this run is not wanted any more."""
        if not may_have(self.export):
            raise Cancelled(NO_RIGHT)
        if not run_of(self.export).update(done=self._done, total=self._total, heartbeat_at=timezone.now()):
            raise Cancelled


def run_of(export: Export):
    """The row of *export* as long as it is being made by the run that *export* was read for."""
    return Export.objects.filter(pk=export.pk, state=State.RUNNING, attempts=export.attempts)


def may_have(export: Export) -> bool:
    """Whether its user may have the file now, by the database and not by what is in memory."""
    row = Export.objects.select_related("user", "county").filter(pk=export.pk).first()
    return row is not None and may_see(row.user, row.county)
