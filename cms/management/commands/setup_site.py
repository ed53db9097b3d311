from django.core.management.base import BaseCommand

from cms.setup.site import setup


class Command(BaseCommand):
    """Make counties, groups, permissions, collections, workflow and this year; safe to run again."""

    help = "建立县区、用户组、权限、文件集合、审核流程和报送年度；可重复运行。"

    def handle(self, *args, **options) -> None:
        for line in setup():
            self.stdout.write(line)
