"""Admin forms of what is reported."""

from django import forms

from pages.forms import SitePageForm

from . import queries


class SummaryForm(SitePageForm):
    """Year as a choice of the years that are open, plus the page's own."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "year" not in self.fields:
            return
        years = set(queries.open_years())
        if self.instance.year:
            years.add(self.instance.year)
        self.fields["year"] = forms.TypedChoiceField(
            label="年份",
            choices=[("", "请选择"), *[(year, f"{year} 年") for year in sorted(years, reverse=True)]],
            coerce=int,
            empty_value=None,
            required=self.fields["year"].required,
            error_messages={"invalid_choice": "这个年度没有开放报送，请选择列表中的年份。"},
        )
