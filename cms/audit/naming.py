"""Names of people, counties and pages for a page of the list, in a fixed number of queries."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from wagtail.models import Page

from pages import tree

from ..county import County
from ..membership import display_name
from .row import Row

SYSTEM, GONE, CITY = "系统", "已删除的账号（{}）", "市妇联"


def name(rows: Iterable[Row]) -> None:
    """Put into *rows* who it was, in which county, and whether the page is still there."""
    rows = list(rows)
    counties = list(County.objects.select_related("page"))
    by_code = {county.code: county.name for county in counties} | {"": CITY}
    by_path = {county.page.path: county.name for county in counties}
    by_group = {group: county.name for county in counties for group in (county.editors_id, county.leads_id)}
    users = _users(rows)
    paths = dict(
        Page.objects.filter(pk__in={row.page_id for row in rows if row.page_id}).values_list("pk", "path")
    )
    for row in rows:
        user = users.get(row.user_id) or users.get(row.username)
        row.person = row.person or _person(row, user)
        row.page_exists = row.page_id in paths
        if row.county_code is not None:
            row.county = by_code.get(row.county_code, row.county_code)
        elif row.page_exists:
            row.county = by_path.get(tree.prefix(paths[row.page_id], tree.COUNTY_DEPTH), CITY)
        elif user and row.page_id is None:
            groups = (by_group.get(group.pk) for group in user.groups.all())
            row.county = next((county for county in groups if county), "")


def _users(rows: list[Row]) -> dict[int | str, AbstractBaseUser]:
    """Accounts by id and by name."""
    wanted = Q(pk__in={row.user_id for row in rows if row.user_id})
    wanted |= Q(username__in={row.username for row in rows if row.username})
    found = get_user_model().objects.filter(wanted).prefetch_related("groups")
    return {key: user for user in found for key in (user.pk, user.get_username())}


def _person(row: Row, user: AbstractBaseUser | None) -> str:
    if user and row.username and display_name(user) != row.username:
        return f"{display_name(user)}（{row.username}）"  # what was typed, too
    if user:
        return display_name(user)
    return row.username or (GONE.format(row.user_id) if row.user_id else SYSTEM)
