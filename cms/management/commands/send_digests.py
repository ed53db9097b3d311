from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.notices.digest import promise_digests


class Command(BaseCommand):
    """Have the day's digests of the review sent in the background; exit code 0 whatever mail does."""

    help = "给选择“每天一次”的人发审核邮件的汇总；同一天反复执行也只发一次。"

    def handle(self, *args, **options) -> None:
        promised = promise_digests(timezone.now())
        for digest, number in promised:
            self.stdout.write(f"  {digest.address}：{number} 份")
        self.stdout.write(f"每日汇总：已排入后台发送 {len(promised)} 封。")
