"""What an account has beside Django's user: a post, a deputy's last day, and the record of every change."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from reports.models.append_only import AppendOnlyModel

from .days import today

USER = settings.AUTH_USER_MODEL


class StaffAccount(models.Model):
    """The post of somebody who works here, and how many links to set a password have been made for the account."""

    user = models.OneToOneField(USER, on_delete=models.CASCADE, related_name="staff_account")
    post = models.CharField("职务", max_length=60, blank=True)
    link_serial = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = "账号资料"
        verbose_name_plural = "账号资料"
        default_permissions = ()

    def __str__(self) -> str:
        return self.post


class DeputyQuerySet(models.QuerySet):
    def overdue(self) -> "DeputyQuerySet":
        """Deputies whose last day is over and whose membership is still to be removed."""
        return self.filter(ended_at=None, until__lt=today())


class Deputy(models.Model):
    """Somebody who stands in for a county's lead until a day, that day included.

    The right itself is the membership in the county's group of leads; from the day after, it counts nowhere
    (``cms.membership``), whether or not it has been removed. The row stays, so that the county still knows the account.
    """

    user = models.OneToOneField(USER, on_delete=models.CASCADE, related_name="deputy")
    county = models.ForeignKey("cms.County", on_delete=models.PROTECT, related_name="deputies")
    until = models.DateField("代理至")
    ended_at = models.DateTimeField("代理结束时间", null=True, editable=False)

    objects = DeputyQuerySet.as_manager()

    class Meta:
        verbose_name = "临时代理"
        verbose_name_plural = "临时代理"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.county} 代理至 {self.until:%Y-%m-%d}"

    @property
    def is_over(self) -> bool:
        """Whether the last day is over, or somebody ended it before."""
        return self.ended_at is not None or self.until < today()


class AccountChange(AppendOnlyModel):
    """One change to one account: who, whom, what, before and after. Never changed, never deleted."""

    class Action(models.TextChoices):
        OPENED = "opened", "开通"
        EDITED = "edited", "修改资料"
        MOVED = "moved", "调整县区或角色"
        DEPUTISED = "deputised", "设为临时代理"
        DEPUTY_ENDED = "deputy_ended", "代理结束"
        CLOSED = "closed", "停用"
        REOPENED = "reopened", "重新启用"
        LINK_MAILED = "link_mailed", "邮件发送设置密码的链接"
        LINK_SHOWN = "link_shown", "当面交给设置密码的链接"
        PASSWORD_SET = "password_set", "本人设置了密码"

    created_at = models.DateTimeField("时间", default=timezone.now)
    action = models.CharField("事项", max_length=16, choices=Action)
    actor = models.ForeignKey(
        USER, verbose_name="办理人", null=True, on_delete=models.PROTECT, related_name="+"
    )
    actor_name = models.CharField("办理人姓名", max_length=310)
    subject = models.ForeignKey(
        USER, verbose_name="账号", on_delete=models.PROTECT, related_name="account_changes"
    )
    subject_name = models.CharField("账号姓名", max_length=310)
    before = models.CharField("原来", max_length=500, blank=True)
    after = models.CharField("现在", max_length=500, blank=True)

    class Meta(AppendOnlyModel.Meta):
        verbose_name = "账号变更记录"
        verbose_name_plural = "账号变更记录"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.subject_name}"


@register_setting(icon="mail")
class OfficeContact(BaseGenericSetting):
    """Whom counties ask about accounts; shown to people with an account and in mails to them, not to the public."""

    name = models.CharField("科室", max_length=40, default="市妇联组联部")
    phone = models.CharField("电话", max_length=40, blank=True)
    hours = models.CharField("接听时间", max_length=60, blank=True, help_text="例如：工作日 8:30—17:30")

    class Meta:
        verbose_name = "组联部联系方式"

    @classmethod
    def words(cls) -> str:
        """Return the office with what is known of telephone and hours, as it stands after 请联系."""
        office = cls.objects.first() or cls()
        known = "，".join(filter(None, [office.phone, office.hours]))
        return f"{office.name}（{known}）" if known else office.name
