"""The queue, and approving together what one has read."""

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.menu import MenuItem

from pages.publishing import PublishingRefused

from ... import roles
from ...county import County
from ...workflow import tasks
from ..page_views import listed
from .forms import QueueForm
from .rows import Row, rows_for

AT_ONCE = 40


def may_review(user: AbstractBaseUser) -> bool:
    """Whether anything can wait for *user*."""
    return roles.is_moderator(user) or bool(County.led_paths(user))


@never_cache
@require_http_methods(["GET", "POST"])
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits; POST approves the ticked items that this person has opened and that have no warnings."""
    if not may_review(request.user):
        raise PermissionDenied
    rows = rows_for(request.user)
    if request.method == "POST":
        _approve(request, rows)
        return redirect(f"{reverse('cms_queue')}?{request.GET.urlencode()}")
    form = QueueForm(request.GET, rows)
    found = form.narrowed()
    page = Paginator(found, AT_ONCE).get_page(request.GET.get("p"))
    context = {
        "form": form,
        "page": page,
        "number": len(rows),
        "show_county": roles.is_moderator(request.user),
        "query": _query(request.GET),
        "can_tick": any(not row.reason_against_ticking for row in page),
    }
    return render(request, "cms/queue.html", context)


def _approve(request: HttpRequest, rows: list[Row]) -> None:
    ticked = set(request.POST.getlist("item"))
    chosen = [row for row in rows if str(row.item.page_id) in ticked]
    refused, done = [], 0
    for row in chosen:
        reason = row.reason_against_ticking or _approve_one(request.user, row)
        if reason:
            refused.append(f"《{row.item.title}》：{reason}")
        else:
            done += 1
    if done:
        messages.success(request, f"{done} 项已通过。")
    if refused:
        messages.error(request, listed(f"{len(refused)} 项没有通过：", refused))
    if not chosen:
        messages.info(request, "没有勾选，或者已经有人处理过了。")


def _approve_one(user: AbstractBaseUser, row: Row) -> str:
    """Approve *row* as it was seen; return why not, if it cannot be."""
    states = tasks.waiting_for(user).select_related("workflow_state", "task")
    state = states.filter(workflow_state__object_id=str(row.item.page_id)).first()
    if state is None:
        return "已经有人处理过了。"
    try:
        state.task.specific.on_action(state, user, tasks.APPROVE, seen_revision=row.item.revision_id)
    except PublishingRefused as refusal:
        return str(refusal)
    return ""


def _query(chosen: QueryDict) -> str:
    kept = chosen.copy()
    kept.pop("p", None)
    return kept.urlencode()


class QueueMenuItem(MenuItem):
    """Shown to whoever reviews."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_review(request.user)


def menu_item() -> MenuItem:
    """Return the entry; called by the hook ``register_admin_menu_item``."""
    return QueueMenuItem("待我审核", reverse("cms_queue"), name="queue", icon_name="tasks", order=10)
