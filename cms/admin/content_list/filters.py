"""The list's filters. What they offer comes out of the user's own part of the tree only."""

from typing import Any

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from wagtail.admin.filters import DateRangePickerWidget, MultipleUserFilter, WagtailFilterSet
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.models import CountyPage

from ...workflow.page_state import PageState
from .content import CITY, authors_of, counties_of, reaches_city, sites_of, types

ALL = "全部"
OF_THE_CITY = "city"


class ContentFilterSet(WagtailFilterSet):
    """Type, county, site, state, author, days of the last change; they combine."""

    type = django_filters.MultipleChoiceFilter(
        label="类型", method="of_types", widget=forms.CheckboxSelectMultiple
    )
    county = django_filters.ChoiceFilter(
        label="县区", method="of_county", widget=forms.RadioSelect, empty_label=ALL
    )
    site = django_filters.ChoiceFilter(label="示范点", method="of_site", empty_label=ALL)
    state = django_filters.MultipleChoiceFilter(
        label="状态",
        field_name="state",
        choices=PageState.choices,
        widget=forms.CheckboxSelectMultiple,
        distinct=False,
    )
    author = MultipleUserFilter(
        label="作者",
        field_name="owner",
        queryset=lambda request: authors_of(request.user),
        widget=forms.CheckboxSelectMultiple,
        distinct=False,
    )
    changed = django_filters.DateFromToRangeFilter(
        label="最近修改", field_name="latest_revision_created_at", widget=DateRangePickerWidget
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.request.user
        self.counties = {county.code: county for county in counties_of(user)}
        of_the_city = reaches_city(user)
        models = [CountyPage, *types(of_the_city)]
        self._offer("type", [(model._meta.model_name, model.get_verbose_name()) for model in models])
        if of_the_city or len(self.counties) > 1:
            counties = [(county.code, county.name) for county in self.counties.values()]
            self._offer("county", counties + ([(OF_THE_CITY, CITY)] if of_the_city else []))
        else:
            del self.filters["county"]
        self.sites = {str(site.pk): site for site in sites_of(user)}
        self._offer("site", self._site_choices())

    def of_types(self, pages: PageQuerySet, name: str, values: list[str]) -> PageQuerySet:
        if not values:
            return pages
        offered = [CountyPage, *types(of_the_city=True)]
        models = [model for model in offered if model._meta.model_name in values]
        return pages.filter(content_type__in=ContentType.objects.get_for_models(*models).values())

    def of_county(self, pages: PageQuerySet, name: str, value: str) -> PageQuerySet:
        if value != OF_THE_CITY:
            return pages.filter(path__startswith=self.counties[value].page.path)
        for county in self.counties.values():
            pages = pages.exclude(path__startswith=county.page.path)
        return pages

    def of_site(self, pages: PageQuerySet, name: str, value: str) -> PageQuerySet:
        return pages.filter(path__startswith=self.sites[value].path)

    def _offer(self, name: str, choices: list) -> None:
        self.filters[name].extra["choices"] = choices

    def _site_choices(self) -> list:
        """Sites by county; without the county's name where there is only one."""
        found = {
            county.name: [
                (pk, site.draft_title)
                for pk, site in self.sites.items()
                if site.path.startswith(county.page.path)
            ]
            for county in self.counties.values()
        }
        if len(found) == 1:
            return next(iter(found.values()))
        return [(name, sites) for name, sites in found.items() if sites]
