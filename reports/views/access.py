"""Whose reports somebody may see: those of her own part of the tree."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied

from pages import tree
from pages.models import CountyPage
from pages.reach import own_paths

from ..ledger import WHOLE_TREE


def paths_of(user: AbstractBaseUser) -> tuple[str, ...]:
    """Return the paths at and below which *user* sees reports. Raises ``PermissionDenied`` if there are none."""
    paths = own_paths(user)
    if not paths:
        raise PermissionDenied
    return WHOLE_TREE if sees_all(paths) else paths


def sees_all(paths: tuple[str, ...]) -> bool:
    """Whether *paths* reach beyond counties: the organisation department's and administrators'."""
    return any(len(path) < tree.COUNTY_DEPTH * tree.STEP for path in paths)


def may_see(user: AbstractBaseUser, county: CountyPage | None) -> bool:
    """Whether *user* may see the reports of *county*, or without one of the whole city."""
    paths = own_paths(user)
    if county is None:
        return sees_all(paths)
    return any(county.path.startswith(path) for path in paths)
