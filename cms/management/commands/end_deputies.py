from django.core.management.base import BaseCommand

from cms.accounts.deputies import end_overdue
from cms.accounts.models import Deputy


class Command(BaseCommand):
    """Remove the memberships of deputies whose last day is over."""

    help = "收回已过代理期的审定权限；可以反复执行。"

    def handle(self, *args, **options) -> None:
        overdue = list(Deputy.objects.overdue().values_list("user", flat=True))
        ended = sum(end_overdue(user) for user in overdue)
        self.stdout.write(f"收回 {ended} 个账号的临时代理。")
