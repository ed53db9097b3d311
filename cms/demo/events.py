"""Lectures, activities, on-site meetings and stories from their texts, which use the models' field names."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Field
from django.utils import timezone

from pages.models import SitePage
from pages.models.events import (
    IllustratedPage,
    LecturePage,
    OnSiteMeetingPage,
    StoryPage,
    VolunteerActivityPage,
)

from .body import body
from .content import Event

BY_KIND = {
    model.listing_kind: model for model in (LecturePage, VolunteerActivityPage, OnSiteMeetingPage, StoryPage)
}
Library = Callable[[int], Any]


def event_page(text: Event, library: Library) -> IllustratedPage:
    """The page of *text*, not stored yet; *library* gives the uploaded picture of a seed.

    Raises ``FieldDoesNotExist``, ``Term.DoesNotExist`` or ``SitePage.DoesNotExist`` for facts that there are not.
    """
    page = BY_KIND[text.kind](title=text.title, highlight=text.highlight, body=body(text.body), live=False)
    for name, value in text.facts.items():
        setattr(page, name, _fact(page._meta.get_field(name), value, text.in_days))
    row = page._meta.get_field("photos").related_model
    images = [(library(photo.seed), photo.caption) for photo in text.photos]
    page.photos = [
        row(image=image, caption=caption, description=image.description, sort_order=order)
        for order, (image, caption) in enumerate(images)
    ]
    return page


def _fact(field: Field, value: Any, in_days: int | None) -> Any:
    """*value* as *field* takes it: a choice by its name, a time as a moment in Liuzhou."""
    if field.many_to_many:
        return [_chosen(field, name) for name in value]
    if field.is_relation:
        return _chosen(field, value)
    if isinstance(value, time):
        value = datetime.combine(timezone.localdate() + timedelta(days=in_days or 0), value)
    return timezone.make_aware(value) if isinstance(value, datetime) else value


def _chosen(field: Field, name: str) -> Any:
    model = field.related_model
    if model is SitePage:
        return model.objects.get(title=name)
    return model.objects.get(name=name, **field.get_limit_choices_to())
