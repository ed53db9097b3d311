from django.core.management.base import BaseCommand
from django.utils import timezone

from reports.reminders.run import Dispatch, due, send
from reports.reminders.situation import Situation, survey


class Command(BaseCommand):
    """Have the day's reminders and, on Mondays, the digest sent in the background; exit code 0 whatever mail does."""

    help = "按截止日期给县区编辑和审定领导发提醒邮件，每周一给组联部发周报；同一天反复执行也只发一次。"

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--dry-run",
            "--dryrun",
            action="store_true",
            dest="dry_run",
            help="只列出谁会收到什么，不写入、不发送",
        )

    def handle(self, *args, dry_run: bool, **options) -> None:
        situation = survey(timezone.now())
        if not situation.ledgers:
            self.stdout.write("没有开放报送的年度，没有提醒。")
            return
        years = "、".join(str(one.year.year) for one in situation.ledgers)
        note = "（只列出，没有发送）" if dry_run else ""
        self.stdout.write(f"{situation.day:%Y-%m-%d}，开放报送的年度：{years}。{note}")
        for name, dispatches in zip(("提醒", "组联部周报"), due(situation), strict=True):
            self._do(name, situation, dispatches, dry_run)
        self._tell_gaps(situation)

    def _do(self, name: str, situation: Situation, dispatches: list[Dispatch], dry_run: bool) -> None:
        fresh = [one for one in dispatches if one.keys]
        sent = fresh if dry_run else send(situation, fresh)
        for one in sent:
            self.stdout.write(f"  {one.person.name} <{one.person.email}>：{one.subject}")
        verb = "应发" if dry_run else "已排入后台发送"
        skipped = len(dispatches) - len(sent)
        self.stdout.write(f"{name}：{len(dispatches)} 人，{verb} {len(sent)} 封，今天已经写过 {skipped} 人。")

    def _tell_gaps(self, situation: Situation) -> None:
        gaps = {
            "没有可用的编辑账号": [county.title for county in situation.without_editor],
            "没有可用的审定账号": [county.title for county in situation.without_lead],
            "没有填写邮箱": [f"{person.name}（{place}）" for person, place in situation.without_address],
        }
        for what, names in gaps.items():
            if names:
                self.stdout.write(f"{what}：{'、'.join(names)}。")
