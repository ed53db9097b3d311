from django.core.management import call_command
from django.core.management.base import BaseCommand

from media.background import BACKEND, free_stuck


class Command(BaseCommand):
    """Do what was put into the background, until stopped; with ``--batch`` what there is now, and end."""

    help = "执行后台任务（制作图片尺寸、检查外部链接、发送邮件等），直到停止；--batch 做完现有任务后退出。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--batch", action="store_true", help="做完现有任务后退出")

    def handle(self, *args, batch: bool, verbosity: int, **options) -> None:
        if freed := free_stuck():
            self.stdout.write(f"有 {freed} 项任务上次没有做完，重新排队。")
        arguments = ["--backend", BACKEND, "--queue-name", "*", "--no-reload"]
        call_command("db_worker", *arguments, *(["--batch"] if batch else []), verbosity=verbosity)
