"""How an export is shown to its user."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ..models import Export
from ..models.export import BROKEN_OFF, EXPIRED, State

SLOW_AFTER = timedelta(minutes=2)
MOST = 50


@dataclass(frozen=True)
class Shown:
    """One row of the list: *state* is a value for styles and scripts, *label* what people read."""

    export: Export
    state: str
    label: str
    words: str  # how far it is, or why there is nothing

    @property
    def is_unfinished(self) -> bool:
        return self.state in (State.WAITING, State.RUNNING)

    @property
    def is_ready(self) -> bool:
        return self.state == State.READY

    @property
    def can_be_made_again(self) -> bool:
        return not (self.is_unfinished or self.is_ready)


def shown(export: Export, now: datetime) -> Shown:
    """Return how *export* stands at *now*."""
    if export.is_broken_off(now):
        return Shown(export, State.FAILED.value, State.FAILED.label, BROKEN_OFF)
    if export.is_expired(now):
        return Shown(export, *EXPIRED, "文件已经删除，需要时请重新制作。")
    words = _progress(export) if export.state == State.RUNNING else export.message
    return Shown(export, export.state, export.get_state_display(), words)


def _progress(export: Export) -> str:
    if not export.total:
        return "正在准备……"
    return f"第 {min(export.done + 1, export.total)} 份，共 {export.total} 份"


def is_queue_slow(mine: list[Shown], now: datetime) -> bool:
    """Whether one of *mine* waits although no worker is at anybody's."""
    waits = any(one.state == State.WAITING and one.export.created_at < now - SLOW_AFTER for one in mine)
    return waits and not Export.objects.alive(now).exists()
