from django.core.management.base import BaseCommand

from pages.listing import relist_all


class Command(BaseCommand):
    """Write lists and figures of everything published anew."""

    help = "按已发布的内容重新写一遍列表和统计数字；可以反复执行。"

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"已重新写入 {relist_all()} 个页面的列表和统计数字。")
