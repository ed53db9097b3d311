from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from pages.links import due
from pages.tasks import LINKS_AT_ONCE, check_links


class Command(BaseCommand):
    """Put the external links that are due into the background, to be asked for again."""

    help = "把到期的外部链接排入后台重新检查；可以反复执行。"

    def handle(self, *args, **options) -> None:
        if not settings.CHECK_LINKS:
            self.stdout.write("没有检查：设置 CHECK_LINKS 已关闭。")
            return
        urls = list(due(timezone.now()).values_list("url", flat=True))
        for start in range(0, len(urls), LINKS_AT_ONCE):
            check_links.enqueue(urls[start : start + LINKS_AT_ONCE])
        self.stdout.write(f"{len(urls)} 个外部链接已排入后台检查。")
