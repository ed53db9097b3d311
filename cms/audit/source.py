"""What every table of acts must be able to do, so that one list can be made of all."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model, Q, QuerySet

from ..county import County
from .filters import Wanted
from .kinds import Kind
from .row import Row


class Source:
    """One table. *model* has *time*, the field by which acts are in order; *kinds* are those that it keeps."""

    model: type[Model]
    time: str
    kinds: dict[Kind, Q]

    def found(self, wanted: Wanted) -> QuerySet:
        """Return the rows that are wanted, in no order."""
        rows = self.all()
        if wanted.kind:
            rows = rows.filter(self.kinds[wanted.kind])
        if wanted.county:
            rows = rows.filter(self.in_county(wanted.county))
        if wanted.person:
            rows = rows.filter(self.by_person(wanted.person))
        if wanted.subject:
            rows = rows.filter(self.about(wanted.subject))
        if wanted.since:
            rows = rows.filter(**{f"{self.time}__gte": wanted.since})
        if wanted.before:
            rows = rows.filter(**{f"{self.time}__lt": wanted.before})
        return rows

    def has(self, kind: Kind | None) -> bool:
        """Whether acts of *kind* can be among the rows."""
        return kind is None or kind in self.kinds

    def all(self) -> QuerySet:
        """Return all rows that the list tells."""
        return self.model._default_manager.all()

    def in_county(self, county: County) -> Q:
        """Rows of the county."""
        raise NotImplementedError

    def by_person(self, words: str) -> Q:
        """Rows of people in whose names *words* are."""
        raise NotImplementedError

    def about(self, words: str) -> Q:
        """Rows about something in whose title *words* are."""
        raise NotImplementedError

    def row(self, found: Any) -> Row:
        """Tell one of the rows."""
        raise NotImplementedError


def people_named(words: str) -> QuerySet[AbstractBaseUser]:
    """Accounts in whose names *words* are."""
    named = Q(username__icontains=words) | Q(last_name__icontains=words) | Q(first_name__icontains=words)
    return get_user_model().objects.filter(named)


def people_of(county: County) -> QuerySet[AbstractBaseUser]:
    """Accounts that work for *county* now."""
    return get_user_model().objects.filter(groups__in=[county.editors_id, county.leads_id])
