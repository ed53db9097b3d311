from django.core.management.base import BaseCommand
from django.utils import timezone

from pages.corrections.retention import KEPT, forget_contacts


class Command(BaseCommand):
    """Delete what readers left to be reached by when they reported a mistake, once its time is over."""

    help = "删除提交已满 180 天的纠错里读者留下的联系方式，纠错本身保留；可以反复执行。"

    def handle(self, *args, **options) -> None:
        number = forget_contacts(timezone.now())
        self.stdout.write(f"删除满 {KEPT.days} 天的读者联系方式 {number} 条。")
