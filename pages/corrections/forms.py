"""The form in which a reader reports a mistake."""

from django import forms
from django.core.exceptions import ValidationError

from ..models import Correction
from ..models.correction import LEAST_TEXT, MOST_TEXT
from . import stamp

TRAP = "website"


class CorrectionForm(forms.Form):
    """Kind, text and, if she likes, how to reach her; a field that people do not see, and a signed time."""

    kind = forms.ChoiceField(
        label="是什么问题",
        choices=Correction.Kind,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择是什么问题。", "invalid_choice": "请从列出的几种里选择。"},
    )
    text = forms.CharField(
        label="哪里有错，应该是什么",
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"{LEAST_TEXT} 到 {MOST_TEXT} 字。最好抄下有错的那一句。请不要写身份证号、银行卡号。",
        error_messages={
            "required": "请写明哪里有错。",
            "max_length": "写了 %(show_value)s 字，请缩短到 %(limit_value)s 字以内。",
        },
    )
    contact = forms.CharField(
        label="联系方式（可以不填）",
        required=False,
        max_length=60,
        help_text="电话或邮箱，只在需要向您核实时使用，180 天后自动删除。",
        error_messages={"max_length": "联系方式请在 %(limit_value)s 个字以内。"},
    )
    website = forms.CharField(label="这一栏请留空", required=False, widget=forms.TextInput)
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, page_id: int, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.page_id = page_id
        self.fields["kind"].choices = Correction.Kind.choices  # without an empty one
        for name in ("text", "contact"):
            self.fields[name].widget.attrs.pop(
                "maxlength", None
            )  # would cut off what is pasted, without a word
        self.fields[TRAP].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}
        self.fields["contact"].widget.attrs["autocomplete"] = "off"

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if len(text) < LEAST_TEXT:
            raise ValidationError(
                f"只写了 {len(text)} 个字，请写到 {LEAST_TEXT} 字以上，方便我们找到有错的地方。"
            )
        return text

    def clean_website(self) -> str:
        if self.cleaned_data[TRAP]:
            raise ValidationError("这一栏是用来挡住自动程序的，请清空以后再提交。")
        return ""

    def clean(self) -> dict:
        data = super().clean()
        try:
            stamp.check(data.get("stamp") or "", self.page_id)
        except stamp.Stale:
            self._stamp_anew()
            raise ValidationError("这一页打开得太久了。您写的都还在，请再点一次“提交”。") from None
        except stamp.TooQuick:
            if self.errors:
                return data  # she has something to mend first
            raise ValidationError("提交得太快了。请看一看写的内容，再点一次“提交”。") from None
        return data

    def _stamp_anew(self) -> None:
        self.data = self.data.copy()
        self.data["stamp"] = stamp.make(self.page_id)
