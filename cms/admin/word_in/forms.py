"""What is asked beside the file: for a new page what it is to be, for one that has a text what becomes of that."""

from typing import Any

from django import forms
from wagtail.models import Page

from pages.word.limits import MAX_BYTES, MAX_PICTURES, MEGABYTE
from reports import queries

from .access import MODELS

REPLACE, APPEND = "replace", "append"
HELP = (
    f"扩展名为 .docx，{MAX_BYTES // MEGABYTE} MB 以内，图片最多 {MAX_PICTURES} 张。"
    "老版本的 .doc 和 .wps 请先用 Word 或 WPS 另存为 .docx。"
)


class WordForm(forms.Form):
    """The file, and what is to be known of the people in its pictures."""

    file = forms.FileField(
        label="Word 文件",
        max_length=255,
        allow_empty_file=True,  # the reader says it in better words
        widget=forms.FileInput(
            attrs={"accept": ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
        ),
        help_text=HELP,
        error_messages={
            "required": "还没有选择文件。",
            "max_length": "文件名太长，请改短一些再上传。",
        },
    )
    people_shown = forms.BooleanField(label="照片里有可辨认的人", required=False)
    minors_shown = forms.BooleanField(label="照片里有未成年人", required=False)
    consent_held = forms.BooleanField(label="已取得肖像使用同意", required=False)

    def consents(self) -> list[forms.BoundField]:
        """The ticks, for the template."""
        return [self[name] for name in ("people_shown", "minors_shown", "consent_held")]


class NewForm(WordForm):
    """For a new page under *parent*, where *kinds* may be begun."""

    kind = forms.ChoiceField(
        label="写成什么", widget=forms.RadioSelect, error_messages={"required": "请选择写成什么。"}
    )
    year = forms.TypedChoiceField(label="哪一年的总结", coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, kinds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(slug, MODELS[slug]._meta.verbose_name) for slug in kinds]
        self.years = queries.open_years() if "summary" in kinds else []
        self.fields["year"].choices = [(year, f"{year} 年") for year in self.years]
        if self.years:
            self.fields["year"].initial = self.years[0]
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("kind") != "summary":
            self.errors.pop("year", None)  # nobody sees the field then
        elif not self.years:
            self.errors.pop("year", None)
            self.add_error("year", "现在没有开放报送的年度，请联系市妇联组联部。")
        elif not data.get("year") and "year" not in self.errors:
            self.add_error("year", "请选择年份。")
        return data


class FillForm(WordForm):
    """For a *page* that is there. It asks about its text and title only if there are any."""

    way = forms.ChoiceField(
        label="页面上已有的正文",
        choices=[(REPLACE, "用文件里的正文替换"), (APPEND, "保留，把文件里的正文接在后面")],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择怎样处理已有的正文。"},
        help_text="照片总是加在已有照片的后面。读入之前的内容在“历史记录”里可以找回。",
    )
    take_title = forms.BooleanField(label="标题也改成文件里的标题", required=False)

    def __init__(self, *args: Any, page: Page, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not page.body:
            del self.fields["way"]
            self.fields["take_title"].initial = True
