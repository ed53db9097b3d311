"""A mail that is owed: one row, and sent once, whatever workers and mail servers do."""

from collections.abc import Callable

from django.conf import settings
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone


class OwedMail(models.Model):
    """That somebody is to get a mail: written in the transaction that gives rise to it.

    A row without ``sent_at`` has not gone. One that was begun and not sent belonged to a worker that was killed
    while the mail server had the mail; nobody can tell whether it went.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="收件人",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    address = models.EmailField("邮箱")
    created_at = models.DateTimeField("写入时间", auto_now_add=True)
    begun_at = models.DateTimeField("开始发送", null=True)
    sent_at = models.DateTimeField("发出时间", null=True)

    class Meta:
        abstract = True


def send_once(row: QuerySet, send: Callable[[], None]) -> bool:
    """Call *send* for the one owed mail *row*, unless that was done or begun before; return whether.

    One ``UPDATE`` claims the row, and nothing is locked while the mail server has the mail. If *send* raises, the row
    can be claimed again. A run that was killed is not repeated.
    """
    if not row.filter(begun_at=None, sent_at=None).update(begun_at=timezone.now()):
        return False
    try:
        send()
    except Exception:
        row.update(begun_at=None)
        raise
    row.update(sent_at=timezone.now())
    return True
