from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from media.moving.copying import Outcome, Result
from media.moving.journal import Journal, journal_path
from media.moving.move import Move, StoreGone
from media.moving.parts import LOCAL, PARTS, S3
from media.s3 import bucket_of_settings

NO_BUCKET = "没有设置 AWS_STORAGE_BUCKET_NAME：请只为这条命令设置好存储桶的各项环境变量，网站先不改。"
AGAIN = "已完成的不会重做，再次运行同一条命令会接着做。"
MEGABYTE = 1024 * 1024


class Command(BaseCommand):
    """Move all files between the local disk and the bucket; safe to stop, to repeat, and while the site runs."""

    help = "在本机硬盘与 S3 存储桶之间搬迁全部图片和文件：可中断、可重复，逐个核对校验值，默认不删除来源处的文件。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="source", required=True, choices=[LOCAL, S3], help="来源")
        parser.add_argument("--to", dest="target", required=True, choices=[LOCAL, S3], help="目标")
        parser.add_argument("--dry-run", action="store_true", help="只统计要搬多少，不复制")
        parser.add_argument("--verify", action="store_true", help="先前已完成的也重新逐字节核对")
        parser.add_argument("--workers", type=int, default=4, help="同时复制几个文件，默认 4")
        parser.add_argument(
            "--delete-source",
            action="store_true",
            help="全部搬完并核对无误后，删除来源处的文件；只能在网站已切换到目标处以后使用",
        )

    def handle(self, *args: Any, source: str, target: str, **options: Any) -> None:
        if source == target:
            raise CommandError("来源和目标不能相同。")
        if not settings.AWS_STORAGE_BUCKET_NAME:
            raise CommandError(NO_BUCKET)
        path = journal_path(Path(settings.MOVES_ROOT), source, target, bucket_of_settings())
        with closing(Journal(path)) as journal:
            moves = [
                Move(
                    part,
                    part.place(source),
                    part.place(target),
                    journal,
                    max(1, options["workers"]),
                    options["verify"],
                )
                for part in PARTS
            ]
            if options["dry_run"]:
                self._count(moves)
                return
            try:
                self._run(moves, options["verbosity"], options["delete_source"])
            except StoreGone as error:
                self._report(moves)
                raise CommandError(f"{error}。{AGAIN}") from error
            except KeyboardInterrupt:
                self._report(moves)
                raise CommandError(f"已中断。{AGAIN}", returncode=130) from None
        self._report(moves)
        if not all(move.tally.is_good for move in moves):
            raise CommandError(f"有文件没有搬成，见上。{AGAIN}")

    def _run(self, moves: list[Move], verbosity: int, delete_source: bool) -> None:
        with self._bar(sum(move.part.count() for move in moves)) as bar:

            def tell(result: Result) -> None:
                bar.update()
                if verbosity > 1:
                    self.stdout.write(f"{result.outcome} {result.name}")
                    self.stdout.flush()

            for move in moves:
                bar.set_description_str(move.part.title)
                move.run(tell)
        for move in moves:
            move.forget_withdrawn()
        if delete_source and all(move.tally.is_good for move in moves):
            for move in moves:
                move.empty_source()

    @contextmanager
    def _bar(self, total: int) -> Iterator[tqdm]:
        with tqdm(total=total, unit="个", disable=None) as bar:  # none where nobody looks: cron, a pipe
            yield bar

    def _count(self, moves: list[Move]) -> None:
        for move in moves:
            number = size = there = 0
            for names in move.part.names():
                known = move.journal.find(move.part.name, names)
                there += len(known)
                for name in names:
                    if name not in known and (found := move.source.size(name)) is not None:
                        number, size = number + 1, size + found
            self.stdout.write(
                f"{move.part.title}：要复制 {number} 个，{size / MEGABYTE:.1f} MB；先前已完成 {there} 个。"
            )
        self.stdout.write("试运行，没有复制任何文件。")

    def _report(self, moves: list[Move]) -> None:
        for move in moves:
            tally = move.tally
            counts = [
                f"{outcome} {tally.outcomes[outcome]} 个" for outcome in Outcome if tally.outcomes[outcome]
            ]
            if tally.withdrawn:
                counts.append(f"期间已撤下或删除，目标处也已删除 {tally.withdrawn} 个")
            if tally.deleted:
                counts.append(f"来源处已删除 {tally.deleted} 个")
            self.stdout.write(
                f"{move.part.title}：{'，'.join(counts) or '没有文件'}；共 {tally.size / MEGABYTE:.1f} MB。"
            )
            for line in tally.troubles:
                self.stderr.write(f"  {line}")
