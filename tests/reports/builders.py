"""Builders of exports as others write them, each with one thing that may happen."""

from datetime import timedelta
from pathlib import Path

from django.contrib.auth import get_user_model
from django.utils import timezone

from reports.exports import orders
from reports.exports.scope import NothingToExport, PaperUnavailable, Progress, Scope
from reports.models import Export

runs: list[str] = []


def good(scope: Scope, target: Path, progress: Progress) -> None:
    assert not target.exists()
    for number in range(4):
        progress(number, 3)
    target.write_bytes(f"{scope.place} {scope.year}".encode())


def nothing(scope: Scope, target: Path, progress: Progress) -> None:
    runs.append("nothing")
    raise NothingToExport("2020 年还没有已通过的总结。")


def unavailable(scope: Scope, target: Path, progress: Progress) -> None:
    runs.append("unavailable")

    class NoLibrary(PaperUnavailable):
        pass

    raise NoLibrary("服务器上没有安装制作 PDF 的程序，请联系管理员。")


def broken(scope: Scope, target: Path, progress: Progress) -> None:
    runs.append("broken")
    raise KeyError("secret detail")


def broken_once(scope: Scope, target: Path, progress: Progress) -> None:
    runs.append("once")
    if len(runs) == 1:
        progress(2, 3)
        raise OSError("disk")
    good(scope, target, progress)


def cancelled_meanwhile(scope: Scope, target: Path, progress: Progress) -> None:
    orders.cancel(Export.objects.get())
    progress(1, 3)
    runs.append("went on")


def cancelled_at_the_end(scope: Scope, target: Path, progress: Progress) -> None:
    good(scope, target, progress)
    orders.cancel(Export.objects.get())


def account_closed(scope: Scope, target: Path, progress: Progress) -> None:
    get_user_model().objects.filter(username="editor-450202").update(is_active=False)
    progress(1, 3)
    runs.append("went on")


def taken_over_meanwhile(scope: Scope, target: Path, progress: Progress) -> None:
    """Silent for too long, so that another worker has begun it again."""
    Export.objects.update(attempts=2, heartbeat_at=timezone.now() + timedelta(seconds=1))
    progress(1, 3)
    runs.append("went on")


def writes_nothing(scope: Scope, target: Path, progress: Progress) -> None:
    runs.append("empty")
