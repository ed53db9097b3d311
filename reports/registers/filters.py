"""Filters of registers. Each is a class made by one of the functions below, for ``list_filter``.

They combine. A value that is not offered finds nothing, so that nobody takes the whole list for a part of it.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from .values import NO, YES

Choices = Iterable[tuple[Any, str]]
QUARTERS = {1: "一季度", 2: "二季度", 3: "三季度", 4: "四季度"}


class RegisterFilter(SimpleListFilter):
    """A list of choices; ``offered`` gives them, ``lookup`` is what the chosen value is compared with."""

    lookup = ""

    def offered(self) -> Choices:
        """Return pairs of a value and its words; asks the database once at most."""
        raise NotImplementedError

    def __init__(self, request: HttpRequest, params: dict, model: type, model_admin: Any) -> None:
        self.model = model
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(value), label) for value, label in self.offered()]

    def has_output(self) -> bool:
        return True  # with nothing to choose, a value in the address still has to find nothing

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        value = self.value()
        if not value:
            return queryset
        if value not in dict(self.lookup_choices):
            return queryset.none()
        return queryset.filter(**{self.lookup: value})


def _filter(name: str, title: str, lookup: str, offered: Callable[[RegisterFilter], Choices]) -> type:
    attributes = {"title": title, "parameter_name": name, "lookup": lookup, "offered": offered}
    return type(f"{name.title()}Filter", (RegisterFilter,), attributes)


def yes_no(field: str, title: str) -> type[RegisterFilter]:
    """A boolean field as 是 and 否."""
    return _filter(field, title, field, lambda self: [(1, YES), (0, NO)])


def one_of(field: str, title: str, choices: Callable[[], Choices]) -> type[RegisterFilter]:
    """A field, related ones too, whose value is one of ``choices()``; that is asked for each request.

    For a relation the values are primary keys. (Django's own filter of relations needs its admin installed.)
    """
    return _filter(field, title, field, lambda self: choices())


def year_of(field: str, title: str = "年份") -> type[RegisterFilter]:
    """The years in which a date field has rows, newest first; in the address as ``year``."""

    def offered(self: RegisterFilter) -> Choices:
        days = self.model._default_manager.dates(field, "year", order="DESC")
        return [(day.year, f"{day.year} 年") for day in days]

    return _filter("year", title, f"{field}__year", offered)


def quarter_of(field: str, title: str = "季度") -> type[RegisterFilter]:
    """The quarter of a date field, of whichever year; in the address as ``quarter``."""
    return _filter("quarter", title, f"{field}__quarter", lambda self: QUARTERS.items())
