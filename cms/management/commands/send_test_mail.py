from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone

from cms.notices.diagnosis import explain
from cms.notices.mails import of_test

SMTP = "django.core.mail.backends.smtp.EmailBackend"


class Command(BaseCommand):
    """Send one mail in the design of all others, at once; say in Chinese what went wrong, with exit code 1."""

    help = "发一封测试邮件；发不出去的，说明原因和要检查什么。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("address", help="收件地址")

    def handle(self, *args, address: str, **options) -> None:
        try:
            validate_email(address)
        except ValidationError as error:
            raise CommandError(f"“{address}”不是邮箱地址。") from error
        self.stdout.write(f"发件人：{settings.DEFAULT_FROM_EMAIL}")
        if settings.EMAIL_BACKEND == SMTP:
            self.stdout.write(f"邮件服务器：{settings.EMAIL_HOST}，端口 {settings.EMAIL_PORT}")
        else:
            self.stdout.write("没有设置邮件服务器（EMAIL_URL），邮件不会真的发出去。")
        try:
            of_test(address, timezone.now()).send()
        except Exception as error:
            raise CommandError(explain(error)) from error
        if settings.EMAIL_BACKEND == SMTP:
            self.stdout.write(f"邮件服务器已经收下给 {address} 的测试邮件，请到邮箱里看。")
