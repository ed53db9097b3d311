"""What narrows the list. A value that is not understood finds nothing, so that nobody takes all for a part."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django import forms
from django.utils import timezone

from ..county import County
from .kinds import Kind


@dataclass(frozen=True)
class Wanted:
    """The filters as values. *since* and *before* are moments, the second one past the last day."""

    kind: Kind | None = None
    county: County | None = None
    person: str = ""
    subject: str = ""
    since: datetime | None = None
    before: datetime | None = None


class AuditFilter(forms.Form):
    """Kind, county, person, page, days; they combine."""

    kind = forms.ChoiceField(label="操作", choices=[("", "全部操作"), *Kind.choices], required=False)
    county = forms.ModelChoiceField(
        label="县区",
        queryset=County.objects.none(),
        to_field_name="code",
        required=False,
        empty_label="全部县区",
    )
    person = forms.CharField(label="人员", required=False, max_length=80)
    subject = forms.CharField(label="页面或对象", required=False, max_length=120)
    since = forms.DateField(label="从", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label="到", required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["county"].queryset = County.objects.select_related("page")

    def wanted(self) -> Wanted | None:
        """The filters, or ``None`` if there is one that is not understood."""
        if not self.is_valid():
            return None
        data = self.cleaned_data
        until = data["until"]
        return Wanted(
            kind=Kind(data["kind"]) if data["kind"] else None,
            county=data["county"],
            person=data["person"].strip(),
            subject=data["subject"].strip(),
            since=_midnight(data["since"]) if data["since"] else None,
            before=_midnight(until + timedelta(days=1)) if until and until < date.max else None,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for."""
        return any(self.data.get(name) for name in self.fields)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
