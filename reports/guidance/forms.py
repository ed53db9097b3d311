"""Forms of visits and answers. A refused form shows all that was typed: no field cuts off what is too long."""

from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils import timezone

from pages import tree
from pages.models import CountyPage, SitePage

from ..models import GuidanceVisit
from .states import State

MOST_CHARACTERS = 5000
PAST = "这一天已经过去，请改为今天或以后的日期，或者不填。"
TOO_LONG = "最多 %(limit_value)d 字，现有 %(show_value)d 字，请精简。"
FIXED_WHEN_SENT = ("site", "visited_on", "visitors")  # what the county was told of where, when and who
NEEDED_TO_SEND = ("visitors", "findings", "advice")


class LongTextField(forms.CharField):
    """Several lines. The browser is not told of the limit: it would drop the rest of what is pasted."""

    def __init__(self, rows: int = 6, **kwargs: Any) -> None:
        super().__init__(max_length=MOST_CHARACTERS, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.error_messages["max_length"] = TOO_LONG

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class _SitesByCounty(ModelChoiceIterator):
    def __iter__(self):
        yield "", self.field.empty_label
        counties = dict(CountyPage.objects.order_by("path").values_list("path", "title"))
        groups: dict[str, list[tuple[Any, str]]] = {title: [] for title in counties.values()}
        for site in self.queryset:
            county = counties.get(tree.prefix(site.path, tree.COUNTY_DEPTH))
            if county:
                groups[county].append(self.choice(site))
        yield from ((county, sites) for county, sites in groups.items() if sites)


class SiteField(forms.ModelChoiceField):
    """A choice among all sites, county by county; a site outside the counties cannot be chosen."""

    iterator = _SitesByCounty

    def __init__(self, **kwargs: Any) -> None:
        sites = SitePage.objects.order_by("path").defer("introduction")
        super().__init__(queryset=sites, empty_label="请选择", label="示范点", **kwargs)
        self.error_messages |= {"required": "请选择示范点。", "invalid_choice": "没有这个示范点，请另选。"}

    def label_from_instance(self, site: SitePage) -> str:
        return site.draft_title or site.title

    def clean(self, value: Any) -> SitePage:
        site = super().clean(value)
        counties = CountyPage.objects.filter(path=tree.prefix(site.path, tree.COUNTY_DEPTH))
        if not counties.exists():
            raise forms.ValidationError("这个示范点不属于任何县区，请另选。")
        return site


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class VisitForm(forms.ModelForm):
    """A visit: all of it while it is a draft, afterwards the words that may be corrected.

    With *sending* everything that the county is to read must be there; a draft needs its place and day only.
    """

    site = SiteField()
    visitors = forms.CharField(label="调研人员", required=False)
    findings = LongTextField(label="发现的情况", required=False)
    advice = LongTextField(label="意见建议", required=False)
    ask_again = forms.BooleanField(label="请县区再回复一次", required=False)

    class Meta:
        model = GuidanceVisit
        fields = ["site", "visited_on", "visitors", "findings", "advice", "answer_due"]
        widgets = {"visited_on": _day(), "answer_due": _day()}
        error_messages = {"visited_on": {"required": "请填写调研日期。"}}

    def __init__(self, *args: Any, sending: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sent = bool(self.instance.sent_at)
        self.must_be_complete = sending or sent
        for name in ("visitors", "findings", "advice"):
            self.fields[name].help_text = GuidanceVisit._meta.get_field(name).help_text
        if self.instance.state is not State.ANSWERED:
            del self.fields["ask_again"]
        if sent:
            for name in FIXED_WHEN_SENT:
                del self.fields[name]

    def clean_visitors(self) -> str:
        visitors, most = self.cleaned_data["visitors"], GuidanceVisit._meta.get_field("visitors").max_length
        if len(visitors) > most:
            raise forms.ValidationError(f"最多 {most} 字，现有 {len(visitors)} 字，请精简。")
        return visitors

    def clean_answer_due(self):
        due = self.cleaned_data["answer_due"]
        asked_now = self.must_be_complete and (not self.instance.sent_at or "answer_due" in self.changed_data)
        if due and asked_now and due < timezone.localdate():
            raise forms.ValidationError(PAST)
        return due

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        due = data.get("answer_due")
        if data.get("ask_again") and due and due < timezone.localdate():
            self.add_error("answer_due", PAST)
        for name in NEEDED_TO_SEND:
            if self.must_be_complete and name in self.fields and name in data and not data[name]:
                self.add_error(
                    name, "县区要看到这一项，请填写。" if self.instance.sent_at else "发给县区以前请填写。"
                )
        return data

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.cleaned_data.get("site"):
            self.instance.set_site(self.cleaned_data["site"])


class AnswerForm(forms.Form):
    """A county's answer."""

    text = LongTextField(
        label="写回复",
        error_messages={"required": "请写回复内容。"},
        help_text="做了什么、结果怎样、还差什么。发出以后不能改，可以再补充。",
    )
