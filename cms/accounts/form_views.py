"""What the pages with one form share. What is allowed is asked before the form is shown, and again by the change."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.generic import FormView

from .overview import is_last_lead
from .people import Account
from .rules import Act, Holder
from .views import account_for, for_managers


@method_decorator(for_managers, name="dispatch")
class PeopleFormView(FormView):
    """A page with one form."""

    template_name = "cms/people/form.html"
    title = ""
    button = "保存"
    warning = ""

    def dispatch(self, request: HttpRequest, actor: Holder, **kwargs: Any) -> HttpResponse:
        self.actor = actor
        self.prepare(**kwargs)
        return super().dispatch(request, **kwargs)

    def prepare(self, **kwargs: Any) -> None:
        """Find what the address names; refuse what is not the actor's."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = {"header_title": self.title, "button": self.button, "warning": self.warning}
        return super().get_context_data(**kwargs) | shown


class AccountFormView(PeopleFormView):
    """A form about one account."""

    act: Act

    def prepare(self, user_id: int) -> None:
        self.account: Account = account_for(self.actor, self.act, user_id)
        self.extra_context = {"account": self.account}
        self.title = self.title or self.act.value

    def form_valid(self, form: forms.Form) -> HttpResponse:
        messages.success(self.request, self.do(form))
        return redirect("cms_people_account", self.account.user.pk)

    def do(self, form: forms.Form) -> str:
        """Change the account; return what to say about it."""
        raise NotImplementedError


class ConfirmedView(AccountFormView):
    """Something that may leave a county without a lead."""

    def prepare(self, user_id: int) -> None:
        super().prepare(user_id)
        self.is_last = is_last_lead(self.account)
        if self.is_last:
            self.warning = (
                f"这是{self.account.unit.name}最后一个可用的审定账号。以后送上来的材料没有人能审定。"
            )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"is_last_lead": self.is_last}
