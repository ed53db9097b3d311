from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.models import Page, Revision

from pages.publishing import PublishingRefused


class Command(BaseCommand):
    """Wagtail's command of this name, but one refusal does not keep the others from their time.

    Publishes scheduled revisions that have their approvals and takes down pages that have expired.
    """

    help = "发布到点的定时内容、撤下到期的内容；未经审核的逐条拒绝并列出，其余照常，退出码为 1。"

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--dryrun", "--dry-run", action="store_true", dest="dry_run", help="只列出，不改动"
        )

    def handle(self, *args, **options) -> None:
        now, dry = timezone.now(), options["dry_run"]
        for page in Page.objects.filter(live=True, expire_at__lt=now).specific():
            self.stdout.write(f"到期撤下：{page.pk}《{page.title}》")
            if not dry:
                page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        refused = [line for revision in self._due(now) if (line := self._publish(revision, dry))]
        for line in refused:
            self.stderr.write(line)
        if refused:
            raise SystemExit(1)

    @staticmethod
    def _due(now) -> list[Revision]:
        return list(Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at"))

    def _publish(self, revision: Revision, dry: bool) -> str | None:
        """Publish *revision*; return why it was refused, if it was."""
        self.stdout.write(f"到点发布：{revision.object_str}（版本 {revision.pk}）")
        if dry:
            return None
        try:
            revision.publish(log_action="wagtail.publish.scheduled")
        except (PublishingRefused, ValidationError) as refusal:
            return f"未发布：{revision.object_str}（版本 {revision.pk}）：{refusal}"
        return None
