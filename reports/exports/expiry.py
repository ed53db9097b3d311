"""What is cleared away every night: files after their time, rows some weeks later, what nobody finishes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from ..models import Export
from ..models.export import State, private_storage

KEPT_FOR = timedelta(days=30)  # after its end a row still tells what became of it
WAITS_FOR = timedelta(days=1)
# A file without a row may belong to an export that is just being handed over.
ORPHANED_AFTER = timedelta(days=1)
NEVER_BEGUN = "排队超过一天没有开始，已停止。请稍后重新制作；仍不行请联系管理员。"


@dataclass(frozen=True)
class Cleared:
    """How many there were of each."""

    broken_off: int
    never_begun: int
    files: int
    rows: int
    orphans: int


def clear(now: datetime) -> Cleared:
    """Do all of it; safe to repeat."""
    waiting = Export.objects.filter(state=State.WAITING, created_at__lt=now - WAITS_FOR)
    return Cleared(
        broken_off=Export.objects.end_broken_off(now),
        never_begun=waiting.update(state=State.FAILED, message=NEVER_BEGUN, finished_at=now),
        files=_expire(now),
        rows=_forget(now),
        orphans=_sweep(now),
    )


def _expire(now: datetime) -> int:
    number = 0
    for export in Export.objects.filter(state=State.READY, expires_at__lte=now).exclude(file=""):
        export.file.storage.delete(export.file.name)
        number += Export.objects.filter(pk=export.pk).update(file="")
    return number


def _forget(now: datetime) -> int:
    ended = Q(state__in=[State.FAILED, State.CANCELLED], finished_at__lte=now - KEPT_FOR)
    expired = Q(state=State.READY, file="", expires_at__lte=now - KEPT_FOR)
    return Export.objects.filter(ended | expired).delete()[0]


def _sweep(now: datetime) -> int:
    storage = private_storage()
    try:
        found = set(storage.listdir("")[1])
    except FileNotFoundError:  # nothing was ever exported
        return 0
    orphans = [
        name
        for name in found - set(Export.objects.exclude(file="").values_list("file", flat=True))
        if storage.get_modified_time(name) < now - ORPHANED_AFTER
    ]
    for name in orphans:
        storage.delete(name)
    return len(orphans)
