import json
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from pages.search.evaluation import Scores, evaluate


class Command(BaseCommand):
    """Measure the public search by a file of documents and questions. Leaves nothing in the database."""

    help = "用一组文档和问题检验搜索：查全率、前十条的准确率、nDCG@10、搜不到的问题。数据库里不留任何内容。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", type=Path, help="JSON 文件，格式见 docs/operations/search.md")
        parser.add_argument("--json", action="store_true", help="输出 JSON")
        parser.add_argument("--min-recall", type=float, default=0, help="低于这个查全率就以 1 退出")
        parser.add_argument("--min-precision", type=float, default=0, help="低于这个 p@10 就以 1 退出")
        parser.add_argument("--max-missed", type=float, default=1, help="搜不到的问题超过这个比例就以 1 退出")

    def handle(self, *args, file: Path, **options) -> None:
        try:
            samples = json.loads(file.read_text(encoding="utf-8"))
            scores = evaluate(samples)
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(f"读不了 {file}：{error!r}") from error
        total = scores.pop("")
        if options["json"]:
            table = {"all": asdict(total), "groups": {name: asdict(one) for name, one in scores.items()}}
            self.stdout.write(json.dumps(table, ensure_ascii=False, indent=1))
        else:
            for name, one in [*scores.items(), ("全部", total)]:
                self.stdout.write(_line(name, one))
        if (
            total.recall < options["min_recall"]
            or total.precision < options["min_precision"]
            or len(total.missed) > options["max_missed"] * total.queries
        ):
            raise CommandError("没有达到要求。")


def _line(name: str, scores: Scores) -> str:
    missed = f"  搜不到：{'、'.join(scores.missed)}" if scores.missed else ""
    return (
        f"{name}：{scores.queries} 问  查全率 {scores.recall:.3f}  p@10 {scores.precision:.3f}  "
        f"nDCG@10 {scores.ndcg:.3f}{missed}"
    )
