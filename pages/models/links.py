from datetime import datetime, timedelta

from django.db import models

from ..link_check import Outcome, State

# A site may be down for an evening: one failure says nothing, and two only with some hours in between.
FAILURES_OF_THE_DEAD = 2
BETWEEN_FAILURES = timedelta(hours=20)


class ExternalLink(models.Model):
    """An address outside this site that some page links to, and what became of it."""

    url = models.CharField("网址", max_length=500, unique=True)
    checked_at = models.DateTimeField("检查时间", null=True, editable=False)
    failures = models.PositiveSmallIntegerField("连续失败次数", default=0, editable=False)
    gone = models.BooleanField("已失效", default=False, editable=False)
    detail = models.CharField("情况", max_length=200, blank=True, editable=False)

    class Meta:
        verbose_name = "外部链接"
        verbose_name_plural = "外部链接"
        ordering = ["url"]

    def __str__(self) -> str:
        return self.url

    def note(self, outcome: Outcome, now: datetime) -> None:
        """Store what a check at *now* found; dead at once if the page is gone, else after repeated failures.

        A failure too soon after another one is not counted, nor is a check that could not be made.
        """
        if outcome.state == State.NOT_CHECKED:
            return
        if outcome.state == State.ALIVE:
            self.failures, self.gone, self.detail = 0, False, ""
        elif outcome.state == State.FAILED and self.failures and now - self.checked_at < BETWEEN_FAILURES:
            return
        else:
            self.failures = min(self.failures + 1, 1000)
            self.gone = self.gone or outcome.state == State.GONE or self.failures >= FAILURES_OF_THE_DEAD
            self.detail = outcome.detail
        self.checked_at = now
        self.save(update_fields=["checked_at", "failures", "gone", "detail"])
