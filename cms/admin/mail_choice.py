"""邮件通知 on the page 账号与密码: when somebody wants mails about the review."""

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from ..county import County
from ..notices.models import MailChoice
from ..roles import is_moderator


class MailChoiceForm(forms.ModelForm):
    """The two choices of one person."""

    class Meta:
        model = MailChoice
        fields = ("to_do", "to_know")
        widgets = {"to_do": forms.RadioSelect, "to_know": forms.RadioSelect}


class MailChoicePanel(BaseSettingsPanel):
    """Shown to those who take part in the review."""

    name = "mail"
    title = "邮件通知"
    tab = notifications_tab
    order = 100
    form_class = MailChoiceForm

    def is_active(self) -> bool:
        return is_moderator(self.user) or bool(County.worked_for_by(self.user))

    def get_form(self) -> MailChoiceForm:
        choice = choice_of(self.user)
        data = self.request.POST if self.request.method == "POST" else None
        return self.form_class(data, instance=choice, prefix=self.name)


def choice_of(user: AbstractBaseUser) -> MailChoice:
    """What *user* chose, or the defaults, not stored yet."""
    return MailChoice.objects.filter(user=user).first() or MailChoice(user=user)


def panel(request, user, profile) -> MailChoicePanel:
    """For the hook ``register_account_settings_panel``."""
    return MailChoicePanel(request, user, profile)
