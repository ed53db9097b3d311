"""Names in filters: a county knows its own people and the organisation department."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.admin.filters import MultipleUserFilter

from ... import roles
from ...county import County


def known_to(user: AbstractBaseUser, users: QuerySet) -> QuerySet:
    """Limit *users* to those whose names *user* may read."""
    if user.is_superuser or roles.is_moderator(user):
        return users
    groups = Q(groups__name=roles.ORGANISATION)
    for county in County.led_by(user) | County.edited_by(user):
        groups |= Q(groups__in=[county.editors_id, county.leads_id])
    return users.filter(pk__in=users.model.objects.filter(groups).values("pk"))


def _queryset(self: MultipleUserFilter, request: HttpRequest | None) -> QuerySet | None:
    users = super(MultipleUserFilter, self).get_queryset(request)
    if users is None:  # set elsewhere, from what happened to one object
        return None
    return known_to(request.user, users) if request else users.none()


def connect() -> None:
    """Limit the choices of all user filters of Wagtail's lists and reports; called once at the start."""
    MultipleUserFilter.get_queryset = _queryset
