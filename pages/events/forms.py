"""Admin forms of events and stories: choices that were hidden are offered only where they are in use."""

from django import forms
from django.db.models import Q

from .. import models
from ..forms import SitePageForm


def offer_active_terms(form: forms.BaseForm, instance) -> None:
    """Limit the fields of *form* that choose among terms to active ones, and those that *instance* has."""
    for name, field in form.fields.items():
        queryset = getattr(field, "queryset", None)
        if queryset is not None and queryset.model is models.Term:
            field.queryset = queryset.filter(Q(active=True) | Q(pk__in=chosen(instance, name)))


def chosen(instance, name: str) -> list[int]:
    """Return the ids of the terms that the field *name* of *instance* has."""
    field = type(instance)._meta.get_field(name)
    if field.many_to_many:
        return [term.pk for term in getattr(instance, name).all()]
    return [pk] if (pk := getattr(instance, field.attname)) else []


class EventForm(SitePageForm):
    """The form of a lecture, an activity, a meeting, or the work that names topics."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer_active_terms(self, self.instance)


class StoryForm(SitePageForm):
    """The form of a story; one that stands under a site is that site's, so there is nothing to choose."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.parent_page and isinstance(self.parent_page.specific, models.SitePage):
            self.fields.pop("site", None)
