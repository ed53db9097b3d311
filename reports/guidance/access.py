"""Who sees visits and who may do what with them.

The permissions of ``GuidanceVisit`` reach over all counties and into drafts. Without them a user sees what was sent
to her own part of the tree, and answers there; a permission at the city's home page is no part of a county.
"""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from pages import tree
from pages.reach import own_paths

from ..models import GuidanceVisit
from .states import State


def sees_all(user: AbstractBaseUser) -> bool:
    """Whether *user* sees the visits of all counties, drafts among them."""
    return user.has_perm("reports.view_guidancevisit")


def may_add(user: AbstractBaseUser) -> bool:
    """Whether *user* records visits."""
    return sees_all(user) and user.has_perm("reports.add_guidancevisit")


def may_change(user: AbstractBaseUser) -> bool:
    """Whether *user* goes on with drafts, sends, corrects, closes and reopens."""
    return sees_all(user) and user.has_perm("reports.change_guidancevisit")


def county_paths(user: AbstractBaseUser) -> tuple[str, ...]:
    """The paths of the counties, or of parts of one, that *user* speaks for."""
    return tuple(path for path in own_paths(user) if len(path) >= tree.COUNTY_DEPTH * tree.STEP)


def may_enter(user: AbstractBaseUser) -> bool:
    """Whether the list of visits is for *user* at all."""
    return sees_all(user) or bool(county_paths(user))


def may_answer(user: AbstractBaseUser, visit: GuidanceVisit) -> bool:
    """Whether *user* speaks for the county that *visit* was sent to."""
    return visit.state is not State.DRAFT and visit.path.startswith(county_paths(user))


def below(paths: Iterable[str]) -> Q:
    """Visits to sites below *paths*; a site that is gone stood in its county."""
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(site__path__startswith=path) | Q(site=None, county__path__startswith=path)
    return found


def visible_to(user: AbstractBaseUser) -> QuerySet[GuidanceVisit]:
    """The visits that *user* may know of."""
    visits = GuidanceVisit.objects.select_related("site", "county")
    if sees_all(user):
        return visits
    return visits.filter(below(county_paths(user)), sent_at__isnull=False)


def visit_for(user: AbstractBaseUser, pk: int, lock: bool = False) -> GuidanceVisit:
    """Return the visit *pk*, locked until the end of the transaction if asked.

    A county's user is refused in the same way whether the visit is another county's, a draft or does not exist.
    """
    visits = visible_to(user)
    if lock:
        visits = visits.select_for_update(of=("self",))
    visit = visits.filter(pk=pk).first()
    if visit is None:
        raise Http404 if sees_all(user) else PermissionDenied
    return visit
