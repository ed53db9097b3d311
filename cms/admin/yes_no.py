"""Lists that are filtered by a yes or no: Wagtail's own filter shows the choice as True or False."""

import django_filters
from django import forms
from django.db import models
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.generic import IndexView

CHOICES = [("1", "是"), ("0", "否")]


class YesNoFilterSet(WagtailFilterSet):
    @classmethod
    def filter_for_lookup(cls, field: models.Field, lookup_type: str) -> tuple[type, dict]:
        """Return the filter of *field*: for a yes or no, a choice between these words."""
        if isinstance(field, models.BooleanField):
            options = {"choices": CHOICES, "widget": forms.RadioSelect, "empty_label": "全部"}
            return django_filters.ChoiceFilter, options
        return super().filter_for_lookup(field, lookup_type)


class YesNoIndexView(IndexView):
    """``index_view_class`` of a viewset whose ``list_filter`` names such a field."""

    base_filterset_class = YesNoFilterSet
