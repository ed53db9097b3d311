from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandError

from cms.workflow.audit import findings
from cms.workflow.ledger import LedgerEntry
from media.exceptions import StorageUnavailable


class Command(BaseCommand):
    """Compare every live page with the approval ledger and verify the ledger; exit code 1 if something differs."""

    help = "核对每个已发布页面与审批记录是否一致，并校验审批记录；有出入时列出、发邮件，退出码为 1。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--no-files", action="store_true", help="不逐个读取图片和文件的内容（更快）")
        parser.add_argument(
            "--mail", action="append", default=[], metavar="ADDRESS", help="另外通知的邮箱，可多次使用"
        )
        parser.add_argument("--no-mail", action="store_true", help="只打印，不发邮件")

    def handle(self, *args, **options) -> None:
        try:
            found = list(findings(with_files=not options["no_files"]))
        except StorageUnavailable as error:
            raise CommandError(
                "文件存储服务连不上，没有核对完。请恢复后再运行，或用 --no-files 只核对文字。"
            ) from error
        if not found:
            count, newest = LedgerEntry.objects.count(), LedgerEntry.objects.order_by("pk").last()
            self.stdout.write("核对完毕：已发布内容与审批记录一致。")
            self.stdout.write(f"审批记录 {count} 条，末条校验值 {newest.entry_hash if newest else '无'}。")
            return
        for line in found:
            self.stderr.write(line)
        if not options["no_mail"]:
            self._mail(found, options["mail"])
        raise SystemExit(1)

    def _mail(self, found: list[str], more: list[str]) -> None:
        admins = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(email="")
        recipients = sorted({*more, *admins.values_list("email", flat=True)})
        if not recipients:
            self.stderr.write("没有可通知的邮箱：请为系统管理员填写邮箱，或使用 --mail。")
            return
        subject = f"{settings.WAGTAIL_SITE_NAME}：发布核对发现 {len(found)} 处不一致"
        try:
            send_mail(subject, "\n".join(found), settings.DEFAULT_FROM_EMAIL, recipients)
        except OSError as error:
            self.stderr.write(f"通知邮件没有发出：{error}")
