"""Parameters of a list: each resource names those that it has; any other is refused, so that no typing error passes."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.http import QueryDict

from .. import models
from ..works.kinds import BY_SLUG
from .errors import bad

USUAL, MOST = 20, 100
PAGING = ("limit", "cursor")
WHOLE = re.compile(r"[0-9]{1,9}")

# What a parameter narrows a list by; given the value and the lookup of the page's path.
Narrowing = Callable[[str, str], Q]


def check(query: QueryDict, known: Iterable[str]) -> None:
    """Refuse parameters that are not among *known* or *PAGING*, that stand there twice, or that say nothing."""
    allowed = [*known, *PAGING]
    for name in query:
        if name not in allowed:
            raise bad("unknown_parameter", f"不认识参数 {name[:40]}。这里可以用：{'、'.join(allowed)}。")
        if len(query.getlist(name)) > 1:
            raise bad("repeated_parameter", f"参数 {name} 只能写一次。")
        if "\x00" in query[name]:
            raise bad("invalid_value", f"参数 {name} 里有不能用的字符。")
        if not query[name]:
            raise bad("empty_parameter", f"参数 {name} 没有值。不需要时请去掉。")


def limit_of(query: QueryDict) -> int:
    """How many rows are asked for."""
    value = query.get("limit", str(USUAL))
    if not WHOLE.fullmatch(value) or not 1 <= int(value) <= MOST:
        raise bad("invalid_value", f"limit 要写 1 到 {MOST} 之间的整数。")
    return int(value)


def whole_number(name: str, value: str) -> int:
    """The number that *value* of the parameter *name* stands for."""
    if not WHOLE.fullmatch(value):
        raise bad("invalid_value", f"{name} 要写数字。")
    return int(value)


def by_county(value: str, path: str) -> Q:
    """Below the county with that division code."""
    county = models.CountyPage.objects.filter(code=value).values_list("path", flat=True).first()
    if county is None:
        raise bad(
            "invalid_value", "county 要写县区的六位区划代码，例如 450202；全部代码见 /api/v1/counties/。"
        )
    return Q(**{f"{path}__startswith": county})


def by_site(value: str, path: str) -> Q:
    """Below the published site with that id."""
    pk = whole_number("site", value)
    site = models.SitePage.objects.live().filter(pk=pk).values_list("path", flat=True).first()
    if site is None:
        raise bad("invalid_value", "没有这个编号的示范点；编号见 /api/v1/sites/。")
    return Q(**{f"{path}__startswith": site})


def by_year(value: str, path: str) -> Q:
    """Of that year."""
    if not re.fullmatch(r"[12][0-9]{3}", value):
        raise bad("invalid_value", "year 要写四位年份，例如 2020。")
    return Q(year=int(value))


def by_work(value: str, path: str) -> Q:
    """Of that featured work."""
    if value not in BY_SLUG:
        raise bad("invalid_value", f"work 只能是：{'、'.join(BY_SLUG)}。")
    return Q(work=value)


def by_type(field: str, choices: Mapping[str, str]) -> Narrowing:
    """Of one of *choices* of *field*."""

    def narrow(value: str, path: str) -> Q:
        if value not in choices:
            raise bad("invalid_value", f"type 只能是：{'、'.join(choices)}。")
        return Q(**{field: value})

    return narrow


def narrowed(query: QueryDict, parameters: Mapping[str, Narrowing], path: str) -> Q:
    """What the parameters of *query* demand together."""
    found = Q()
    for name, narrowing in parameters.items():
        if name in query:
            found &= narrowing(query[name], path)
    return found


def plain(value: Any) -> int | float | None:
    """A number as JSON has it."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
