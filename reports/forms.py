"""Admin forms of what is reported."""

from django import forms

from pages.forms import SitePageForm
from pages.models import SitePage

from . import queries


class YearForm(SitePageForm):
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


class SummaryForm(YearForm):
    """A county's summary names the sites that it covers; a site's is about that site."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "covers" not in self.fields:
            return
        if not self.parent_page or isinstance(self.parent_page.specific, SitePage):
            del self.fields["covers"]
            return
        own = SitePage.objects.child_of(self.parent_page).order_by("path")
        self.fields["covers"].queryset = own.only("pk", "title", "path")
