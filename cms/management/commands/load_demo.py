from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.demo.accounts import Accounts
from cms.demo.loader import Loader, already_loaded, has_real_content
from cms.settings.env import read

ACCOUNTS = [
    ("editor-450202 … editor-450226", "县区编辑（每县区一个，数字为行政区划代码）"),
    ("lead-450202 … lead-450226", "县区主要领导（审定）"),
    ("zulianbu、zulianbu2", "市妇联组联部"),
    ("admin", "系统管理员"),
]


class Command(BaseCommand):
    """Load the demonstration content and accounts; refuses where there is real content."""

    help = "载入演示内容和演示账号；数据库里已有真实内容时拒绝执行。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--no-accounts", action="store_true", help="不开设可登录的演示账号")

    def handle(self, *args, **options) -> None:
        usable = not options["no_accounts"]
        if usable and not settings.DEBUG:
            raise CommandError("DEBUG 关闭时不能开设演示账号，请使用 load_demo --no-accounts。")
        if already_loaded():
            self.stdout.write("演示内容已在，保留现有数据。")
        elif has_real_content():
            raise CommandError("数据库里已有真实内容，不载入演示内容。")
        else:
            self.stdout.write("正在载入演示内容（图片现画）……")
            Loader(Accounts(usable), self.stdout.write).load()
        if usable:
            self._print_accounts()

    def _print_accounts(self) -> None:
        self.stdout.write(f"演示账号（密码：{read('DEMO_PASSWORD')}）：")
        for names, role in ACCOUNTS:
            self.stdout.write(f"  {names}  {role}")
