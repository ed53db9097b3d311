"""The screen on which a published page is withdrawn."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.widgets import Button
from wagtail.models import Page

from ..county import County
from ..workflow.withdrawing import LEAST_REASON, NotWithdrawn, may_withdraw, public_below, withdraw

REASONS = ("内容有错误，需要更正。", "照片或文字涉及个人信息。", "当事人要求撤下。", "已经过时。")


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="撤下的理由",
        min_length=LEAST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="县区编辑、主要领导和组联部会看到，读者看不到。",
        error_messages={"required": "请写明撤下的理由。", "min_length": "请把理由写清楚一些。"},
    )
    below = forms.BooleanField(label="", required=False)


@never_cache
@require_http_methods(["GET", "POST"])
def withdraw_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the reason; POST withdraws at once."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not may_withdraw(page, request.user):
        if page.live or not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        messages.info(request, f"《{page.title}》已经撤下了。")
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    form = WithdrawForm(request.POST or None)
    number = public_below(page).count()
    if form.is_valid():
        data = form.cleaned_data
        try:
            done = withdraw(page, request.user, data["reason"], data["below"])
        except NotWithdrawn as reason:
            messages.error(request, str(reason))
        else:
            others = f"，连同下面的 {done - 1} 个页面" if done > 1 else ""
            messages.success(
                request, f"《{page.title}》{others}已撤下，读者马上看不到了。重新发布要再经过审核。"
            )
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    context = {
        "page": page,
        "header_title": f"撤下《{page.title}》",
        "form": form,
        "number_below": number,
        "county": County.of(page),
        "reasons": REASONS,
        "back_url": reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
    }
    return render(request, "cms/withdraw.html", context)


def header_buttons(page: Page, user, next_url: str | None = None, view_name: str = ""):
    """Yield the entry in the menu of a page; called by the hook ``register_page_header_buttons``."""
    if may_withdraw(page, user):
        yield Button(
            "撤下", reverse("cms_withdraw", args=[page.pk]), icon_name="download", priority=50,
            attrs={"aria-label": f"撤下《{page.title}》"},
        )  # fmt: skip
