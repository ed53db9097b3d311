"""The review screen: the page as readers will see it, what it is, who wrote it, and the two buttons."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.models import Page

from pages.checks.runner import run
from pages.publishing import PublishingRefused

from ..county import County
from ..review_records import ReviewOpened
from ..sheets.buttons import message_buttons
from ..workflow import approvals, findings
from ..workflow.forms import ApproveForm, ReturnForm
from ..workflow.outcomes import last_outcome
from ..workflow.tasks import APPROVE, RETURN, NotConfirmed
from . import worklist
from .checks import context_of
from .review_changes import changes_of
from .review_pictures import pictures_of

CONFIRMED = "confirmed"
RETURN_REASONS = (
    "照片不清楚或者不够，请更换、补充。",
    "图片说明请写清何时、何地、何事。",
    "数字和实际不符，请核对。",
    "涉及个人信息，请删去。",
    "请补充具体做法和成效。",
    "有错别字，请通读修改。",
)
FORMS = {APPROVE: ApproveForm, RETURN: ReturnForm}


@method_decorator(never_cache, name="dispatch")
class ReviewView(View):
    """Shows the latest revision to whoever decides on it now, and takes the decision."""

    asked = False  # whether the last answer lacked a tick

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.page = get_object_or_404(Page, pk=page_id).specific
        self.task = self.page.current_workflow_task
        if self.task is None or not self.task.is_reviewer(self.page, request.user):
            return self._not_now(request)
        return super().dispatch(request, page_id)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        return self._show(request)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        action = request.POST.get("action", "")
        form = FORMS[action](request.POST, prefix=action) if action in FORMS else None
        if form is None or not form.is_valid():
            return self._show(request, form, action)
        state, seen = self.page.current_workflow_task_state, request.POST.get("revision", "")
        decision = form.cleaned_data | {"confirmed": request.POST.getlist(CONFIRMED), "seen_revision": seen}
        try:
            self.task.on_action(state, request.user, action, **decision)
        except NotConfirmed:
            self.asked = True
            return self._show(request, form, action)
        except PublishingRefused as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)
        messages.success(request, last_outcome(self.page), buttons=message_buttons(self.page, request.user))
        return self._next(request)

    # -------------------------------------------------------------------------------------------------

    def _not_now(self, request: HttpRequest) -> HttpResponse:
        """Somebody decided already, or the page is not this user's business; the latter learns nothing."""
        buttons = message_buttons(self.page, request.user)
        if not (buttons or self.page.permissions_for_user(request.user).can_edit()):
            raise PermissionDenied
        words = "这一项现在不需要您审核，可能已经有人处理过了。"
        messages.info(request, words, buttons=buttons)
        return redirect("wagtailadmin_home")

    def _next(self, request: HttpRequest) -> HttpResponse:
        """On to the next item that waits, home after the last."""
        waiting = worklist.waiting_for(request.user)
        return redirect("cms_review", waiting[0].page_id) if waiting else redirect("wagtailadmin_home")

    def _show(self, request: HttpRequest, bound=None, action: str = "") -> HttpResponse:
        revision = self.page.get_latest_revision()
        content = revision.as_object()
        report = run(content)
        ReviewOpened.objects.get_or_create(
            user=request.user, revision_id=revision.pk, defaults={"page_id": self.page.pk}
        )
        findings.remember(self.page.current_workflow_task_state, report)
        available = {name: label for name, label, _ in self.task.get_actions(self.page, request.user)}
        forms = {name: bound if name == action else FORMS[name](prefix=name) for name in FORMS}
        state = self.page.current_workflow_state
        waiting = worklist.waiting_for(request.user)
        history = approvals.entries_for(self.page)
        context = {
            "page": content,
            "header_title": content.title,
            "county": County.of(self.page),
            "task": self.task,
            "state": state,
            "revision": revision,
            **context_of(report),
            "confirmed": request.POST.getlist(CONFIRMED),
            "asked": self.asked,
            "pictures": pictures_of(content),
            "reason": self.task.reason_against_approval(self.page, request.user),
            "history": [entry for entry in history if entry.submission],
            "changes": changes_of(content, history),
            "preview_url": reverse("wagtailadmin_pages:view_draft", args=[self.page.pk]),
            "compare_url": self._compare_url(revision),
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            "approve_form": forms[APPROVE],
            "return_form": forms[RETURN],
            "approve_label": available.get(APPROVE, ""),
            "returning": action == RETURN,
            "return_reasons": RETURN_REASONS,
            "more_waiting": len(waiting) - 1,
        }
        return render(request, "cms/review.html", context)

    def _compare_url(self, revision) -> str:
        if not self.page.live:
            return ""
        return reverse("wagtailadmin_pages:revisions_compare", args=[self.page.pk, "live", revision.pk])
