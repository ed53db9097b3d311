from django.conf import settings
from django.db import models

from pages.mail.once import OwedMail

from .audience import Concern


class MailChoice(models.Model):
    """When somebody wants mails about the review. Nobody can choose not to hear of what waits for her."""

    class ToDo(models.TextChoices):
        AT_ONCE = "now", "随时发"
        DAILY = "daily", "每天一次，合成一封"

    class ToKnow(models.TextChoices):
        AT_ONCE = "now", "随时发"
        DAILY = "daily", "每天一次，合成一封"
        NEVER = "none", "不发"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_choice", verbose_name="人员"
    )
    to_do = models.CharField(
        "等我处理的",
        max_length=5,
        choices=ToDo,
        default=ToDo.AT_ONCE,
        help_text="有材料等您审核，或者您提交的材料被退回。不能不收，最少每天一次。",
    )
    to_know = models.CharField(
        "供我知晓的",
        max_length=5,
        choices=ToKnow,
        default=ToKnow.AT_ONCE,
        help_text="材料通过、发布、撤下等，不用您处理。",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "邮件通知"
        verbose_name_plural = "邮件通知"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.user}：{self.get_to_do_display()}／{self.get_to_know_display()}"

    def for_concern(self, concern: str) -> str:
        """Return ``now``, ``daily`` or ``none`` for mails of *concern*."""
        return self.to_know if concern == Concern.KNOW else self.to_do


class ReviewDigest(OwedMail):
    """One person's mail of a day with what was not to be sent at once: never two, which the database itself holds."""

    day = models.DateField("日期")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "每日汇总邮件"
        verbose_name_plural = "每日汇总邮件"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="one_review_digest_a_day")]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.address}"


class TransitionMail(OwedMail):
    """That one person hears of one transition: once, by a mail of its own or in a digest."""

    # Entries are never deleted, and no constraint of another table may hang on the ledger.
    entry = models.ForeignKey(
        "cms.LedgerEntry",
        verbose_name="审批记录",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="mails",
    )
    concern = models.CharField("要做什么", max_length=6, choices=Concern)
    at_once = models.BooleanField("随时发", default=True)
    digest = models.ForeignKey(
        ReviewDigest, verbose_name="汇总", null=True, on_delete=models.SET_NULL, related_name="mails"
    )
    moot_at = models.DateTimeField("不再需要", null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "审核邮件"
        verbose_name_plural = "审核邮件"
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["entry", "user"], name="a_transition_once_to_one_person")
        ]

    def __str__(self) -> str:
        return f"{self.entry} → {self.address}"
