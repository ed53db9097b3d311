"""The list's filters, as they stand in its address. One that is not understood finds nothing."""

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, QuerySet

from pages.models import CountyPage

from ..models import GuidanceVisit
from .access import sees_all
from .states import WHERE, State


class FilterForm(forms.Form):
    """County and year as fields; state and site as links."""

    county = forms.ModelChoiceField(
        label="县区",
        queryset=CountyPage.objects.none(),
        to_field_name="code",
        required=False,
        empty_label="全部县区",
    )
    year = forms.TypedChoiceField(label="年份", coerce=int, empty_value=None, required=False)
    state = forms.ChoiceField(
        choices=[("", "全部"), *State.choices], required=False, widget=forms.HiddenInput()
    )
    site = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput())

    def __init__(self, data, user: AbstractBaseUser, visits: QuerySet[GuidanceVisit]) -> None:
        super().__init__(data)
        self.visits = visits
        if sees_all(user):
            self.fields["county"].queryset = CountyPage.objects.order_by("code").only("code", "title")
        else:
            del self.fields["county"]
        years = [day.year for day in visits.order_by().dates("visited_on", "year", order="DESC")]
        self.fields["year"].choices = [("", "全部年份"), *((year, f"{year} 年") for year in years)]

    def found(self) -> QuerySet[GuidanceVisit]:
        """The visits by all filters but the state."""
        if not self.is_valid():
            return self.visits.none()
        wanted = {"county": "county", "year": "visited_on__year", "site": "site"}
        lookups = {
            wanted[name]: self.cleaned_data.get(name) for name in wanted if self.cleaned_data.get(name)
        }
        return self.visits.filter(**lookups)

    def numbers(self, visits: QuerySet[GuidanceVisit]) -> dict[str, int]:
        """How many of *visits* are in each state."""
        counts = {state.value: Count("pk", filter=where) for state, where in WHERE.items()}
        return visits.order_by().aggregate(**counts)

    def of_state(self, visits: QuerySet[GuidanceVisit]) -> QuerySet[GuidanceVisit]:
        """Those of *visits* that are in the state asked for."""
        state = self.cleaned_data.get("state") if self.is_valid() else ""
        return visits.filter(WHERE[State(state)]) if state else visits
