"""What waits and what failed in the background, for the administrator, who can have it tried again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_tasks_db.models import DBTaskResult
from wagtail.admin.menu import MenuItem

from media.background import STUCK_AFTER, again
from reports.models import Export

from ..notices.models import ReviewDigest, TransitionMail

MOST_SHOWN = 50
NAMES = {
    "pages.tasks.prepare_pictures": "制作图片尺寸",
    "cms.workflow.findings.count": "清点待审内容的检查结果",
    "pages.tasks.check_links": "检查外部链接",
    "reports.reminders.sending.deliver": "发送邮件提醒",
    "cms.notices.sending.deliver": "发送审核邮件",
    "cms.notices.sending.deliver_digest": "发送审核每日汇总",
    "reports.exports.jobs.make_export": "制作材料导出",
    "cms.accounts.mails.send_link": "发送设置密码的邮件",
    "cms.accounts.mails.send_forgotten": "发送重设密码的邮件",
    "cms.accounts.mails.tell_former_address": "发送邮箱更改的邮件",
    "reports.exports.notice.tell": "发送导出完成的邮件",
}
STATES = {"READY": "等待", "RUNNING": "正在做", "FAILED": "失败", "SUCCESSFUL": "已完成"}


@dataclass(frozen=True)
class Row:
    """One task as the list shows it."""

    name: str
    state: str
    failed: bool
    since: datetime
    attempt: int
    due: datetime | None
    error: str


@never_cache
@require_http_methods(["GET", "POST"])
def background(request: HttpRequest) -> HttpResponse:
    """Show numbers by state and the newest of what is not done; POST puts all that failed back."""
    if not request.user.is_superuser:
        raise PermissionDenied
    if request.method == "POST":
        number = again(DBTaskResult.objects.failed())
        messages.success(request, f"{number} 项失败的任务重新排队。" if number else "没有失败的任务。")
        return redirect("cms_background")
    counts = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")))
    tasks = DBTaskResult.objects.exclude(status="SUCCESSFUL").order_by("status", "-enqueued_at")[:MOST_SHOWN]
    oldest = (
        DBTaskResult.objects.ready().order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    )
    return render(
        request,
        "cms/background.html",
        {
            "counts": [(label, counts.get(state, 0), state) for state, label in STATES.items()],
            "failed": counts.get("FAILED", 0),
            "rows": [_row(task) for task in tasks],
            "more": sum(counts.get(state, 0) for state in ("READY", "RUNNING", "FAILED")) - len(tasks),
            "waits_since": oldest,
            "mails_in_doubt": _mails_in_doubt(),
            "worker_missing": oldest is not None and _is_nobody_there(oldest),
        },
    )


def _mails_in_doubt() -> int:
    """How many mails of the review a worker was killed with in the last week."""
    now = timezone.now()
    begun = {"begun_at__gt": now - timedelta(days=7), "begun_at__lt": now - STUCK_AFTER, "sent_at": None}
    return sum(model.objects.filter(**begun).count() for model in (TransitionMail, ReviewDigest))


def _is_nobody_there(oldest: datetime) -> bool:
    """Whether what waits since *oldest* waits too long. While an export is being made, somebody is there."""
    now = timezone.now()
    return (now - oldest).total_seconds() > 600 and not Export.objects.alive(now).exists()


def _row(task: DBTaskResult) -> Row:
    lines = task.traceback.strip().splitlines()
    return Row(
        name=NAMES.get(task.task_path, task.task_path),
        state=STATES[task.status],
        failed=task.status == "FAILED",
        since=task.enqueued_at,
        attempt=task.args_kwargs["kwargs"].get("attempt", 1),
        due=task.run_after if task.status == "READY" and task.run_after.year < 9999 else None,
        error=lines[-1] if lines else "",
    )


class AdministratorMenuItem(MenuItem):
    """Shown to superusers only."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.is_superuser


def menu_item() -> MenuItem:
    """The entry in the menu of settings."""
    return AdministratorMenuItem("后台任务", reverse("cms_background"), icon_name="cogs", order=900)
