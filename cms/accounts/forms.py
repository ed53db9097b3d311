"""What the department fills in. No form has a field for a password or for a right."""

import re
from datetime import date

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from .changes import Details
from .days import LONGEST_DEPUTY, today
from .people import Account
from .units import ROLES, Unit

USERNAME = re.compile(r"[a-z0-9][a-z0-9-]{2,29}")


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class LastDayField(forms.DateField):
    """The last day of a deputy: today or later, within a year."""

    def __init__(self) -> None:
        super().__init__(
            label="代理至", widget=DayInput(), help_text="含当天。过了这一天，审定权限自动收回，最长一年。"
        )

    def clean(self, value) -> date:
        day = super().clean(value)
        if not today() <= day <= today() + LONGEST_DEPUTY:
            raise ValidationError("请填今天以后、一年以内的日期。")
        return day


class DetailsForm(forms.Form):
    """Name, post and mail of a person."""

    name = forms.CharField(label="姓名", max_length=40)
    post = forms.CharField(
        label="职务",
        max_length=60,
        required=False,
        help_text="例如：妇联主席、妇联干部。",
    )
    email = forms.EmailField(
        label="邮箱",
        required=False,
        help_text="本人自己的邮箱，用来设置密码、接收提醒。没有的可以不填，到时候当面交给本人一个链接。",
    )

    def __init__(self, *args, account: Account | None = None, **kwargs) -> None:
        self.account = account
        if account:
            kwargs["initial"] = {"name": account.name, "post": account.post, "email": account.user.email}
        super().__init__(*args, **kwargs)

    def clean_email(self) -> str:
        """Two accounts with one mailbox would let one person set the other's password."""
        email = self.cleaned_data["email"]
        others = get_user_model().objects.filter(email__iexact=email)
        if self.account:
            others = others.exclude(pk=self.account.user.pk)
        if email and others.exists():
            raise ValidationError("这个邮箱已经用于另一个账号。请填本人自己的邮箱，没有就不填。")
        return email

    @property
    def details(self) -> Details:
        """What was filled in."""
        return Details(**{name: self.cleaned_data[name] for name in ("name", "post", "email")})


class OpenForm(DetailsForm):
    """A new account of a role in a unit; the role is in the address of the page."""

    username = forms.CharField(
        label="用户名",
        max_length=30,
        help_text="登录用，开通后不能改。小写字母、数字和连字符，3 到 30 个字符。",
    )
    field_order = ["name", "post", "email", "until", "username"]

    def __init__(self, *args, unit: Unit, role: str, deputy: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].initial = suggested(unit.username_for(role))
        if deputy:
            self.fields["until"] = LastDayField()
            self.order_fields(self.field_order)

    def clean_username(self) -> str:
        username = self.cleaned_data["username"]
        if not USERNAME.fullmatch(username):
            raise ValidationError("只能用小写字母、数字和连字符，以字母或数字开头，3 到 30 个字符。")
        if get_user_model().objects.filter(username__iexact=username).exists():
            raise ValidationError(f"这个用户名已经有人用了，可以用 {suggested(username)}。")
        return username


class ConfirmForm(forms.Form):
    """A tick where a county would be left without a lead."""

    confirmed = forms.BooleanField(
        label="我知道以后本县区没有人能审定，会尽快开通或指定接替的人",
        error_messages={"required": "这是本县区最后一个可用的审定账号。确实要这样做，请勾选。"},
    )

    def __init__(self, *args, is_last_lead: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not is_last_lead:
            del self.fields["confirmed"]


class MoveForm(ConfirmForm):
    """Another county, another role, or both."""

    place = forms.ChoiceField(label="调整到")
    field_order = ["place", "confirmed"]

    def __init__(self, *args, account: Account, units: list[Unit], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        self.places = {f"{unit.code}:{role}": (unit, role) for unit in units for role in unit.groups}
        self.fields["place"].choices = [("", "请选择")] + [
            (unit.name, [(f"{unit.code}:{role}", f"{unit.name} {ROLES[role]}") for role in unit.groups])
            for unit in units
        ]

    def clean_place(self) -> tuple[Unit, str]:
        unit, role = self.places[self.cleaned_data["place"]]
        if not self.account.is_deputy and self.account.group_ids == {unit.groups[role]}:
            raise ValidationError("现在就是这个县区的这个角色。")
        return unit, role


class DeputyForm(forms.Form):
    """Until when somebody stands in."""

    def __init__(self, *args, account: Account, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"] = LastDayField()
        self.fields["until"].initial = account.deputy.until if account.is_deputy else None


def suggested(wanted: str) -> str:
    """Return *wanted*, or with the first number behind it that nobody has."""
    taken = set(
        get_user_model().objects.filter(username__istartswith=wanted).values_list("username", flat=True)
    )
    taken = {name.lower() for name in taken}
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
