"""Pages and buttons that change accounts. What is allowed is asked before a form is shown, and again by the change."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from . import changes, deputies, links, rules
from .form_views import AccountFormView, ConfirmedView, PeopleFormView
from .forms import ConfirmForm, DeputyForm, DetailsForm, MoveForm, OpenForm
from .models import OfficeContact
from .rules import Act, Holder
from .units import all_units
from .views import OPENINGS, account_for, for_managers, unit_for

MAILED = "设置密码的链接会在几分钟内发到 {email}。"
NO_MAIL = "这个账号没有邮箱，请点“生成设置密码的链接”，当面交给本人。"


def _say(request: HttpRequest, done: str, email: str) -> None:
    messages.success(request, done + (MAILED.format(email=email) if email else NO_MAIL))


class OpenView(PeopleFormView):
    form_class = OpenForm
    button = "开通"

    def prepare(self, code: str, role: str) -> None:
        self.unit, _ = unit_for(self.actor, code)
        if role not in OPENINGS or OPENINGS[role][0] not in self.unit.groups:
            raise Http404("No such role here.")
        self.role, self.deputy, title = OPENINGS[role]
        self.title = f"{self.unit.name}：{title}"
        self.extra_context = {"unit": self.unit}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"unit": self.unit, "role": self.role, "deputy": self.deputy}

    def form_valid(self, form: OpenForm) -> HttpResponse:
        username, until = form.cleaned_data["username"], form.cleaned_data.get("until")
        user = changes.open_account(self.request.user, self.unit, self.role, username, form.details, until)
        _say(self.request, f"账号 {username} 已开通。", user.email)
        return redirect("cms_people_account", user.pk)


class EditView(AccountFormView):
    act = Act.EDIT
    form_class = DetailsForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"account": self.account}

    def do(self, form: DetailsForm) -> str:
        sent = changes.edit(self.request.user, self.account.user.pk, form.details)
        return "资料已保存。" + (MAILED.format(email=form.details.email) if sent else "")


class MoveView(ConfirmedView):
    act = Act.MOVE
    form_class = MoveForm
    button = "调整"

    def get_form_kwargs(self) -> dict[str, Any]:
        units = [unit for unit in all_units() if rules.may_place(self.actor, unit.place)]
        return super().get_form_kwargs() | {"account": self.account, "units": units}

    def do(self, form: MoveForm) -> str:
        unit, role = form.cleaned_data["place"]
        changes.move(self.request.user, self.account.user.pk, unit, role)
        return "已经调整，本人要重新登录。"


class CloseView(ConfirmedView):
    act = Act.CLOSE
    title = "停用账号"
    form_class = ConfirmForm
    button = "停用"

    def do(self, form: ConfirmForm) -> str:
        changes.close(self.request.user, self.account.user.pk)
        return "账号已停用，立即退出登录。写过的内容和审批记录都还在。"


class DeputyView(AccountFormView):
    act = Act.DEPUTISE
    form_class = DeputyForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"account": self.account}

    def do(self, form: DeputyForm) -> str:
        until = form.cleaned_data["until"]
        deputies.deputise(self.request.user, self.account.user.pk, until)
        return f"已设为临时代理，到 {until:%Y年}{until.month}月{until.day}日止，含当天。"


class EndDeputyView(ConfirmedView):
    act = Act.DEPUTISE
    form_class = ConfirmForm
    title = button = "结束代理"

    def do(self, form: ConfirmForm) -> str:
        deputies.end_deputy(self.request.user, self.account.user.pk)
        return "代理已结束，审定权限已收回。"


@require_POST
@for_managers
def reopen(request: HttpRequest, actor: Holder, user_id: int) -> HttpResponse:
    """Open a closed account again."""
    one = account_for(actor, Act.REOPEN, user_id)
    if not one.user.is_active:
        changes.reopen(request.user, user_id)
        _say(request, "账号已重新启用，要重新设置密码。", one.user.email)
    return redirect("cms_people_account", user_id)


@require_POST
@for_managers
def link(request: HttpRequest, actor: Holder, user_id: int) -> HttpResponse:
    """Mail a link to set a password; where there is no mail, show one, this once."""
    one = account_for(actor, Act.LINK, user_id)
    address = changes.order_link(request.user, user_id)
    if not address:
        messages.success(request, MAILED.format(email=one.user.email))
        return redirect("cms_people_account", user_id)
    context = {
        "header_title": f"设置密码的链接：{one.name}",
        "account": one,
        "address": address,
        "until": links.good_until(),
        "office": OfficeContact.words(),
    }
    return render(request, "cms/people/link.html", context)
