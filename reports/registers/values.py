"""One value of a register's row, as the screen and the spreadsheet show it. Times are those of Liuzhou's clocks."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.admin.utils import label_for_field
from django.db.models import Model
from django.utils import timezone

YES, NO = "是", "否"


def value_of(register, name: str, item: Model) -> Any:
    """Return what *name* says of *item*: a method of the register, else a field or property of the model.

    Choices give their label.
    """
    own = getattr(register, name, None)
    if callable(own):
        return own(item)
    display = getattr(item, f"get_{name}_display", None)
    value = display or getattr(item, name)
    return value() if callable(value) else value


def shown(value: Any) -> str:
    """Return *value* in words; nothing gives the empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime):
        return f"{_local(value):%Y-%m-%d %H:%M}"
    return str(value)  # a date gives 2020-03-31; safe texts stay safe


def exported(value: Any) -> Any:
    """Return *value* for ``exports.cells``: numbers and dates as such, everything else in words."""
    if isinstance(value, datetime):
        return _local(value)
    if isinstance(value, (int, float, Decimal, date)) and not isinstance(value, bool):
        return value
    return shown(value)


def heading(register, name: str) -> str:
    """Return the heading of *name*: the field's, or ``short_description`` of the register's method."""
    return str(label_for_field(name, register.model, model_admin=register))


class Column:
    """An entry of ``list_display`` as Django's lists want it: a callable with a heading and an order."""

    def __init__(self, register, name: str) -> None:
        self.register, self.name, self.__name__ = register, name, name
        self.short_description = heading(register, name)
        own = getattr(register, name, None)
        is_field = name in {field.name for field in register.model._meta.get_fields()}
        self.admin_order_field = getattr(own, "admin_order_field", name if is_field and not own else None)

    def __call__(self, item: Model) -> str | None:
        return shown(value_of(self.register, self.name, item)) or None

    def __str__(self) -> str:
        return self.name


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment
