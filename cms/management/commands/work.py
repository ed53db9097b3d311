from django.core.management import call_command
from django.core.management.base import BaseCommand

from media.background import BACKEND, LONG, free_stuck


class Command(BaseCommand):
    """Do what was put into the background, until stopped; with ``--batch`` what there is now, and end.

    Long exports can be left to a worker of their own, so that pictures and mails do not wait for them.
    """

    help = "执行后台任务（制作图片尺寸、检查外部链接、发送邮件、材料导出等），直到停止；--batch 做完现有任务后退出。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--batch", action="store_true", help="做完现有任务后退出")
        part = parser.add_mutually_exclusive_group()
        part.add_argument("--only-exports", action="store_true", help="只做材料导出")
        part.add_argument("--without-exports", action="store_true", help="材料导出以外的都做")

    def handle(
        self,
        *args,
        batch: bool,
        verbosity: int,
        only_exports: bool = False,
        without_exports: bool = False,
        **options,
    ) -> None:
        if freed := free_stuck():
            self.stdout.write(f"有 {freed} 项任务上次没有做完，重新排队。")
        arguments = ["--backend", BACKEND, "--queue-name", LONG if only_exports else "*", "--no-reload"]
        if without_exports:
            arguments += ["--exclude-queues", LONG]
        if batch:
            arguments.append("--batch")
        call_command("db_worker", *arguments, verbosity=verbosity)
