import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils import timezone

from pages.models import CountyPage

GOOD_FOR = timedelta(days=7)
DEAD_AFTER = timedelta(minutes=10)  # another worker may go on with it
BROKEN_OFF_AFTER = timedelta(minutes=15)  # people are told
BROKEN_OFF = "制作中断了（后台程序可能重新启动过），请重新制作。"


def private_storage() -> Storage:
    """The storage without public addresses."""
    return storages["exports"]


def random_name(export: "Export", filename: str) -> str:
    """A name that nobody can guess and that tells nothing."""
    return secrets.token_urlsafe(32)


class State(models.TextChoices):
    """How far an export is; what has expired is ready without a file."""

    WAITING = "waiting", "等待"
    RUNNING = "running", "正在制作"
    READY = "ready", "已完成"
    FAILED = "failed", "失败"
    CANCELLED = "cancelled", "已取消"


UNFINISHED = (State.WAITING, State.RUNNING)
EXPIRED = ("expired", "已过期")


class ExportQuerySet(models.QuerySet["Export"]):
    def unfinished(self) -> "ExportQuerySet":
        """What waits or is being made, or was when its worker died."""
        return self.filter(state__in=UNFINISHED)

    def alive(self, now: datetime) -> "ExportQuerySet":
        """What a worker is at."""
        return self.filter(state=State.RUNNING, heartbeat_at__gte=now - BROKEN_OFF_AFTER)

    def broken_off(self, now: datetime) -> "ExportQuerySet":
        """What no worker has given a sign of life about for too long."""
        return self.filter(state=State.RUNNING, heartbeat_at__lt=now - BROKEN_OFF_AFTER)

    def end_broken_off(self, now: datetime) -> int:
        """Let what was broken off be failed; return how many there were."""
        return self.broken_off(now).update(state=State.FAILED, message=BROKEN_OFF, finished_at=now)


class Export(models.Model):
    """A paper that somebody wants to have of a year, of one county or, without, of the city; hers alone."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="谁要的", on_delete=models.CASCADE, related_name="+"
    )
    paper = models.CharField("哪种材料", max_length=40)
    year = models.PositiveSmallIntegerField("年份")
    county = models.ForeignKey(
        CountyPage, verbose_name="县区", null=True, on_delete=models.CASCADE, related_name="+"
    )
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField("第几次制作", default=0)
    done = models.PositiveIntegerField("已做份数", default=0)
    total = models.PositiveIntegerField("总份数", default=0)
    message = models.CharField("说明", max_length=500, blank=True)
    file = models.FileField(
        "文件", storage=private_storage, upload_to=random_name, max_length=120, blank=True
    )
    file_name = models.CharField("文件名", max_length=255)
    size = models.PositiveBigIntegerField("大小", default=0)
    created_at = models.DateTimeField("提出时间", default=timezone.now)
    started_at = models.DateTimeField("开始时间", null=True)
    heartbeat_at = models.DateTimeField("最近有进展的时间", null=True)
    finished_at = models.DateTimeField("结束时间", null=True)
    expires_at = models.DateTimeField("有效期至", null=True)

    objects = ExportQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "材料导出"
        verbose_name_plural = "材料导出"
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["user", "-created_at"], name="exports_of_a_user"),
            models.Index(fields=["state", "heartbeat_at"], name="exports_by_state"),
        ]
        constraints = [
            # Two, since no county is equal to none for a database.
            models.UniqueConstraint(
                fields=["user", "paper", "year", "county"],
                condition=Q(state__in=["waiting", "running"], county__isnull=False),
                name="one_unfinished_export_of_a_county",
            ),
            models.UniqueConstraint(
                fields=["user", "paper", "year"],
                condition=Q(state__in=["waiting", "running"], county__isnull=True),
                name="one_unfinished_export_of_the_city",
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(expires_at__isnull=False), name="a_ready_export_expires"
            ),
            models.CheckConstraint(
                condition=~Q(state="running") | Q(heartbeat_at__isnull=False), name="a_running_export_lives"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def is_broken_off(self, now: datetime) -> bool:
        """Whether its worker seems to have died."""
        return self.state == State.RUNNING and self.heartbeat_at < now - BROKEN_OFF_AFTER

    def is_expired(self, now: datetime) -> bool:
        """Whether the file was there and is not given out any more."""
        return self.state == State.READY and (not self.file or self.expires_at <= now)

    def is_unfinished(self, now: datetime) -> bool:
        """Whether somebody may still expect it to be made."""
        return self.state in UNFINISHED and not self.is_broken_off(now)
