"""Names on the page 账号与密码: a Chinese name may stand in one field."""

from wagtail.admin.forms.account import NameEmailForm


def connect() -> None:
    """Do not ask for the second part, without which the whole page could not be saved; called once at the start."""
    NameEmailForm.base_fields["last_name"].required = False
