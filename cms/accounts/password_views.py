"""Forgotten passwords, and the page on which people set their own. They take the place of Wagtail's views."""

from axes.helpers import get_client_ip_address
from axes.utils import reset
from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views import account as stock

from pages.throttle import allow

from . import links, mails
from .models import AccountChange
from .record import record

HOUR = 60 * 60
PER_ADDRESS, PER_CONNECTION = 3, 20  # an hour; a whole office may have one connection


class ForgottenForm(forms.Form):
    email = forms.EmailField(
        label="您账号里填写的邮箱",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ForgottenView(stock.PasswordResetView):
    """Answers the same whether or not there is such an account, and whether or not too many have asked."""

    def get_form_class(self) -> type[forms.Form]:
        return ForgottenForm

    def get_form_kwargs(self) -> dict:
        return {key: value for key, value in super().get_form_kwargs().items() if key != "use_https"}

    def form_valid(self, form: ForgottenForm) -> HttpResponse:
        address = form.cleaned_data["email"]
        connection = get_client_ip_address(self.request)
        if allow(f"forgotten.from.{connection}", PER_CONNECTION, HOUR) and allow(
            f"forgotten.to.{address.casefold()}", PER_ADDRESS, HOUR
        ):
            mails.send_forgotten.enqueue(address)
        return redirect(self.success_url)


class SetPasswordView(stock.PasswordResetConfirmView):
    """Sets the password by a link. All sessions end with the old one, and a lock after wrong passwords is lifted."""

    token_generator = links.tokens
    form_class = SetPasswordForm

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        response = super().form_valid(form)
        reset(username=self.user.get_username())
        record(AccountChange.Action.PASSWORD_SET, self.user, self.user)
        return response
