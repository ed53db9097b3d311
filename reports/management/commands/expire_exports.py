from django.core.management.base import BaseCommand
from django.utils import timezone

from reports.exports.expiry import clear


class Command(BaseCommand):
    """Delete the files of exports whose time is over, and end those that nobody finishes."""

    help = "删除到期的材料导出文件，清理中断的、没有开始的和早已结束的导出；可以反复执行。"

    def handle(self, *args, **options) -> None:
        cleared = clear(timezone.now())
        self.stdout.write(
            f"到期删除文件 {cleared.files} 份，删除旧记录 {cleared.rows} 条，制作中断 {cleared.broken_off} 份，"
            f"没有开始 {cleared.never_begun} 份，清理无主文件 {cleared.orphans} 个。"
        )
