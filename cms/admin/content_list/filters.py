"""What the list of all content can be narrowed by; nothing is offered that the user's own pages do not have."""

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Page

from pages import tree
from pages.models import SitePage
from pages.reach import own_paths

from ...county import County
from ...membership import display_name
from .rows import State, content_for


class TypeChoice(django_filters.fields.ModelMultipleChoiceField):
    def label_from_instance(self, content_type: ContentType) -> str:
        return content_type.model_class()._meta.verbose_name


class TypeFilter(django_filters.ModelMultipleChoiceFilter):
    field_class = TypeChoice


class AuthorChoice(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, user: AbstractBaseUser) -> str:
        return display_name(user)


class AuthorFilter(django_filters.ModelChoiceFilter):
    field_class = AuthorChoice


class SiteChoice(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, site: SitePage) -> str:
        return site.draft_title


class SiteFilter(django_filters.ModelChoiceFilter):
    field_class = SiteChoice


def _own(request: HttpRequest) -> QuerySet:
    return content_for(request.user)


def types(request: HttpRequest) -> QuerySet:
    """Types of the user's own pages."""
    return ContentType.objects.filter(pk__in=_own(request).values("content_type")).order_by("pk")


def authors(request: HttpRequest) -> QuerySet:
    """Who began one of the user's own pages."""
    users = get_user_model().objects.filter(pk__in=_own(request).values("owner"))
    return users.order_by("last_name", "first_name", "username")


def counties(request: HttpRequest) -> QuerySet:
    """Counties that the user works for, or all."""
    found = County.objects.none()
    for path in own_paths(request.user):
        found |= County.objects.filter(page__path__startswith=path)
    return found.order_by("code")


def sites(request: HttpRequest) -> QuerySet:
    """Sites of the user's own."""
    own = SitePage.objects.filter(pk__in=_own(request).values("pk"))
    return own.order_by("path").only("path", "depth", "draft_title", "title")


class ContentFilterSet(WagtailFilterSet):
    """Type, state, county, site, author, days of the last change; they combine."""

    content_type = TypeFilter(label="类型", queryset=types, widget=forms.CheckboxSelectMultiple)
    state = django_filters.MultipleChoiceFilter(
        label="状态",
        choices=[(state.name, state.value) for state in State],
        widget=forms.CheckboxSelectMultiple,
    )
    county = django_filters.ModelChoiceFilter(label="县区", queryset=counties, method="in_county")
    site = SiteFilter(label="示范点", queryset=sites, method="in_site")
    owner = AuthorFilter(label="作者", queryset=authors)
    latest_revision_created_at = django_filters.DateFromToRangeFilter(
        label="最近修改", widget=DateRangePickerWidget
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if counties(self.request).count() < 2:
            del self.filters["county"]

    def in_county(self, pages: QuerySet, name: str, county: County) -> QuerySet:
        return pages.filter(path__startswith=county.page.path)

    def in_site(self, pages: QuerySet, name: str, site: SitePage) -> QuerySet:
        return pages.filter(path__startswith=tree.prefix(site.path, tree.SITE_DEPTH))
